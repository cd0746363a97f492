import SeedbedData
import SeedbedKernels
import SeedbedText

/// Puts other words in place of what was found in a row, and moves the user's spans along.
struct PersonalDataRewriter {
  /// Where the words come from; masks without it.
  let surrogates: Surrogates?
  let spans: FieldPath

  func rewritten(_ row: SearchedRow, _ report: inout PersonalDataReport) throws -> JSONObject {
    var fields = row.row.fields
    for (place, text) in row.texts.enumerated() where !text.findings.isEmpty {
      let edits = try edits(text)
      guard !edits.isEmpty else { continue }
      let changed = try edits.applied(to: text.text)
      report.replaced += edits.edits.count
      text.path.set(.string(changed), in: &fields)
      if place == 0 { remap(&fields, edits, from: text.text, to: changed, &report) }
    }
    return fields
  }

  private func edits(_ text: SearchedRow.Text) throws -> EditList {
    if let surrogates { return try surrogates.edits(for: text.findings, in: text.text) }
    return try EditList(
      text.findings.map {
        Edit(
          start: $0.utf8.lowerBound,
          end: $0.utf8.upperBound,
          replacement: "<\($0.type.rawValue.uppercased())>"
        )
      },
      for: text.text
    )
  }

  private func remap(
    _ fields: inout JSONObject,
    _ edits: EditList,
    from old: String,
    to new: String,
    _ report: inout PersonalDataReport
  ) {
    guard let list = spans.value(in: fields)?.array, !list.isEmpty else { return }
    let before = ScalarOffsets(old), after = ScalarOffsets(new)
    let moved = list.map { element -> JSONValue in
      guard case .object(var span) = element, let start = span["start"]?.int,
        let end = span["end"]?.int, start <= end,
        let lower = before.utf8(fromScalar: start), let upper = before.utf8(fromScalar: end)
      else {
        report.misfitSpans += 1
        return element
      }
      let range = widened(lower..<upper, edits)
      guard let mapped = edits.map(range),
        let first = after.scalar(fromUTF8: mapped.lowerBound),
        let last = after.scalar(fromUTF8: mapped.upperBound)
      else {
        report.misfitSpans += 1
        return element
      }
      if range != mapped || edits.touches(range) { report.remappedSpans += 1 }
      span["start"] = .number(JSONNumber(first))
      span["end"] = .number(JSONNumber(last))
      span["text"] = .string(words(new, mapped))
      return .object(span)
    }
    spans.set(.array(moved), in: &fields)
  }

  /// A span that cuts a replaced place takes all of it in, so that none of the old words stay.
  private func widened(_ range: Range<Int>, _ edits: EditList) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    for edit in edits.edits where edit.start < upper && edit.end > lower {
      lower = min(lower, edit.start)
      upper = max(upper, edit.end)
    }
    return lower..<upper
  }

  private func words(_ text: String, _ range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<bytes.index(start, offsetBy: range.count)])
  }
}

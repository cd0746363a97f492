import SeedbedData
import SeedbedPipeline
import SeedbedText

/// The personal data of a file, for people and for programs.
struct PIIRendering {
  private static let shownWidth = 40

  let found: PersonalDataReport
  let file: String
  /// Whether values are shown as they are.
  let showsValues: Bool
  let action: String
  /// Whether the key was the user's; nil where none is needed.
  let hasOwnKey: Bool?

  var text: String {
    var lines = [
      "\(Style.heading("Personal data")) of `\(Table.printable(file))`: \(found.findings) places in "
        + "\(found.rowsWithFindings) of \(found.rows) rows"
        + (found.badRows > 0 ? ", \(found.badRows) could not be read" : "")
    ]
    lines.append("  searched: \(found.fields.map(Table.printable).joined(separator: ", "))")
    var table = Table(["type", ">places", ">rows", "first places", "form"])
    for count in found.types where count.findings > 0 {
      let places = count.examples.map { "row \($0.row) (byte \($0.byte)) at \($0.span.lowerBound)" }
      table.add([
        count.type.rawValue, "\(count.findings)", "\(count.rows)", places.joined(separator: "; "),
        count.examples.first.map { Table.cut(shown($0), to: Self.shownWidth) } ?? "",
      ])
    }
    if !table.isEmpty { lines += ["", table.text] }
    if action != "find" {
      lines += [
        "",
        "  \(found.replaced) places have other words, \(found.remappedSpans) spans were moved along",
      ]
      if found.misfitSpans > 0 {
        lines.append(
          "  \(found.misfitSpans) spans did not fit their text and were left as they are"
        )
      }
    }
    if hasOwnKey == false {
      lines.append(
        "  the key was drawn for this run, so that surrogates differ from run to run; set "
          + "\(PersonalDataKey.variable) or name a `--key-file` to keep them"
      )
    }
    return lines.joined(separator: "\n")
  }

  var json: JSONObject {
    [
      "action": .string(action), "rows": .optional(found.rows),
      "rows_with_findings": .optional(found.rowsWithFindings),
      "bad_rows": .optional(found.badRows), "findings": .optional(found.findings),
      "fields": .array(found.fields.map { .string($0) }),
      "types": .array(
        found.types.filter { $0.findings > 0 }.map { count in
          [
            "type": .string(count.type.rawValue), "findings": .optional(count.findings),
            "rows": .optional(count.rows),
            "examples": .array(count.examples.map { .object(json($0)) }),
          ]
        }
      ),
      "replaced": action == "find" ? .null : .optional(found.replaced),
      "remapped_spans": action == "find" ? .null : .optional(found.remappedSpans),
      "misfit_spans": action == "find" ? .null : .optional(found.misfitSpans),
      "key": hasOwnKey.map { .string($0 ? "given" : "drawn") } ?? .null,
    ]
  }

  private func json(_ example: PersonalDataReport.Example) -> JSONObject {
    [
      "row": .optional(example.row), "byte": .optional(example.byte),
      "field": .string(example.field), "start": .optional(example.span.lowerBound),
      "end": .optional(example.span.upperBound), "text": .string(shown(example)),
      "score": .optional(example.score), "evidence": .string(example.evidence.rawValue),
    ]
  }

  private func shown(_ example: PersonalDataReport.Example) -> String {
    showsValues ? example.text : example.masked
  }
}

import SeedbedKernels

/// Reads the spans of a row, whatever shape and unit they have, and checks them against the text.
///
/// Public corpora often carry spans that do not sit at their offsets (485 of 2,543 in one, 234 of
/// 1,380 in another), so a span whose words occur exactly once is moved there, and any other misfit
/// takes the sample out of use as a parent.
struct SpanReader {
  let fields: FieldMap

  /// The spans of a row in scalars of the text, and the tags that tell what was done to them.
  func spans(in row: JSONObject, text: String) -> (spans: [TextSpan], tags: [String]) {
    var spans: [TextSpan] = []
    var tags: Set<String> = []
    let raw = rawSpans(in: row)
    guard !raw.isEmpty else { return ([], []) }
    let offsets = ScalarOffsets(text)
    for span in raw {
      switch place(span, in: text, offsets) {
      case .fits(let span): spans.append(span)
      case .moved(let span):
        spans.append(span)
        tags.insert("span_repaired")
      case .misfit: tags.insert("span_invalid")
      }
    }
    return (spans.sorted { ($0.start, $0.end) < ($1.start, $1.end) }, tags.sorted())
  }

  /// Writes spans back to where the row keeps them.
  func write(_ spans: [TextSpan], to row: inout JSONObject) {
    if let path = fields.spans, let old = path.value(in: row), let olds = Self.elements(of: old) {
      let list = JSONValue.array(spans.map { element($0, among: olds) })
      path.set(old.string == nil ? list : .string(list.serialized()), in: &row)
    }
    if let columns = fields.spanColumns, let span = spans.first {
      columns.start.set(number(span.start, like: columns.start.value(in: row)), in: &row)
      columns.end.set(number(span.end, like: columns.end.value(in: row)), in: &row)
      columns.text?.set(.string(span.text), in: &row)
    }
  }

  /// A span as its row has it, with what else its row says of it, such as a score.
  private func element(_ span: TextSpan, among olds: [JSONValue]) -> JSONValue {
    // In other units equal numbers are other places.
    guard fields.spanUnit == .scalar, var element = span.json.object,
      let old = olds.first(where: { Self.isSame(span, $0) })?.object
    else { return span.json }
    for (name, value) in old where !Self.ownNames.contains(name) { _ = element.add(name, value) }
    return .object(element)
  }

  /// Whether a span stands where its row says, so that what is said there is said of it.
  private static func isSame(_ span: TextSpan, _ old: JSONValue) -> Bool {
    place(old, starts) == span.start && place(old, ends) == span.end
      && text(old, labels) == span.label && (text(old, texts) ?? span.text) == span.text
  }

  private static let starts = ["start", "start_position", "startIndex"]
  private static let ends = ["end", "end_position", "endIndex"]
  private static let labels = ["label", "entity_type", "slot"]
  private static let texts = ["text", "entity_value", "value"]
  private static let ownNames = Set(starts + ends + labels + texts)

  private static func first(_ value: JSONValue, _ names: [String]) -> JSONValue? {
    names.lazy.compactMap { value[$0] }.first
  }

  private static func place(_ value: JSONValue, _ names: [String]) -> Int? {
    first(value, names).flatMap(integer)
  }

  private static func text(_ value: JSONValue, _ names: [String]) -> String? {
    first(value, names)?.string
  }

  /// The spans that a value holds: a list, or a text that is such a list as JSON, as columns with one kind
  /// of value have it.
  static func elements(of value: JSONValue) -> [JSONValue]? {
    if let elements = value.array { return elements }
    guard let text = value.string, text.utf8.first == UInt8(ascii: "[") else { return nil }
    return (try? JSONParser.parse(text))?.array
  }

  /// CSV rows hold numbers as texts, and keep doing so.
  private func number(_ value: Int, like old: JSONValue?) -> JSONValue {
    old?.string == nil ? .number(JSONNumber(value)) : .string(String(value))
  }

  private struct RawSpan {
    var start: Int, end: Int, label: String, text: String?
  }

  private enum Placement {
    case fits(TextSpan), moved(TextSpan), misfit
  }

  private func rawSpans(in row: JSONObject) -> [RawSpan] {
    var found: [RawSpan] = []
    for element in fields.spans?.value(in: row).flatMap(Self.elements) ?? [] {
      found.append(
        RawSpan(
          start: Self.place(element, Self.starts) ?? -1,
          end: Self.place(element, Self.ends) ?? -1,
          label: Self.text(element, Self.labels) ?? "",
          text: Self.text(element, Self.texts)
        )
      )
    }
    if let columns = fields.spanColumns,
      let start = columns.start.value(in: row).flatMap(Self.integer),
      let end = columns.end.value(in: row).flatMap(Self.integer)
    {
      found.append(
        RawSpan(
          start: start,
          end: end,
          label: columns.label.value(in: row)?.string ?? "",
          text: columns.text?.value(in: row)?.string
        )
      )
    }
    return found
  }

  private static func integer(_ value: JSONValue) -> Int? {
    value.int ?? value.string.flatMap { Int($0) }
  }

  private func place(_ raw: RawSpan, in text: String, _ offsets: ScalarOffsets) -> Placement {
    if let range = bytes(of: raw, in: text, offsets) {
      let words = Self.slice(text, range)
      if raw.text == nil || raw.text == words, !range.isEmpty {
        return span(raw, range, words, offsets).map(Placement.fits) ?? .misfit
      }
    }
    guard let words = raw.text, !words.isEmpty,
      let range = Self.onlyOccurrence(of: words, in: text),
      let moved = span(raw, range, words, offsets)
    else { return .misfit }
    return .moved(moved)
  }

  private func span(
    _ raw: RawSpan,
    _ range: Range<Int>,
    _ words: String,
    _ offsets: ScalarOffsets
  ) -> TextSpan? {
    guard let start = offsets.scalar(fromUTF8: range.lowerBound),
      let end = offsets.scalar(fromUTF8: range.upperBound)
    else { return nil }
    return TextSpan(start: start, end: end, label: raw.label, text: words)
  }

  private func bytes(
    of raw: RawSpan,
    in text: String,
    _ offsets: ScalarOffsets
  ) -> Range<Int>? {
    guard raw.start >= 0, raw.end >= raw.start else { return nil }
    let start: Int?, end: Int?
    switch fields.spanUnit {
    case .scalar:
      (start, end) = (offsets.utf8(fromScalar: raw.start), offsets.utf8(fromScalar: raw.end))
    case .utf16:
      (start, end) = (offsets.utf8(fromUTF16: raw.start), offsets.utf8(fromUTF16: raw.end))
    case .utf8:
      start = offsets.scalar(fromUTF8: raw.start).map { _ in raw.start }
      end = offsets.scalar(fromUTF8: raw.end).map { _ in raw.end }
    case .token:
      let tokens = Self.tokens(of: text)
      guard raw.end <= tokens.count, raw.start < raw.end else { return nil }
      (start, end) = (tokens[raw.start].lowerBound, tokens[raw.end - 1].upperBound)
    }
    guard let start, let end, start <= end else { return nil }
    return start..<end
  }

  private static func tokens(of text: String) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start: Int?
    var position = 0
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isSpace, let begun = start {
        tokens.append(begun..<position)
        start = nil
      } else if !isSpace, start == nil {
        start = position
      }
      position += 1
    }
    if let start { tokens.append(start..<position) }
    return tokens
  }

  private static func onlyOccurrence(of words: String, in text: String) -> Range<Int>? {
    let haystack = Array(text.utf8), needle = Array(words.utf8)
    guard needle.count <= haystack.count else { return nil }
    var found: Range<Int>?
    for start in 0...(haystack.count - needle.count)
    where haystack[start] == needle[0]
      && haystack[start..<(start + needle.count)].elementsEqual(needle)
    {
      guard found == nil else { return nil }
      found = start..<(start + needle.count)
    }
    return found
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    return String(text[start..<end])
  }
}

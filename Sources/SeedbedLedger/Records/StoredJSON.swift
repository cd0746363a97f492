import SeedbedData
import SeedbedKernels

/// The lists and objects that are stored as JSON inside a column.
enum StoredJSON {
  private static let emptyList = "[]"

  static func list(_ values: [JSONValue]) -> String {
    values.isEmpty ? emptyList : JSONValue.array(values).serialized(.compact)
  }

  static func strings(_ texts: [String]) -> String { list(texts.map(JSONValue.string)) }

  static func spans(_ spans: [TextSpan]) -> String { list(spans.map(\.json)) }

  /// Edits as `[start, end, replacement]`.
  static func edits(_ edits: [Edit]) -> String {
    list(
      edits.map {
        [
          .number(JSONNumber($0.start)), .number(JSONNumber($0.end)), .string($0.replacement),
          .string($0.reason),
        ]
      }
    )
  }

  /// A path as the list of its names and indexes, which the written form cannot always tell apart.
  static func path(_ path: FieldPath) -> String {
    list(
      path.steps.map { step in
        switch step {
        case .key(let name): .string(name)
        case .index(let index): .number(JSONNumber(index))
        }
      }
    )
  }

  static func object(in text: String) throws -> JSONObject {
    guard let object = try parse(text).object else { throw unreadable(text) }
    return object
  }

  static func strings(in text: String) throws -> [String] {
    try elements(in: text).map { try require($0.string, text) }
  }

  static func spans(in text: String) throws -> [TextSpan] {
    try elements(in: text).map { value in
      TextSpan(
        start: try require(value["start"]?.int, text),
        end: try require(value["end"]?.int, text),
        label: try require(value["label"]?.string, text),
        text: try require(value["text"]?.string, text)
      )
    }
  }

  static func edits(in text: String) throws -> [Edit] {
    try elements(in: text).map { value in
      // Edits of earlier versions of the program have no reason.
      guard let parts = value.array, (3...4).contains(parts.count), let start = parts[0].int,
        let end = parts[1].int, let replacement = parts[2].string
      else { throw unreadable(text) }
      return Edit(
        start: start,
        end: end,
        replacement: replacement,
        reason: parts.dropFirst(3).first?.string ?? ""
      )
    }
  }

  static func path(in text: String) throws -> FieldPath {
    FieldPath(
      try elements(in: text).map { step in
        if let name = step.string { return .key(name) }
        return .index(try require(step.int, text))
      }
    )
  }

  static func parse(_ text: String) throws -> JSONValue {
    do {
      return try JSONParser.parse(text, maximumDepth: JSONParser.depthCeiling)
    } catch {
      throw LedgerFailure.unreadable("text that should be JSON but is not (\(error))")
    }
  }

  private static func elements(in text: String) throws -> [JSONValue] {
    guard text != emptyList else { return [] }
    return try require(parse(text).array, text)
  }

  private static func require<Value>(_ value: Value?, _ text: String) throws -> Value {
    guard let value else { throw unreadable(text) }
    return value
  }

  private static func unreadable(_ text: String) -> SeedbedError {
    LedgerFailure.unreadable("JSON of an unknown shape: `\(text.prefix(60))`")
  }
}

public import SeedbedData

/// A text with places for the fields of a record: `{{customer.name}}` or `{customer.name}`.
public struct RecordTemplate: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case words(String)
    case field(FieldPath)
  }

  let parts: [Part]

  /// The fields that it has places for, in order.
  public var fields: [FieldPath] {
    parts.compactMap { part in
      guard case .field(let path) = part else { return nil }
      return path
    }
  }

  /// Reads a template.
  ///
  /// A `{` that no path and `}` follow stands for itself.
  ///
  /// - Parameter source: The text.
  /// - Throws: A `SeedbedError` when it has no place for any field, or a place that never ends.
  public init(_ source: String) throws {
    var parts: [Part] = []
    var words = ""
    var rest = source[...]
    while let brace = rest.firstIndex(of: "{") {
      words += rest[..<brace]
      let marks = rest[brace...].hasPrefix("{{") ? ("{{", "}}") : ("{", "}")
      let inner = rest[brace...].dropFirst(marks.0.count)
      guard let end = Self.index(of: marks.1, in: inner), let path = Self.path(inner[..<end]) else {
        guard marks.0 == "{" else {
          throw SeedbedError(
            .configuration,
            "the template `\(source.prefix(80))` has `{{` without the name of a field and `}}`",
            hint: "write `{{name}}`, or a path such as `{{customer.name}}`"
          )
        }
        words += "{"
        rest = inner
        continue
      }
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      parts.append(.field(path))
      rest = inner[end...].dropFirst(marks.1.count)
    }
    words += rest
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
    guard !fields.isEmpty else {
      throw SeedbedError(
        .configuration,
        "the template `\(source.prefix(80))` has no place for a field",
        hint: "write `{{name}}` where the value of the field `name` is to stand"
      )
    }
  }

  private static func index(of mark: String, in text: Substring) -> Substring.Index? {
    var rest = text
    while let brace = rest.firstIndex(of: "}") {
      if rest[brace...].hasPrefix(mark) { return brace }
      rest = rest[brace...].dropFirst()
    }
    return nil
  }

  private static func path(_ words: Substring) -> FieldPath? {
    var name = words
    while name.first == " " { name.removeFirst() }
    while name.last == " " { name.removeLast() }
    let isPath = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_-.[]".unicodeScalars.contains(scalar)
    }
    return isPath ? FieldPath(String(name)) : nil
  }
}

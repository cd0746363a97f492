/// The errors of a schema that cannot be compiled.
enum SchemaFault {
  /// Every keyword that is checked or stepped over.
  private static let keywords =
    SchemaSimpleKeywords.annotations + [
      "type", "enum", "const", "properties", "patternProperties", "required",
      "additionalProperties", "minProperties", "maxProperties", "items", "prefixItems",
      "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "format",
      "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "allOf",
      "anyOf", "oneOf", "not", "$ref", "$defs",
    ]

  static func error(_ words: String, at place: String, hint: String? = nil) -> SeedbedError {
    SeedbedError(.configuration, "the JSON Schema at `\(place.prefix(200))` \(words)", hint: hint)
  }

  static func unknown(_ keyword: String, at place: String) -> SeedbedError {
    let meant = NearestName.find(keyword, among: keywords)
    return error(
      "has the keyword `\(keyword.prefix(80))`, which is not known here",
      at: place,
      hint: meant.map { "did you mean `\($0)`?" }
        ?? "leave it out or say it in `description`: a rule that is not checked protects nothing"
    )
  }
}

/// Places in a schema, as JSON Pointers behind `#`.
enum SchemaPointer {
  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return name
    }
    return name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
  }

  /// The schema that a reference names, with its place; nil where there is none.
  static func resolve(_ reference: String, in root: JSONObject) -> (JSONValue, String)? {
    var value = JSONValue.object(root)
    var place = "#"
    for part in reference.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let name = unescaped(part) else { return nil }
      switch value {
      case .object(let object):
        guard let member = object[name] else { return nil }
        value = member
      case .array(let values):
        guard let number = Int(name), values.indices.contains(number) else { return nil }
        value = values[number]
      default: return nil
      }
      place += "/" + escaped(name)
    }
    return (value, place)
  }

  private static func unescaped(_ part: Substring) -> String? {
    var text = ""
    var rest = part[...]
    while let mark = rest.firstIndex(of: "~") {
      text += rest[..<mark]
      let code = rest[mark...].dropFirst().first
      guard code == "0" || code == "1" else { return nil }
      text += code == "0" ? "~" : "/"
      rest = rest[mark...].dropFirst(2)
    }
    return text + rest
  }
}

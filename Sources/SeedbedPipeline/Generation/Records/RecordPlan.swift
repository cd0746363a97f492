import SeedbedData

/// A schema of records, read once.
///
/// References are rewritten to stay right in a schema that holds the whole as a definition, so that any
/// part of it can be checked by itself.
struct RecordPlan: Sendable {
  /// The schema for whole records.
  let schema: JSONSchema
  /// The root with its references rewritten.
  let root: JSONValue
  private let bundle: JSONObject

  private static let prefix = "#/$defs/root"

  /// Reads a schema.
  ///
  /// - Parameter schema: The schema; `true` and `false` are none for records.
  /// - Throws: A `SeedbedError` that names the keyword that cannot be followed and where it stands.
  init(_ schema: JSONValue) throws {
    guard let object = schema.object else {
      throw SeedbedError(
        .configuration,
        "a schema of records must be an object, but is \(schema.kind)",
        hint: "give a JSON Schema such as {\"type\": \"object\", \"properties\": {…}}"
      )
    }
    self.schema = try JSONSchema(object)
    root = Self.rewritten(schema)
    bundle = ["root": root]
  }

  /// A schema for one place, which is a part of `root`.
  func check(_ place: JSONValue) -> JSONSchema? {
    var object = place.object ?? ["allOf": .array([place])]
    object["$defs"] = .object(bundle)
    return try? JSONSchema(object)
  }

  /// The part of `root` that a rewritten reference names.
  func target(of reference: String) -> JSONValue? {
    guard reference.hasPrefix(Self.prefix) else { return nil }
    var value = root
    for part in reference.dropFirst(Self.prefix.count).split(separator: "/") {
      let name = Self.unescaped(part)
      if let member = value[name] {
        value = member
      } else if let list = value.array, let index = Int(name), list.indices.contains(index) {
        value = list[index]
      } else {
        return nil
      }
    }
    return value
  }

  // MARK: - References

  private static let oneSchema = ["additionalProperties", "items", "not"]
  private static let lists = ["allOf", "anyOf", "oneOf", "prefixItems"]
  private static let members = ["properties", "patternProperties", "$defs", "definitions"]

  /// The schema with its references beginning at `#/$defs/root`; values of `const` and the like stay.
  private static func rewritten(_ schema: JSONValue) -> JSONValue {
    guard let object = schema.object else { return schema }
    var result = JSONObject()
    for (keyword, value) in object {
      if keyword == "$ref", let reference = value.string {
        result[keyword] = .string(prefix + reference.dropFirst())
      } else if oneSchema.contains(keyword) {
        result[keyword] = rewritten(value)
      } else if lists.contains(keyword), let values = value.array {
        result[keyword] = .array(values.map(rewritten))
      } else if members.contains(keyword), let schemas = value.object {
        var rewrittenMembers = JSONObject()
        for (name, schema) in schemas { rewrittenMembers[name] = rewritten(schema) }
        result[keyword] = .object(rewrittenMembers)
      } else {
        result[keyword] = value
      }
    }
    return .object(result)
  }

  private static func unescaped(_ part: Substring) -> String {
    var text = "", rest = part
    while let mark = rest.firstIndex(of: "~") {
      text += rest[..<mark]
      let code = rest[rest.index(after: mark)...].first
      text += code == "1" ? "/" : "~"
      rest = rest[mark...].dropFirst(2)
    }
    return text + rest
  }
}

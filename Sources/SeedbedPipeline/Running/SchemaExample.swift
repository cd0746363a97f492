import SeedbedData

/// A small value that a schema of ours describes: enough for a method to go on with.
enum SchemaExample {
  private static let deepest = 16

  /// An example for a schema.
  ///
  /// - Parameter schema: The schema.
  /// - Returns: A value with every property, as many items as are asked for, and short texts.
  static func value(for schema: JSONObject) -> JSONValue { value(schema, in: schema, depth: 0) }

  private static func value(
    _ schema: JSONObject,
    in root: JSONObject,
    depth: Int
  ) -> JSONValue {
    guard depth < deepest else { return .null }
    func inner(_ value: JSONValue?) -> JSONValue {
      value?.object.map { Self.value($0, in: root, depth: depth + 1) } ?? .null
    }
    if let constant = schema["const"] { return constant }
    if let first = schema["enum"]?.array?.first { return first }
    if let choice = (schema["anyOf"] ?? schema["oneOf"])?.array?.first { return inner(choice) }
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      return inner(root["$defs"]?[String(name)])
    }
    let type = schema["type"]?.string ?? schema["type"]?.array?.first?.string
    switch type {
    case "object":
      var object = JSONObject()
      for (name, property) in schema["properties"]?.object ?? JSONObject() {
        object[name] = inner(property)
      }
      return .object(object)
    case "array":
      let count = min(64, max(1, schema["minItems"]?.int ?? 1))
      return .array((0..<count).map { number in numbered(inner(schema["items"]), number) })
    case "integer", "number": return schema["minimum"] ?? 1
    case "boolean": return true
    case "null": return .null
    default: return "An example of a text."
    }
  }

  /// Items that differ, so that none is dropped as a copy of another.
  private static func numbered(_ value: JSONValue, _ number: Int) -> JSONValue {
    switch value {
    case .string(let text): .string("\(text) Number \(number).")
    case .object(let object):
      .object(
        object.reduce(into: JSONObject()) { $0[$1.key] = numbered($1.value, number) }
      )
    default: value
    }
  }
}

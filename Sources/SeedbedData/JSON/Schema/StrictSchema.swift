extension JSONSchema {
  /// A schema as endpoints with strict structured output accept it (OpenAI's `"strict": true`).
  ///
  /// Every object forbids further members and requires all that it names; what was optional may be
  /// null instead. Keywords that such endpoints refuse are said in `description`, and where one
  /// cannot be said without changing the meaning, there is no strict form: send the schema itself.
  /// An answer to the strict form is checked against the original one after ``withoutOptionalNulls(_:)``.
  ///
  /// - Parameter schema: The schema.
  /// - Returns: The strict form; nil where there is none (the root is no object, members of any name
  ///   are allowed, a tuple, `not`, a tree deeper than 32 levels).
  public static func strict(_ schema: JSONObject) -> JSONObject? {
    guard schema["type"]?.string == "object" || schema["$ref"] != nil,
      let strict = StrictSchema.form(of: schema, depth: 0)
    else { return nil }
    return strict
  }
}

/// Makes the strict form of schemas, one object at a time.
enum StrictSchema {
  private static let maximumDepth = 32
  /// Keywords that are kept as they are.
  private static let kept = [
    "type", "enum", "const", "$ref", "title", "format", "pattern", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems",
  ]
  /// Keywords that only say something, and are left out.
  private static let dropped = [
    "default", "examples", "deprecated", "readOnly", "writeOnly", "$schema", "$id", "$comment",
    "required", "additionalProperties", "description",
  ]
  /// Keywords that are said in words instead.
  private static let said: [(keyword: String, words: String)] = [
    ("minLength", "at least % characters"), ("maxLength", "at most % characters"),
    ("uniqueItems", "no element twice"), ("minProperties", "at least % members"),
    ("maxProperties", "at most % members"),
  ]

  static func form(of schema: JSONObject, depth: Int) -> JSONObject? {
    guard depth < maximumDepth else { return nil }
    var result = JSONObject()
    var notes: [String] = []
    for (keyword, value) in schema {
      if kept.contains(keyword) {
        result[keyword] = value
      } else if let said = said.first(where: { $0.keyword == keyword }) {
        if let words = words(said.words, value) { notes.append(words) }
      } else if dropped.contains(keyword) {
        continue
      } else {
        guard let form = nested(keyword, value, in: schema, depth: depth) else { return nil }
        result[keyword == "oneOf" ? "anyOf" : keyword == "definitions" ? "$defs" : keyword] = form
      }
    }
    if allowsObject(schema) {
      guard schema["additionalProperties"]?.bool != true,
        schema["additionalProperties"]?.object == nil,
        let properties = schema["properties"]?.object
      else { return nil }
      result["required"] = .array(properties.keys.map { .string($0) })
      result["additionalProperties"] = false
    }
    if let description = schema["description"]?.string { notes.insert(description, at: 0) }
    if !notes.isEmpty { result["description"] = .string(notes.joined(separator: "; ")) }
    if let reference = result["$ref"]?.string {
      guard
        reference == "#" || reference.hasPrefix("#/$defs/")
          || reference.hasPrefix("#/definitions/")
      else { return nil }
      let name = reference.split(separator: "/").dropFirst(2).joined(separator: "/")
      result["$ref"] = reference == "#" ? "#" : .string("#/$defs/" + name)
    }
    return result
  }

  private static func allowsObject(_ schema: JSONObject) -> Bool {
    guard let type = schema["type"] else { return schema["properties"] != nil }
    return type.string == "object" || type.array?.contains("object") == true
  }

  private static func words(_ words: String, _ value: JSONValue) -> String? {
    if let flag = value.bool { return flag ? words : nil }
    guard let number = value.int else { return nil }
    return words.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: String(number))
  }

  private static func nested(
    _ keyword: String,
    _ value: JSONValue,
    in schema: JSONObject,
    depth: Int
  ) -> JSONValue? {
    switch keyword {
    case "items": return value.object.flatMap { form(of: $0, depth: depth + 1) }.map { .object($0) }
    case "anyOf", "oneOf": return forms(value, depth: depth)
    case "$defs", "definitions", "properties":
      let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
      var members = JSONObject()
      for (name, schema) in value.object ?? [:] {
        guard let object = schema.object, let form = form(of: object, depth: depth + 1) else {
          return nil
        }
        let isOptional = keyword == "properties" && !required.contains(name)
        members[name] = .object(isOptional ? orNull(form) : form)
      }
      return .object(members)
    default: return nil
    }
  }

  private static func forms(_ value: JSONValue, depth: Int) -> JSONValue? {
    var forms: [JSONValue] = []
    for schema in value.array ?? [] {
      guard let object = schema.object, let form = form(of: object, depth: depth + 1) else {
        return nil
      }
      forms.append(.object(form))
    }
    return forms.isEmpty ? nil : .array(forms)
  }

  /// A schema that lets null pass too.
  private static func orNull(_ schema: JSONObject) -> JSONObject {
    guard let type = schema["type"], schema["const"] == nil else {
      return ["anyOf": [.object(schema), ["type": "null"]]]
    }
    var types = type.array ?? [type]
    if !types.contains("null") { types.append("null") }
    var result = schema
    result["type"] = .array(types)
    if let values = schema["enum"]?.array, !values.contains(.null) {
      result["enum"] = .array(values + [.null])
    }
    return result
  }
}

import SeedbedData

/// The rules that hold for one value: schemas that all apply to it, with references followed and one way
/// taken where there are several.
struct RecordRules: Sendable {
  /// The schemas, the one that stands at the place first.
  var schemas: [JSONObject] = []
  /// Whether nothing is allowed.
  var isNever = false
  /// Whether a value that follows `schemas` may still be refused, so that it has to be checked.
  var needsCheck = false
  /// The schema as it stands, for checking.
  var place: JSONValue

  init(place: JSONValue) { self.place = place }

  /// The values of a keyword, in the order of the schemas.
  func values(_ keyword: String) -> [JSONValue] { schemas.compactMap { $0[keyword] } }

  /// The kinds of value that are allowed; nil where any is.
  var types: [String]? {
    var allowed: [String]?
    for value in values("type") {
      var names = (value.array ?? [value]).compactMap(\.string)
      if names.contains("number") { names.append("integer") }
      guard let before = allowed else {
        allowed = names
        continue
      }
      allowed = before.filter(names.contains)
    }
    guard let allowed else { return nil }
    return allowed.contains("number") ? allowed.filter { $0 != "integer" } : allowed
  }

  /// The kind of value that keywords speak of where no type is named.
  var impliedType: String? {
    let hints: [(String, [String])] = [
      ("object", ["properties", "required", "patternProperties", "additionalProperties"]),
      ("object", ["minProperties", "maxProperties"]),
      ("array", ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]),
      ("number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
      ("string", ["minLength", "maxLength", "pattern", "format"]),
    ]
    return hints.first { _, keywords in
      keywords.contains { keyword in schemas.contains { $0[keyword] != nil } }
    }?.0
  }

  /// The values that `const` or `enum` leaves; nil where neither stands.
  var choices: [JSONValue]? {
    let constants = values("const")
    if let first = constants.first { return [first] }
    return values("enum").compactMap(\.array).min { $0.count < $1.count }
  }

  /// The largest of a keyword's whole numbers.
  func largest(_ keyword: String) -> Int? { values(keyword).compactMap(\.int).max() }

  /// The smallest of a keyword's whole numbers.
  func smallest(_ keyword: String) -> Int? { values(keyword).compactMap(\.int).min() }

  /// How many scalars a string may have; nil where no number fits.
  var lengths: ClosedRange<Int>? {
    let low = largest("minLength") ?? 0
    let high = smallest("maxLength") ?? max(low, 1 << 20)
    return low <= high ? low...high : nil
  }

  /// Names that must be there, each once.
  var required: [String] {
    var names: [String] = []
    for value in values("required") {
      for name in (value.array ?? []).compactMap(\.string) where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// The declared properties, in order, each once.
  var properties: [String] {
    var names: [String] = []
    for object in values("properties").compactMap(\.object) {
      for name in object.keys where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// What a member has to follow: the schemas that speak of its name.
  func member(_ name: String) -> JSONValue {
    var found: [JSONValue] = []
    for schema in schemas {
      var isKnown = false
      if let property = schema["properties"]?[name] {
        found.append(property)
        isKnown = true
      }
      for (pattern, value) in schema["patternProperties"]?.object ?? [:]
      where (try? PatternSampler(pattern))?.accepts(name) == true {
        found.append(value)
        isKnown = true
      }
      if !isKnown, let others = schema["additionalProperties"] { found.append(others) }
    }
    return found.count == 1 ? found[0] : found.isEmpty ? true : ["allOf": .array(found)]
  }

  /// What the element at a position has to follow.
  func element(_ position: Int) -> JSONValue {
    var found: [JSONValue] = []
    for schema in schemas {
      let prefix = schema["prefixItems"]?.array ?? []
      if position < prefix.count {
        found.append(prefix[position])
      } else if let items = schema["items"] {
        found.append(items)
      }
    }
    return found.count == 1 ? found[0] : found.isEmpty ? true : ["allOf": .array(found)]
  }
}

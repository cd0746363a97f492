/// One schema of a compiled JSON Schema; it names others by their place in one array.
struct SchemaNode: Sendable {
  /// Whether nothing is allowed: the schema `false`.
  var isNever = false
  var types: SchemaTypes?
  var choice: SchemaChoice?
  var constant: SchemaChoice?
  var reference: Int?
  var all: [Int] = []
  var any: [Int] = []
  var one: [Int] = []
  var negation: Int?
  var numbers = SchemaNumberRules()
  var texts = SchemaTextRules()
  var lists = SchemaListRules()
  var objects = SchemaObjectRules()

  /// The schemas that are applied to the same value as this one.
  var inPlace: [Int] {
    all + any + one + [reference, negation].compactMap(\.self)
  }
}

/// A node that is finished: shared, because copying its many parts would cost more than most checks.
final class SchemaRules: Sendable {
  let rules: SchemaNode

  init(_ rules: SchemaNode) { self.rules = rules }
}

/// The kinds of value that the keyword `type` names.
struct SchemaTypes: OptionSet, Sendable {
  static let null = Self(rawValue: 1)
  static let boolean = Self(rawValue: 2)
  static let integer = Self(rawValue: 4)
  static let number = Self(rawValue: 8)
  static let string = Self(rawValue: 16)
  static let array = Self(rawValue: 32)
  static let object = Self(rawValue: 64)

  /// The names in the order in which messages list them.
  static let names: [(name: String, type: SchemaTypes)] = [
    ("string", .string), ("integer", .integer), ("number", .number), ("boolean", .boolean),
    ("array", .array), ("object", .object), ("null", .null),
  ]

  let rawValue: UInt8

  /// Whether a value is of one of these kinds; `1.0` is an integer.
  func allows(_ value: JSONValue) -> Bool {
    switch value {
    case .null: contains(.null)
    case .bool: contains(.boolean)
    case .string: contains(.string)
    case .array: contains(.array)
    case .object: contains(.object)
    case .number(let number):
      contains(.number) || contains(.integer) && ExactNumber(number).isWhole
    }
  }

  /// The names, as in `string or null`.
  var words: String {
    Self.names.filter { contains($0.type) }.map(\.name).joined(separator: " or ")
  }
}

/// The values that `enum` or `const` allows.
struct SchemaChoice: Sendable {
  var values: [JSONValue]
  /// The canonical bytes of each, with equal numbers written alike.
  var keys: Set<[UInt8]>

  init(_ values: [JSONValue]) {
    self.values = values
    keys = Set(values.map(CanonicalValue.bytes))
  }

  func contains(_ value: JSONValue) -> Bool { keys.contains(CanonicalValue.bytes(of: value)) }
}

/// What a number must fulfil.
struct SchemaNumberRules: Sendable {
  var minimum: JSONNumber?
  var maximum: JSONNumber?
  var exclusiveMinimum: JSONNumber?
  var exclusiveMaximum: JSONNumber?
  var multiple: JSONNumber?

  var isEmpty: Bool {
    minimum == nil && maximum == nil && exclusiveMinimum == nil && exclusiveMaximum == nil
      && multiple == nil
  }
}

/// What a string must fulfil; lengths in Unicode scalars.
struct SchemaTextRules: Sendable {
  var minimum: Int?
  var maximum: Int?
  var pattern: TextPattern?
  var format: TextFormat?
}

/// What an array must fulfil.
struct SchemaListRules: Sendable {
  var prefix: [Int] = []
  var items: Int?
  var minimum: Int?
  var maximum: Int?
  var isUnique = false
}

/// What an object must fulfil.
struct SchemaObjectRules: Sendable {
  var properties: [String: Int] = [:]
  var patterns: [(pattern: TextPattern, node: Int)] = []
  var required: [String] = []
  var others: Int?
  var minimum: Int?
  var maximum: Int?

  /// Whether any keyword looks at members.
  var looksAtMembers: Bool { !properties.isEmpty || !patterns.isEmpty || others != nil }
}

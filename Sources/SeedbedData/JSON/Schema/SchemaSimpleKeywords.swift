/// The keywords whose values hold no further schema.
enum SchemaSimpleKeywords {
  /// Keywords that say something to people and check nothing.
  static let annotations = [
    "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly",
    "$schema", "$id", "$comment",
  ]

  /// Reads a keyword into a node.
  ///
  /// - Returns: Whether it was one of these.
  static func read(
    _ keyword: String,
    _ words: SchemaWord,
    into node: inout SchemaNode
  ) throws(SeedbedError) -> Bool {
    if annotations.contains(keyword) { return true }
    switch keyword {
    case "type": node.types = try words.types()
    case "enum": node.choice = SchemaChoice(try words.values())
    case "const": node.constant = SchemaChoice([words.value])
    case "required": node.objects.required = try words.names()
    case "minProperties": node.objects.minimum = try words.count()
    case "maxProperties": node.objects.maximum = try words.count()
    case "minItems": node.lists.minimum = try words.count()
    case "maxItems": node.lists.maximum = try words.count()
    case "uniqueItems": node.lists.isUnique = try words.flag()
    case "minLength": node.texts.minimum = try words.count()
    case "maxLength": node.texts.maximum = try words.count()
    case "pattern": node.texts.pattern = try words.pattern()
    case "format": node.texts.format = try words.format()
    case "minimum": node.numbers.minimum = try words.number()
    case "maximum": node.numbers.maximum = try words.number()
    case "exclusiveMinimum": node.numbers.exclusiveMinimum = try words.number()
    case "exclusiveMaximum": node.numbers.exclusiveMaximum = try words.number()
    case "multipleOf": node.numbers.multiple = try words.divisor()
    default: return false
    }
    return true
  }
}

/// The value of a keyword with its place, read as what the keyword needs.
struct SchemaWord {
  var value: JSONValue
  var place: String

  private func expected(_ what: String) -> SeedbedError {
    SchemaFault.error("must be \(what), but is \(value.kind)", at: place)
  }

  func string() throws(SeedbedError) -> String {
    guard let string = value.string else { throw expected("a string") }
    return string
  }

  func object() throws(SeedbedError) -> JSONObject {
    guard let object = value.object else { throw expected("an object") }
    return object
  }

  func schemas() throws(SeedbedError) -> [JSONValue] {
    guard let values = value.array, !values.isEmpty else { throw expected("a list of schemas") }
    return values
  }

  func values() throws(SeedbedError) -> [JSONValue] {
    guard let values = value.array, !values.isEmpty else { throw expected("a list of values") }
    return values
  }

  func flag() throws(SeedbedError) -> Bool {
    guard let flag = value.bool else { throw expected("true or false") }
    return flag
  }

  func count() throws(SeedbedError) -> Int {
    guard let count = value.int, count >= 0 else { throw expected("a whole number from 0") }
    return count
  }

  func number() throws(SeedbedError) -> JSONNumber {
    guard case .number(let number) = value else { throw expected("a number") }
    return number
  }

  func divisor() throws(SeedbedError) -> JSONNumber {
    let number = try number()
    let exact = ExactNumber(number)
    guard !exact.isNegative, (1...18).contains(exact.digits.count) else {
      throw SchemaFault.error("must be a number above 0 with at most 18 digits", at: place)
    }
    return number
  }

  func names() throws(SeedbedError) -> [String] {
    guard let values = value.array else { throw expected("a list of names") }
    var names: [String] = []
    for value in values {
      guard let name = value.string else { throw expected("a list of names") }
      names.append(name)
    }
    return names
  }

  func types() throws(SeedbedError) -> SchemaTypes {
    var types = SchemaTypes()
    for value in value.array ?? [value] {
      guard let name = value.string else { throw expected("a type's name or a list of them") }
      guard let type = SchemaTypes.names.first(where: { $0.name == name })?.type else {
        throw SchemaFault.error(
          "is `\(name.prefix(80))`, which is no type",
          at: place,
          hint: "types are \(SchemaTypes.names.map { "`\($0.name)`" }.joined(separator: ", "))"
        )
      }
      types.insert(type)
    }
    guard !types.isEmpty else { throw expected("a type's name or a list of them") }
    return types
  }

  func pattern() throws(SeedbedError) -> TextPattern {
    let source = try string()
    do {
      return try TextPattern(source)
    } catch {
      throw SchemaFault.error(
        "is no pattern that is known here: \(error.reason) at character \(error.offset + 1)",
        at: place,
        hint: "patterns know classes, groups, `|`, `* + ? {m,n}`, `^ $ \\b`, but nothing that"
          + " looks around or back"
      )
    }
  }

  func format() throws(SeedbedError) -> TextFormat {
    let name = try string()
    guard let format = TextFormat(rawValue: name) else {
      throw SchemaFault.error(
        "is `\(name.prefix(80))`, which is not known here",
        at: place,
        hint: "formats are "
          + TextFormat.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      )
    }
    return format
  }
}

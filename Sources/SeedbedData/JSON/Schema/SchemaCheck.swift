/// One step into a value.
enum ValueStep: Hashable, Sendable {
  case member(String)
  case element(Int)
}

/// A violation together with what a repair needs to know.
struct SchemaFinding: Sendable {
  var steps: [ValueStep]
  var node: Int
  var rule: String
  var message: String

  var violation: SchemaViolation {
    let path = steps.map { step in
      switch step {
      case .member(let name): "/" + SchemaPointer.escaped(name)
      case .element(let number): "/\(number)"
      }
    }
    return SchemaViolation(path: path.joined(), rule: rule, message: message)
  }
}

/// One run of a schema over a value.
///
/// The run ends when enough was found or too much was tried, so that neither a hostile value nor a schema
/// whose branches multiply can keep it busy.
struct SchemaCheck {
  /// How many steps of checking one value may take.
  static let effortLimit = 10_000_000
  /// Values may lie in each other this deep.
  static let maximumDepth = 512

  let nodes: [SchemaRules]
  let limit: Int
  private var found: [SchemaFinding] = []
  private var steps: [ValueStep] = []
  private var effort = SchemaCheck.effortLimit

  init(nodes: [SchemaRules], limit: Int) {
    self.nodes = nodes
    self.limit = limit
  }

  /// Whether going on would tell nothing new.
  private var isDone: Bool { found.count >= limit || effort <= 0 }

  /// Checks a value against a node.
  ///
  /// - Returns: What breaks it; never nothing when the effort did not suffice.
  mutating func run(_ value: JSONValue, against number: Int) -> [SchemaFinding] {
    check(value, against: number)
    if found.isEmpty, effort <= 0 {
      add(number, "effort", "is too deep or too large to be checked against this schema")
    }
    return found
  }

  /// Checks a value against a node and adds what breaks it.
  private mutating func check(_ value: JSONValue, against number: Int) {
    guard !isDone else { return }
    effort -= 1
    guard effort > 0, steps.count <= Self.maximumDepth else {
      effort = 0
      return
    }
    let node = nodes[number]
    guard !node.rules.isNever else { return add(number, "false", "is not allowed here") }
    if let types = node.rules.types, !types.allows(value) {
      add(number, "type", "must be \(types.words), but is \(value.kind)")
    }
    if let constant = node.rules.constant, !constant.contains(value) {
      add(number, "const", "must be \(shown(constant.values)), but is \(Self.shown(value))")
    }
    if let choice = node.rules.choice, !choice.contains(value) {
      add(number, "enum", "must be one of \(shown(choice.values)), but is \(Self.shown(value))")
    }
    if let reference = node.rules.reference { check(value, against: reference) }
    switch value {
    case .number(let value): checkNumber(value, node.rules.numbers, number)
    case .string(let value): checkText(value, node.rules.texts, number)
    case .array(let values): checkList(values, node.rules.lists, number)
    case .object(let object): checkObject(object, node.rules.objects, number)
    case .null, .bool: break
    }
    checkBranches(value, number)
  }

  private mutating func add(_ node: Int, _ rule: String, _ message: String) {
    found.append(SchemaFinding(steps: steps, node: node, rule: rule, message: message))
  }

  /// Whether a value follows a node; what breaks it is not kept.
  private mutating func accepts(_ value: JSONValue, _ node: Int) -> Bool {
    var trial = SchemaCheck(nodes: nodes, limit: 1)
    trial.steps = steps
    trial.effort = effort
    trial.check(value, against: node)
    effort = trial.effort - steps.count
    return trial.found.isEmpty && trial.effort > 0
  }

  private mutating func checkBranches(_ value: JSONValue, _ number: Int) {
    let node = nodes[number]
    for branch in node.rules.all { check(value, against: branch) }
    if !node.rules.any.isEmpty, !node.rules.any.contains(where: { accepts(value, $0) }) {
      add(number, "anyOf", "fits none of the \(node.rules.any.count) allowed forms")
    }
    if !node.rules.one.isEmpty {
      let fitting = node.rules.one.count { accepts(value, $0) }
      if fitting != 1 {
        add(number, "oneOf", "must fit one of \(node.rules.one.count) forms, but fits \(fitting)")
      }
    }
    if let negation = node.rules.negation, accepts(value, negation) {
      add(number, "not", "has a form that is excluded")
    }
  }

  private mutating func checkNumber(
    _ value: JSONNumber,
    _ rules: SchemaNumberRules,
    _ number: Int
  ) {
    guard !rules.isEmpty else { return }
    let exact = ExactNumber(value)
    effort -= exact.digits.count
    let but = "but is \(value.literal.prefix(40))"
    if let bound = rules.minimum, exact.isLess(than: ExactNumber(bound)) {
      add(number, "minimum", "must be at least \(bound), \(but)")
    }
    if let bound = rules.maximum, ExactNumber(bound).isLess(than: exact) {
      add(number, "maximum", "must be at most \(bound), \(but)")
    }
    if let bound = rules.exclusiveMinimum, !ExactNumber(bound).isLess(than: exact) {
      add(number, "exclusiveMinimum", "must be more than \(bound), \(but)")
    }
    if let bound = rules.exclusiveMaximum, !exact.isLess(than: ExactNumber(bound)) {
      add(number, "exclusiveMaximum", "must be less than \(bound), \(but)")
    }
    if let divisor = rules.multiple, !exact.isMultiple(of: ExactNumber(divisor)) {
      add(number, "multipleOf", "must be a multiple of \(divisor), \(but)")
    }
  }

  private mutating func checkText(_ value: String, _ rules: SchemaTextRules, _ number: Int) {
    if rules.minimum != nil || rules.maximum != nil {
      let count = value.unicodeScalars.count
      if let bound = rules.minimum, count < bound {
        add(number, "minLength", "must have at least \(bound) characters, but has \(count)")
      }
      if let bound = rules.maximum, count > bound {
        add(number, "maxLength", "must have at most \(bound) characters, but has \(count)")
      }
    }
    if let pattern = rules.pattern {
      switch pattern.matches(value, effort: &effort) {
      case true: break
      case false: add(number, "pattern", "must match the pattern `\(pattern.source.prefix(120))`")
      case nil: add(number, "effort", "is too long for the pattern `\(pattern.source.prefix(120))`")
      }
    }
    if let format = rules.format, !format.accepts(value) {
      add(number, "format", "must be \(format.words), but is \(Self.shown(.string(value)))")
    }
  }

  private mutating func checkList(
    _ values: [JSONValue],
    _ rules: SchemaListRules,
    _ number: Int
  ) {
    for (position, value) in values.enumerated() {
      guard !isDone else { return }
      let inPrefix = position < rules.prefix.count
      guard let schema = inPrefix ? rules.prefix[position] : rules.items else { break }
      if !inPrefix, nodes[schema].rules.isNever {
        let count = rules.prefix.count
        add(number, "items", "must have at most \(count) elements, but has \(values.count)")
        break
      }
      steps.append(.element(position))
      check(value, against: schema)
      steps.removeLast()
    }
    if let bound = rules.minimum, values.count < bound {
      add(number, "minItems", "must have at least \(bound) elements, but has \(values.count)")
    }
    if let bound = rules.maximum, values.count > bound {
      add(number, "maxItems", "must have at most \(bound) elements, but has \(values.count)")
    }
    if rules.isUnique {
      effort -= values.count
      var seen = Set<[UInt8]>(minimumCapacity: values.count)
      let twice = values.firstIndex { !seen.insert(CanonicalValue.bytes(of: $0)).inserted }
      if let twice { add(number, "uniqueItems", "has element \(twice) twice") }
    }
  }

  private mutating func checkObject(
    _ object: JSONObject,
    _ rules: SchemaObjectRules,
    _ number: Int
  ) {
    for name in rules.required where object[name] == nil {
      add(number, "required", "lacks the member `\(name)`")
    }
    if rules.looksAtMembers { checkMembers(object, rules, number) }
    if let bound = rules.minimum, object.count < bound {
      add(number, "minProperties", "must have at least \(bound) members, but has \(object.count)")
    }
    if let bound = rules.maximum, object.count > bound {
      add(number, "maxProperties", "must have at most \(bound) members, but has \(object.count)")
    }
  }

  private mutating func checkMembers(
    _ object: JSONObject,
    _ rules: SchemaObjectRules,
    _ number: Int
  ) {
    var extra: [String] = []
    for (name, value) in object {
      guard !isDone else { return }
      var schemas = [rules.properties[name]].compactMap(\.self)
      for (pattern, schema) in rules.patterns
      where pattern.matches(name, effort: &effort) == true { schemas.append(schema) }
      if schemas.isEmpty, let others = rules.others {
        if nodes[others].rules.isNever { extra.append(name) } else { schemas.append(others) }
      }
      steps.append(.member(name))
      for schema in schemas { check(value, against: schema) }
      steps.removeLast()
    }
    guard let first = extra.first else { return }
    let more = extra.count > 1 ? " and \(extra.count - 1) more" : ""
    add(number, "additionalProperties", "has the unknown member `\(first.prefix(80))`\(more)")
  }

  /// A few values for a message.
  private func shown(_ values: [JSONValue]) -> String {
    let words = values.prefix(12).map(Self.shown).joined(separator: ", ")
    return values.count > 12 ? "\(words), … (\(values.count))" : words
  }

  /// A value for a message, short and on one line.
  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .array, .object: return value.kind
    default:
      var bytes: [UInt8] = []
      JSONWriter().write(value, into: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.unicodeScalars.count > 80 else { return text }
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix(80))) + "…"
    }
  }
}

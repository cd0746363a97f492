import SeedbedData
import SeedbedKernels

/// Makes values that follow a schema, remembering which rules held where.
struct RecordMaker {
  /// One value with the rules it was made for.
  struct Place {
    var steps: [RecordStep]
    var rules: RecordRules
    var name: FieldName
  }

  let plan: RecordPlan
  /// The number of the record.
  let number: Int
  var random: CounterRandom
  /// Every value of the record, the outer before the inner.
  private(set) var places: [Place] = []
  private var checks: [JSONValue: JSONSchema] = [:]
  private var effort = RecordMaker.mostEffort

  /// How many values may be tried for one record.
  private static let mostEffort = 20_000
  static let tries = 12
  /// From this depth on only what must be there is made.
  static let deep = 5
  private static let deepest = 40
  static let longestList = 2000
  private static let longestText = 100_000
  static let optionalShare = 0.75
  private static let exampleShare = 0.2
  private static let nullShare = 0.1

  init(plan: RecordPlan, number: Int, random: CounterRandom) {
    self.plan = plan
    self.number = number
    self.random = random
  }

  /// One whole record; nil where a few tries found none that the schema accepts.
  mutating func record() -> JSONValue? {
    for _ in 0..<Self.tries {
      places = []
      effort = Self.mostEffort
      guard let value = value(of: plan.root, at: [], FieldName("")) else { continue }
      if plan.schema.accepts(value) { return value }
    }
    return nil
  }

  /// A value for one place; nil where none was found.
  mutating func value(
    of schema: JSONValue,
    at steps: [RecordStep],
    _ name: FieldName
  ) -> JSONValue? {
    guard steps.count <= Self.deepest else { return nil }
    for attempt in 0..<Self.tries {
      effort -= 1
      guard effort > 0 else { return nil }
      var rules = RecordRules(place: schema)
      collect(schema, into: &rules, depth: 0, isDeep: steps.count >= Self.deep && attempt < 6)
      guard !rules.isNever else { continue }
      let count = places.count
      places.append(Place(steps: steps, rules: rules, name: name))
      if let value = value(rules, at: steps, name),
        !rules.needsCheck || accepts(value, schema)
      {
        return value
      }
      places.removeLast(places.count - count)
      // Without a choice of ways, and with nothing left to chance below, trying again is in vain.
      if !rules.needsCheck, attempt >= 3 { return nil }
    }
    return nil
  }

  /// Whether a value follows the schema of a place.
  mutating func accepts(_ value: JSONValue, _ place: JSONValue) -> Bool {
    if let check = checks[place] { return check.accepts(value) }
    guard let check = plan.check(place) else { return false }
    checks[place] = check
    return check.accepts(value)
  }

  // MARK: - Rules

  /// Follows references and takes one way of each choice.
  private mutating func collect(
    _ schema: JSONValue,
    into rules: inout RecordRules,
    depth: Int,
    isDeep: Bool
  ) {
    guard depth < 64 else {
      rules.isNever = true
      return
    }
    guard let object = schema.object else {
      if schema.bool == false { rules.isNever = true }
      return
    }
    rules.schemas.append(object)
    if let target = object["$ref"]?.string.flatMap(plan.target) {
      collect(target, into: &rules, depth: depth + 1, isDeep: isDeep)
    }
    for part in object["allOf"]?.array ?? [] {
      collect(part, into: &rules, depth: depth + 1, isDeep: isDeep)
    }
    for keyword in ["anyOf", "oneOf"] {
      guard let ways = object[keyword]?.array else { continue }
      rules.needsCheck = true
      // Deep down, ways that go no deeper come first, so that recursion ends.
      let flat = isDeep ? ways.filter { !goesDeeper($0) } : []
      guard let way = random.pick(flat.isEmpty ? ways : flat) else { continue }
      collect(way, into: &rules, depth: depth + 1, isDeep: isDeep)
    }
    if object["not"] != nil { rules.needsCheck = true }
  }

  private func goesDeeper(_ schema: JSONValue) -> Bool {
    ["$ref", "properties", "items", "prefixItems", "allOf", "anyOf", "oneOf"]
      .contains { schema[$0] != nil }
  }

  // MARK: - Values

  private mutating func value(
    _ rules: RecordRules,
    at steps: [RecordStep],
    _ name: FieldName
  ) -> JSONValue? {
    if let choices = rules.choices {
      var order = choices
      random.shuffle(&order)
      return order.first { accepts($0, rules.place) }
    }
    if random.chance(Self.exampleShare), let example = example(rules) { return example }
    return switch type(of: rules, at: steps, name) {
    case "null": .null
    case "boolean": .bool(random.chance(0.5))
    case "integer": makeNumber(rules, isWhole: true, name)
    case "number": makeNumber(rules, isWhole: false, name)
    case "array": makeList(rules, at: steps, name)
    case "object": makeObject(rules, at: steps)
    case "string": makeText(rules, name)
    default: nil
    }
  }

  /// One of the examples or the default; nil where there is none that follows the rules.
  private mutating func example(_ rules: RecordRules) -> JSONValue? {
    let examples = rules.values("examples").compactMap(\.array).flatMap(\.self)
    let usual = rules.values("default")
    guard let chosen = random.pick(examples.isEmpty ? usual : examples),
      accepts(chosen, rules.place)
    else { return nil }
    return chosen
  }

  private mutating func type(
    of rules: RecordRules,
    at steps: [RecordStep],
    _ name: FieldName
  ) -> String {
    guard var types = rules.types else {
      return rules.impliedType ?? (steps.isEmpty ? "object" : "string")
    }
    if types.count > 1, let null = types.firstIndex(of: "null") {
      if random.chance(Self.nullShare) { return "null" }
      types.remove(at: null)
    }
    if let implied = rules.impliedType, types.contains(implied), random.chance(0.7) {
      return implied
    }
    if steps.count >= Self.deep {
      let flat = types.filter { $0 != "array" && $0 != "object" }
      if !flat.isEmpty { types = flat }
    }
    return random.pick(types) ?? ""
  }

  private mutating func makeNumber(
    _ rules: RecordRules,
    isWhole: Bool,
    _ name: FieldName
  ) -> JSONValue? {
    guard let numbers = Self.numbers(rules, isWhole: isWhole, name) else { return nil }
    if isWhole, name.ends(in: "id", "number", "no") {
      // Ids go up with the records as long as there are enough of them.
      let (place, overflow) = numbers.steps.lowerBound.addingReportingOverflow(number)
      if !overflow, numbers.steps.contains(place), number > 0 || numbers.hasLow {
        return numbers.value(place)
      }
    }
    return numbers.draw(&random)
  }

  /// The numbers that rules allow for a field.
  static func numbers(_ rules: RecordRules, isWhole: Bool, _ name: FieldName) -> RecordNumbers? {
    let usual = FieldWords.range(for: name)
    return RecordNumbers(rules, isWhole: isWhole, usual: usual.range, usualScale: usual.scale)
  }

  private mutating func makeText(_ rules: RecordRules, _ name: FieldName) -> JSONValue? {
    guard let lengths = rules.lengths, lengths.lowerBound <= Self.longestText else { return nil }
    return text(rules, name, lengths).map(JSONValue.string)
  }

  /// A text of some length that follows the form and the patterns of the rules.
  mutating func text(
    _ rules: RecordRules,
    _ name: FieldName,
    _ lengths: ClosedRange<Int>
  ) -> String? {
    let formats = rules.values("format").compactMap(\.string)
    let patterns = rules.values("pattern").compactMap(\.string)
    let needsCheck = formats.count + patterns.count > 1 || !formats.isEmpty
    for _ in 0..<Self.tries {
      let drawn: String?
      if let pattern = patterns.first, let sampler = try? PatternSampler(pattern) {
        let most = lengths.upperBound > 1000 ? lengths.lowerBound + 24 : lengths.upperBound
        drawn = sampler.text(lengths: lengths.lowerBound...most, random: &random)
        // It has tried often enough itself.
        if drawn == nil { return nil }
      } else if let format = formats.first {
        drawn = FormatValues.text(format, random: &random)
      } else {
        let words = FieldWords.text(for: name, number: number, random: &random)
        drawn = RecordLengths.fitted(words, to: lengths, random: &random)
      }
      guard let drawn, lengths.contains(drawn.unicodeScalars.count) else { continue }
      if !needsCheck || accepts(.string(drawn), rules.place) { return drawn }
    }
    return nil
  }

  /// The places of the record, beginning with the one whose turn it is.
  var placesInTurn: [Place] {
    guard !places.isEmpty else { return [] }
    let start = max(0, number) % places.count
    return Array(places[start...] + places[..<start])
  }

  /// Some ways to change a place, beginning with the one whose turn it is: every place has had its turn
  /// before the next way comes.
  func inTurn<Way>(_ ways: [Way]) -> [Way] {
    guard !ways.isEmpty, !places.isEmpty else { return [] }
    let start = max(0, number) / places.count % ways.count
    return Array(ways[start...] + ways[..<start])
  }

  /// Forgets the values that were made after a number of them, since they were not used.
  mutating func forget(after count: Int) {
    places.removeLast(places.count - count)
  }
}

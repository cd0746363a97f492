import SeedbedData
import SeedbedKernels

/// Values that break one rule each, as far as can be seen without checking.
struct RecordFaults {
  private var maker: RecordMaker
  private(set) var found: [RecordChange] = []

  private static let longestText = 10_000
  private static let longestList = 200

  /// Finds ways to break the rules of one value of a record.
  ///
  /// - Parameters:
  ///   - place: The value's place.
  ///   - record: The record.
  ///   - maker: What made it.
  init(at place: RecordMaker.Place, of record: JSONValue, madeBy maker: RecordMaker) {
    self.maker = maker
    guard let value = record.value(at: place.steps[...]) else { return }
    addKind(place, value)
    addChoice(place, value)
    addWays(place)
    switch value {
    case .number: addNumber(place)
    case .string(let text): addText(place, text)
    case .array(let elements): addList(place, elements)
    case .object(let object): addObject(place, object)
    case .null, .bool: break
    }
  }

  private mutating func add(_ rule: String, _ place: RecordMaker.Place, _ value: JSONValue?) {
    guard let value else { return }
    found.append(RecordChange(rule: rule, steps: place.steps, value: value))
  }

  /// Values of every kind, the likeliest slips first: a number as a text, a text where a list should be.
  private static func otherKinds(_ value: JSONValue) -> [JSONValue] {
    let slips: [JSONValue] =
      switch value {
      case .number(let number): [.string(number.literal), .number(JSONNumber(0.5))]
      case .string(let text): [.array([.string(text)])]
      case .bool(let flag): [.string(flag ? "true" : "false"), .number(JSONNumber(flag ? 1 : 0))]
      case .array(let elements): elements.first.map { [$0] } ?? []
      case .object: ["", []]
      case .null: ["null"]
      }
    return slips + [.null, "none", 7, true, [], .object([:])]
  }

  private mutating func addKind(_ place: RecordMaker.Place, _ value: JSONValue) {
    guard place.rules.types != nil, place.rules.choices == nil else { return }
    for other in Self.otherKinds(value) { add("type", place, other) }
  }

  private mutating func addChoice(_ place: RecordMaker.Place, _ value: JSONValue) {
    guard let choices = place.rules.choices else { return }
    let rule = place.rules.values("const").isEmpty ? "enum" : "const"
    for other in Self.outside(value) where !choices.contains(other) { add(rule, place, other) }
  }

  /// Values like one of a choice that are probably none of it.
  private static func outside(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .string(let text): [.string(text + "_2"), .string("other"), .string(text.uppercased())]
    case .number(let number):
      number.int.map { [.number(JSONNumber($0 &+ 1)), .number(JSONNumber($0 &- 1))] } ?? []
    case .bool(let flag): [.bool(!flag)]
    case .array(let elements): [.array(elements + [.null])]
    case .object, .null: ["other"]
    }
  }

  /// Values that fit none of several ways, or what is excluded.
  private mutating func addWays(_ place: RecordMaker.Place) {
    for schema in place.rules.schemas {
      for keyword in ["anyOf", "oneOf"] where schema[keyword] != nil {
        for other in [.null, "none", -7, 0.5, true, [], .object([:])] as [JSONValue] {
          add(keyword, place, other)
        }
      }
      if let excluded = schema["not"] {
        add("not", place, maker.value(of: excluded, at: place.steps, place.name))
      }
    }
  }

  private mutating func addNumber(_ place: RecordMaker.Place) {
    let isWhole = place.rules.types.map { !$0.contains("number") } ?? false
    guard place.rules.choices == nil,
      let numbers = RecordMaker.numbers(place.rules, isWhole: isWhole, place.name)
    else { return }
    let low = numbers.steps.lowerBound, high = numbers.steps.upperBound
    if numbers.hasLow {
      let keyword = place.rules.values("minimum").isEmpty ? "exclusiveMinimum" : "minimum"
      add(keyword, place, numbers.value(low - 1))
      add(keyword, place, numbers.value(low - 10))
    }
    if numbers.hasHigh {
      let keyword = place.rules.values("maximum").isEmpty ? "exclusiveMaximum" : "maximum"
      add(keyword, place, numbers.value(high + 1))
      add(keyword, place, numbers.value(high + 10))
    }
    if !place.rules.values("multipleOf").isEmpty {
      for step in [low, (low + high) / 2] { add("multipleOf", place, numbers.between(step)) }
    }
  }

  private mutating func addText(_ place: RecordMaker.Place, _ text: String) {
    guard place.rules.choices == nil else { return }
    let count = text.unicodeScalars.count
    if let least = place.rules.largest("minLength"), least > 0, least <= count {
      add("minLength", place, .string(text.cut(least - 1)))
      add("minLength", place, .string(""))
    }
    if let most = place.rules.smallest("maxLength"), most <= Self.longestText {
      let filled = RecordLengths.fitted(text, to: (most + 1)...(most + 1), random: &maker.random)
      add("maxLength", place, .string(filled))
      if let last = text.unicodeScalars.last {
        // A text of a pattern may go on as it ends.
        add(
          "maxLength",
          place,
          .string(text + String(repeating: String(last), count: max(1, most + 1 - count)))
        )
      }
    }
    for case .string(let format) in place.rules.values("format") {
      for broken in FormatValues.broken(format) { add("format", place, .string(broken)) }
    }
    guard !place.rules.values("pattern").isEmpty else { return }
    let lengths = place.rules.lengths ?? 0...Self.longestText
    for base in ["?", " " + text, text + " ", String(text.reversed()), text.lowercased(), ""] {
      let fitted =
        lengths.contains(base.unicodeScalars.count)
        ? base : RecordLengths.fitted(base, to: lengths, random: &maker.random)
      add("pattern", place, .string(fitted))
    }
    let marks = String(repeating: "?", count: min(Self.longestText, max(1, count)))
    add("pattern", place, .string(marks))
  }

  private mutating func addList(_ place: RecordMaker.Place, _ elements: [JSONValue]) {
    guard place.rules.choices == nil else { return }
    if let least = place.rules.largest("minItems"), least > 0, least <= elements.count {
      add("minItems", place, .array(Array(elements.prefix(least - 1))))
    }
    let isUnique = place.rules.values("uniqueItems").contains(true)
    if let most = place.rules.smallest("maxItems"), most <= Self.longestList {
      var longer = elements
      while longer.count <= most {
        let next = maker.element(
          longer,
          place.rules,
          at: place.steps,
          place.name,
          isUnique: isUnique
        )
        guard let next = next ?? (isUnique ? nil : longer.last) else { break }
        longer.append(next)
      }
      if longer.count == most + 1 { add("maxItems", place, .array(longer)) }
    }
    if place.rules.values("items").contains(false) {
      add("items", place, .array(elements + ["more"]))
    }
    if isUnique, let first = elements.first {
      add("uniqueItems", place, .array(elements.dropLast() + [first]))
      add("uniqueItems", place, .array(elements + [first]))
    }
  }

  private mutating func addObject(_ place: RecordMaker.Place, _ object: JSONObject) {
    guard place.rules.choices == nil else { return }
    for name in place.rules.required where object[name] != nil {
      var less = object
      less[name] = nil
      add("required", place, .object(less))
    }
    if place.rules.values("additionalProperties").contains(false) {
      var more = object
      more[object["extra"] == nil ? "extra" : "extra_1"] = "unexpected"
      add("additionalProperties", place, .object(more))
    }
    if let least = place.rules.largest("minProperties"), least > 0 {
      var less = object
      for name in object.keys.reversed()
      where less.count >= least && !place.rules.required.contains(name) { less[name] = nil }
      if less.count == least - 1 { add("minProperties", place, .object(less)) }
    }
    if let most = place.rules.smallest("maxProperties"), most <= Self.longestList {
      var more = object
      for name in place.rules.properties where more.count <= most && more[name] == nil {
        more[name] = maker.value(
          of: place.rules.member(name),
          at: place.steps + [.member(name)],
          FieldName(name)
        )
      }
      while more.count <= most, let name = maker.extraName(place.rules, more) {
        more[name] =
          maker.value(
            of: place.rules.member(name),
            at: place.steps + [.member(name)],
            FieldName(name)
          ) ?? "more"
      }
      add("maxProperties", place, .object(more))
    }
  }
}

extension String {
  /// The first Unicode scalars.
  fileprivate func cut(_ count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
  }
}

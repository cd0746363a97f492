import SeedbedData
import SeedbedKernels

/// The values at the edges of what rules allow: `boundary value analysis` (Myers, "The Art of Software
/// Testing", 1979).
struct RecordEdges {
  private var maker: RecordMaker
  private(set) var found: [RecordChange] = []

  private static let longestText = 10_000
  private static let longestList = 200

  /// Finds the edges of one value of a record.
  ///
  /// - Parameters:
  ///   - place: The value's place.
  ///   - record: The record.
  ///   - maker: What made it.
  init(at place: RecordMaker.Place, of record: JSONValue, madeBy maker: RecordMaker) {
    self.maker = maker
    guard let value = record.value(at: place.steps[...]), place.rules.choices == nil else { return }
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

  private mutating func addNumber(_ place: RecordMaker.Place) {
    let isWhole = place.rules.types.map { !$0.contains("number") } ?? false
    guard let numbers = RecordMaker.numbers(place.rules, isWhole: isWhole, place.name) else {
      return
    }
    func rule(_ plain: String, _ exclusive: String) -> String {
      place.rules.values(plain).isEmpty ? exclusive : plain
    }
    if numbers.hasLow {
      add(rule("minimum", "exclusiveMinimum"), place, numbers.value(numbers.steps.lowerBound))
    }
    if numbers.hasHigh {
      add(rule("maximum", "exclusiveMaximum"), place, numbers.value(numbers.steps.upperBound))
    }
  }

  private mutating func addText(_ place: RecordMaker.Place, _ text: String) {
    guard let lengths = place.rules.lengths else { return }
    let isFree = place.rules.values("pattern").isEmpty && place.rules.values("format").isEmpty
    if lengths.lowerBound <= Self.longestText, lengths.lowerBound > 0 || isFree {
      let least = lengths.lowerBound...lengths.lowerBound
      add("minLength", place, maker.text(place.rules, place.name, least).map(JSONValue.string))
    }
    if place.rules.smallest("maxLength") != nil, lengths.upperBound <= Self.longestText {
      let most = lengths.upperBound...lengths.upperBound
      add("maxLength", place, maker.text(place.rules, place.name, most).map(JSONValue.string))
    }
  }

  private mutating func addList(_ place: RecordMaker.Place, _ elements: [JSONValue]) {
    let least = place.rules.largest("minItems") ?? 0
    if least <= elements.count { add("minItems", place, .array(Array(elements.prefix(least)))) }
    guard let most = place.rules.smallest("maxItems"), most <= Self.longestList else { return }
    add("maxItems", place, longer(elements, place, count: most).map(JSONValue.array))
  }

  /// A list filled up to a length; nil where no more elements are to be had.
  private mutating func longer(
    _ elements: [JSONValue],
    _ place: RecordMaker.Place,
    count: Int
  ) -> [JSONValue]? {
    var elements = elements
    let isUnique = place.rules.values("uniqueItems").contains(true)
    while elements.count < count {
      let next = maker.element(
        elements,
        place.rules,
        at: place.steps,
        place.name,
        isUnique: isUnique
      )
      guard let next else { return nil }
      elements.append(next)
    }
    return elements
  }

  private mutating func addObject(_ place: RecordMaker.Place, _ object: JSONObject) {
    let required = place.rules.required
    let optional = object.keys.filter { !required.contains($0) }
    if !optional.isEmpty {
      // The fewest members that are allowed.
      let least = place.rules.largest("minProperties") ?? 0
      var bare = object
      for name in optional.reversed() where bare.count > least { bare[name] = nil }
      add(least > required.count ? "minProperties" : "optional", place, .object(bare))
    }
    let missing = place.rules.properties.filter { object[$0] == nil }
    let most = place.rules.smallest("maxProperties")
    var full = object
    for name in missing where full.count < most ?? .max {
      full[name] = maker.value(
        of: place.rules.member(name),
        at: place.steps + [.member(name)],
        FieldName(name)
      )
    }
    if let most, full.count == most {
      add("maxProperties", place, .object(full))
    } else if !missing.isEmpty, full.count > object.count {
      add("properties", place, .object(full))
    }
  }
}

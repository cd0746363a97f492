import SeedbedData
import SeedbedKernels

extension RecordMaker {
  /// A list that follows the rules.
  mutating func makeList(
    _ rules: RecordRules,
    at steps: [RecordStep],
    _ name: FieldName
  ) -> JSONValue? {
    let prefix = rules.values("prefixItems").compactMap(\.array?.count).max() ?? 0
    var most = rules.smallest("maxItems") ?? .max
    if rules.values("items").contains(false) { most = min(most, prefix) }
    let least = rules.largest("minItems") ?? 0
    guard least <= most, least <= Self.longestList else { return nil }
    let isDeep = steps.count >= Self.deep
    let wanted = isDeep ? least : max(least, prefix, 1) + random.index(below: 3)
    let count = max(least, min(most, wanted))
    var elements: [JSONValue] = []
    let isUnique = rules.values("uniqueItems").contains(true)
    while elements.count < count {
      guard let next = element(elements, rules, at: steps, name, isUnique: isUnique) else {
        return elements.count >= least ? .array(elements) : nil
      }
      elements.append(next)
    }
    return .array(elements)
  }

  /// One more element for a list; nil where none can follow.
  mutating func element(
    _ elements: [JSONValue],
    _ rules: RecordRules,
    at steps: [RecordStep],
    _ name: FieldName,
    isUnique: Bool
  ) -> JSONValue? {
    let known = isUnique ? Set(elements.map { $0.serialized(.canonical) }) : []
    for _ in 0..<Self.tries {
      let before = places.count
      guard
        let next = value(
          of: rules.element(elements.count),
          at: steps + [.element(elements.count)],
          name
        )
      else { return nil }
      if !known.contains(next.serialized(.canonical)) { return next }
      forget(after: before)
    }
    return nil
  }

  /// An object that follows the rules.
  mutating func makeObject(_ rules: RecordRules, at steps: [RecordStep]) -> JSONValue? {
    let required = rules.required
    let least = max(required.count, rules.largest("minProperties") ?? 0)
    let most = rules.smallest("maxProperties") ?? .max
    guard least <= most, least <= Self.longestList else { return nil }
    let declared = rules.properties
    let names = declared + required.filter { !declared.contains($0) }
    var optional = names.filter { !required.contains($0) }
    random.shuffle(&optional)
    var chosen = Set(required)
    for name in optional where chosen.count < most {
      let isWanted = steps.count < Self.deep && random.chance(Self.optionalShare)
      if isWanted || chosen.count < least { chosen.insert(name) }
    }
    var object = JSONObject()
    for name in names where chosen.contains(name) {
      let before = places.count
      let member = value(of: rules.member(name), at: steps + [.member(name)], FieldName(name))
      if let member {
        object[name] = member
      } else if required.contains(name) {
        return nil
      } else {
        forget(after: before)
      }
    }
    for name in optional where object.count < least && object[name] == nil {
      object[name] = value(of: rules.member(name), at: steps + [.member(name)], FieldName(name))
    }
    while object.count < least {
      guard let name = extraName(rules, object),
        let value = value(of: rules.member(name), at: steps + [.member(name)], FieldName(name))
      else { return nil }
      object[name] = value
    }
    return .object(object)
  }

  /// A name that no property has and that the rules let in.
  mutating func extraName(_ rules: RecordRules, _ object: JSONObject) -> String? {
    for pattern in rules.values("patternProperties").compactMap(\.object).flatMap(\.keys) {
      guard let sampler = try? PatternSampler(pattern) else { continue }
      for _ in 0..<Self.tries {
        if let name = sampler.text(lengths: 1...24, random: &random), object[name] == nil {
          return name
        }
      }
    }
    guard !rules.values("additionalProperties").contains(false) else { return nil }
    return (1...(object.count + 1)).lazy.map { "extra_\($0)" }.first { object[$0] == nil }
  }
}

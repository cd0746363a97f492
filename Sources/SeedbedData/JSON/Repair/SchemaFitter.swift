/// Brings a value into the form of a schema where only its dress is wrong.
struct SchemaFitter {
  /// A value as it was brought into form.
  struct Fit {
    var value: JSONValue
    var repairs: AnswerRepair
    var violations: [SchemaViolation]
  }

  /// How many violations of one value are looked at.
  private static let limit = 200

  let schema: JSONSchema

  /// The value in the schema's form, or the ways in which it breaks it.
  func fit(_ value: JSONValue) -> Fit {
    let found = findings(value, 0)
    guard !found.isEmpty else { return Fit(value: value, repairs: [], violations: []) }
    if let fit = mended(value, 0, found, level: 0) { return fit }
    for (inner, repair) in dresses(of: value) {
      let found = findings(inner, 0)
      if var fit = found.isEmpty
        ? Fit(value: inner, repairs: [], violations: []) : mended(inner, 0, found, level: 0)
      {
        fit.repairs.insert(repair)
        return fit
      }
    }
    return Fit(value: value, repairs: [], violations: found.prefix(20).map(\.violation))
  }

  private func findings(_ value: JSONValue, _ node: Int) -> [SchemaFinding] {
    var check = SchemaCheck(nodes: schema.nodes, limit: Self.limit)
    return check.run(value, against: node)
  }

  /// Other values that hold the same: the list in its object, what a wrapper holds.
  private func dresses(of value: JSONValue) -> [(JSONValue, AnswerRepair)] {
    switch value {
    case .array(let elements):
      var dresses: [(JSONValue, AnswerRepair)] = []
      if let name = onlyList {
        var object = JSONObject()
        object[name] = value
        dresses.append((.object(object), .wrapped))
      }
      if elements.count == 1 { dresses.append((elements[0], .unwrapped)) }
      return dresses
    case .object(let object):
      guard object.count == 1, let inner = object.first(where: { _ in true })?.value else {
        return []
      }
      return [(inner, .unwrapped)]
    default: return []
    }
  }

  /// The one required member that must be a list, when the schema asks for an object.
  private var onlyList: String? {
    let root = schema.resolved(0)
    guard root.types?.contains(.object) ?? false else { return nil }
    let lists = root.objects.required.filter { name in
      guard let node = root.objects.properties[name] else { return false }
      return schema.resolved(node).types?.contains(.array) ?? false
    }
    return lists.count == 1 ? lists[0] : nil
  }

  /// The value with everything mended that was found; nil where something stays wrong.
  private func mended(
    _ value: JSONValue,
    _ node: Int,
    _ found: [SchemaFinding],
    level: Int
  ) -> Fit? {
    guard found.count < Self.limit else { return nil }
    var fit = Fit(value: value, repairs: [], violations: [])
    for finding in found {
      guard let place = fit.value[steps: finding.steps[...]],
        let (mended, repair) = local(place, finding, level: level)
      else { return nil }
      fit.value = fit.value.replacing(finding.steps[...], by: mended)
      fit.repairs.formUnion(repair)
    }
    return findings(fit.value, node).isEmpty ? fit : nil
  }

  private func local(
    _ value: JSONValue,
    _ finding: SchemaFinding,
    level: Int
  ) -> (JSONValue, AnswerRepair)? {
    let node = schema.nodes[finding.node].rules
    switch finding.rule {
    case "type": return node.types.flatMap { converted(value, $0) }.map { ($0, .kind) }
    case "enum": return node.choice.flatMap { chosen(value, $0) }
    case "const": return node.constant.flatMap { chosen(value, $0) }
    case "anyOf", "oneOf":
      guard level < 3 else { return nil }
      for branch in finding.rule == "anyOf" ? node.any : node.one {
        if let fit = mended(value, branch, findings(value, branch), level: level + 1) {
          return (fit.value, fit.repairs)
        }
      }
      return nil
    default: return nil
    }
  }

  private func converted(_ value: JSONValue, _ types: SchemaTypes) -> JSONValue? {
    switch value {
    case .string(let text):
      if !types.isDisjoint(with: [.number, .integer]), let number = JSONNumber(literal: text) {
        let value = JSONValue.number(number)
        return types.allows(value) ? value : nil
      }
      guard types.contains(.boolean) else { return nil }
      return text.lowercased() == "true" ? true : text.lowercased() == "false" ? false : nil
    case .number(let number): return types.contains(.string) ? .string(number.literal) : nil
    default: return nil
    }
  }

  /// The allowed value that a given one stands for, when it is one and no other.
  private func chosen(_ value: JSONValue, _ choice: SchemaChoice) -> (JSONValue, AnswerRepair)? {
    if choice.contains(value) { return (value, []) }
    if let text = value.string {
      let same = choice.values.filter { $0.string?.lowercased() == text.lowercased() }
      if same.count == 1 { return (same[0], .spelling) }
    }
    let kinds = SchemaTypes([.number, .integer, .boolean])
    for types in [kinds, SchemaTypes.string] {
      if let other = converted(value, types), choice.contains(other) { return (other, .kind) }
    }
    return nil
  }
}

extension JSONValue {
  /// The value at a place; nil where there is none.
  fileprivate subscript(steps path: ArraySlice<ValueStep>) -> JSONValue? {
    guard let step = path.first else { return self }
    switch (step, self) {
    case (.member(let name), .object(let object)):
      return object[name]?[steps: path.dropFirst()]
    case (.element(let number), .array(let values)) where values.indices.contains(number):
      return values[number][steps: path.dropFirst()]
    default: return nil
    }
  }

  /// A copy with another value at a place that is there.
  fileprivate func replacing(_ path: ArraySlice<ValueStep>, by value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    switch (step, self) {
    case (.member(let name), .object(var object)):
      object[name] = object[name]?.replacing(path.dropFirst(), by: value)
      return .object(object)
    case (.element(let number), .array(var values)) where values.indices.contains(number):
      values[number] = values[number].replacing(path.dropFirst(), by: value)
      return .array(values)
    default: return self
    }
  }
}

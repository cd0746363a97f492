extension JSONSchema {
  /// Takes out members that are null only because the strict form of a schema required them.
  ///
  /// - Parameter value: An answer to the strict form.
  /// - Returns: The answer without members that are null, optional, and not allowed to be null.
  public func withoutOptionalNulls(_ value: JSONValue) -> JSONValue {
    pruned(value, node: 0, depth: 0)
  }

  private func pruned(_ value: JSONValue, node number: Int, depth: Int) -> JSONValue {
    guard depth < 64 else { return value }
    let node = resolved(number)
    switch value {
    case .array(let values):
      guard let items = node.lists.items else { return value }
      return .array(values.map { pruned($0, node: items, depth: depth + 1) })
    case .object(let object):
      var result = JSONObject()
      for (name, member) in object {
        guard let schema = node.objects.properties[name] else {
          result[name] = member
          continue
        }
        if member.isNull, !node.objects.required.contains(name), refusesNull(schema) { continue }
        result[name] = pruned(member, node: schema, depth: depth + 1)
      }
      return .object(result)
    default: return value
    }
  }

  /// The node behind references that stand alone.
  func resolved(_ number: Int) -> SchemaNode {
    var node = nodes[number].rules
    // References in a circle were refused when the schema was compiled.
    while let reference = node.reference { node = nodes[reference].rules }
    return node
  }

  private func refusesNull(_ node: Int) -> Bool {
    var check = SchemaCheck(nodes: nodes, limit: 1)
    return !check.run(.null, against: node).isEmpty
  }
}

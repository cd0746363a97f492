/// Turns a JSON Schema into nodes, the root first.
struct SchemaCompiler {
  /// Schemas may lie in each other this deep.
  private static let maximumDepth = 128

  private let root: JSONObject
  private var nodes: [SchemaNode] = []
  /// The node of each place that was compiled, so that references may go in circles.
  private var known: [String: Int] = [:]

  init(root: JSONObject) { self.root = root }

  mutating func compile() throws(SeedbedError) -> [SchemaNode] {
    _ = try node(.object(root), at: "#", depth: 0)
    try refuseCircles()
    return nodes
  }

  /// The node of a schema at a place; every place is compiled once.
  private mutating func node(
    _ schema: JSONValue,
    at place: String,
    depth: Int
  ) throws(SeedbedError) -> Int {
    if let number = known[place] { return number }
    guard depth <= Self.maximumDepth else {
      throw SchemaFault.error("is nested more than \(Self.maximumDepth) levels deep", at: place)
    }
    let number = nodes.count
    known[place] = number
    nodes.append(SchemaNode())
    switch schema {
    case .bool(let allowed): nodes[number].isNever = !allowed
    case .object(let object): nodes[number] = try node(of: object, at: place, depth: depth)
    default:
      throw SchemaFault.error("must be an object, true or false, but is \(schema.kind)", at: place)
    }
    return number
  }

  private mutating func node(
    of schema: JSONObject,
    at place: String,
    depth: Int
  ) throws(SeedbedError) -> SchemaNode {
    var node = SchemaNode()
    for (keyword, value) in schema {
      let here = place + "/" + SchemaPointer.escaped(keyword)
      let words = SchemaWord(value: value, place: here)
      if try SchemaSimpleKeywords.read(keyword, words, into: &node) { continue }
      switch keyword {
      case "properties":
        for (name, schema) in try words.object() {
          node.objects.properties[name] = try self.node(
            schema,
            at: here + "/" + SchemaPointer.escaped(name),
            depth: depth + 1
          )
        }
      case "patternProperties":
        for (pattern, schema) in try words.object() {
          let member = here + "/" + SchemaPointer.escaped(pattern)
          node.objects.patterns.append(
            (
              try SchemaWord(value: .string(pattern), place: member).pattern(),
              try self.node(schema, at: member, depth: depth + 1)
            )
          )
        }
      case "additionalProperties":
        node.objects.others = try self.node(value, at: here, depth: depth + 1)
      case "items": node.lists.items = try self.node(value, at: here, depth: depth + 1)
      case "prefixItems": node.lists.prefix = try list(words, depth: depth)
      case "allOf": node.all = try list(words, depth: depth)
      case "anyOf": node.any = try list(words, depth: depth)
      case "oneOf": node.one = try list(words, depth: depth)
      case "not": node.negation = try self.node(value, at: here, depth: depth + 1)
      case "$ref": node.reference = try reference(words, depth: depth)
      case "$defs", "definitions":
        for (name, schema) in try words.object() {
          _ = try self.node(
            schema,
            at: here + "/" + SchemaPointer.escaped(name),
            depth: depth + 1
          )
        }
      default: throw SchemaFault.unknown(keyword, at: place)
      }
    }
    return node
  }

  private mutating func list(_ words: SchemaWord, depth: Int) throws(SeedbedError) -> [Int] {
    var list: [Int] = []
    for (position, schema) in try words.schemas().enumerated() {
      list.append(try node(schema, at: words.place + "/\(position)", depth: depth + 1))
    }
    return list
  }

  private mutating func reference(_ words: SchemaWord, depth: Int) throws(SeedbedError) -> Int {
    let reference = try words.string()
    guard reference == "#" || reference.hasPrefix("#/"),
      let (schema, place) = SchemaPointer.resolve(reference, in: root)
    else {
      throw SchemaFault.error(
        "refers to `\(reference.prefix(80))`, which is not in this schema",
        at: words.place,
        hint: "refer to a place in the same schema, such as `#/$defs/name`"
      )
    }
    return try node(schema, at: place, depth: depth + 1)
  }

  /// Refuses schemas that apply themselves to the same value without end.
  private func refuseCircles() throws(SeedbedError) {
    var state = [UInt8](repeating: 0, count: nodes.count)
    for start in nodes.indices where state[start] == 0 {
      var path: [(node: Int, rest: [Int])] = [(start, nodes[start].inPlace)]
      state[start] = 1
      while let top = path.last {
        guard let next = top.rest.last else {
          state[top.node] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].rest.removeLast()
        guard state[next] != 1 else {
          let place = known.filter { $0.value == next }.keys.min() ?? "#"
          throw SchemaFault.error("refers to itself for the same value, without end", at: place)
        }
        if state[next] == 0 {
          state[next] = 1
          path.append((next, nodes[next].inPlace))
        }
      }
    }
  }
}

import Yams

/// A YAML mapping whose every key must be asked for, so that a misspelt key is an error and not a wish.
///
/// Errors name file, line, column and the nearest valid key.
struct StrictMapping {
  /// The dotted place of this mapping in the file, for messages.
  let path: String
  private let file: String
  private let node: Node.Mapping
  private let mark: Mark?
  private var known: [String] = []

  /// Opens the document of a file.
  init(document text: String, file: String) throws {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw SeedbedError(
        .configuration,
        "`\(file)` is not valid YAML",
        hint: "check indentation, quotes and duplicate keys near the place named",
        cause: "\(error)"
      )
    }
    guard let root, let mapping = root.mapping else {
      throw SeedbedError(
        .configuration,
        "`\(file)` must hold a mapping of keys to values at its top level"
      )
    }
    self.init(mapping, file: file, path: "", mark: root.mark)
  }

  private init(_ node: Node.Mapping, file: String, path: String, mark: Mark?) {
    self.node = node
    self.file = file
    self.path = path
    self.mark = mark
  }

  /// The keys in the order of the file.
  var keys: [String] { node.compactMap { $0.key.string } }

  /// The value of a key, or nil where it is absent or null; the key becomes a known one.
  mutating func value(_ key: String) -> StrictValue? {
    known.append(key)
    guard let found = node.first(where: { $0.key.string == key })?.value, found.null == nil
    else { return nil }
    return StrictValue(node: found, file: file, path: path.isEmpty ? key : "\(path).\(key)")
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String) throws -> StrictValue {
    guard let value = value(key) else {
      throw SeedbedError(
        .configuration,
        "\(StrictValue.place(file, mark)): `\(path.isEmpty ? key : "\(path).\(key)")` is missing"
      )
    }
    return value
  }

  /// Opens the mapping under a key, reads it with `body`, and refuses keys that `body` did not ask for.
  mutating func mapping<Result>(
    _ key: String,
    _ body: (inout StrictMapping) throws -> Result
  ) throws -> Result? {
    try value(key)?.mapping(body)
  }

  /// Refuses every key that was not asked for.
  func finish() throws {
    for (key, _) in node {
      guard let name = key.string, known.contains(name) else {
        let written = key.string ?? "?"
        let hint =
          NearestName.find(written, among: known).map { "did you mean `\($0)`?" }
          ?? "valid keys here: " + known.map { "`\($0)`" }.joined(separator: ", ")
        throw SeedbedError(
          .configuration,
          "\(StrictValue.place(file, key.mark)): unknown key `\(path.isEmpty ? written : "\(path).\(written)")`",
          hint: hint
        )
      }
    }
  }

  fileprivate static func open<Result>(
    _ node: Node.Mapping,
    file: String,
    path: String,
    mark: Mark?,
    _ body: (inout StrictMapping) throws -> Result
  ) throws -> Result {
    var mapping = StrictMapping(node, file: file, path: path, mark: mark)
    let result = try body(&mapping)
    try mapping.finish()
    return result
  }
}

/// A YAML value that is read as exactly one type; another type is an error with its place.
struct StrictValue {
  fileprivate let node: Node
  fileprivate let file: String
  /// The dotted place of the value in the file.
  let path: String

  static func place(_ file: String, _ mark: Mark?) -> String {
    mark.map { "\(file):\($0.line):\($0.column)" } ?? file
  }

  func string() throws -> String {
    guard let scalar = node.scalar else { throw wrongType("a text") }
    return scalar.string
  }

  func int(_ range: ClosedRange<Int> = Int.min...Int.max) throws -> Int {
    guard let number = node.int else { throw wrongType("a whole number") }
    guard range.contains(number) else {
      throw invalid("`\(number)` is not between \(range.lowerBound) and \(range.upperBound)")
    }
    return number
  }

  func double(_ range: ClosedRange<Double>) throws -> Double {
    guard let number = node.float else { throw wrongType("a number") }
    guard range.contains(number) else {
      throw invalid("`\(number)` is not between \(range.lowerBound) and \(range.upperBound)")
    }
    return number
  }

  func bool() throws -> Bool {
    guard let flag = node.bool else { throw wrongType("true or false") }
    return flag
  }

  /// One of a closed set of names.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) throws -> Choice where Choice.RawValue == String {
    let name = try string()
    guard let choice = Choice(rawValue: name) else {
      let names = Choice.allCases.map(\.rawValue)
      let nearest = NearestName.find(name, among: names).map { "; did you mean `\($0)`?" } ?? ""
      throw invalid(
        "`\(name)` is not one of " + names.map { "`\($0)`" }.joined(separator: ", ") + nearest
      )
    }
    return choice
  }

  func list() throws -> [StrictValue] {
    guard let sequence = node.sequence else { throw wrongType("a list") }
    return sequence.enumerated().map { index, element in
      StrictValue(node: element, file: file, path: "\(path)[\(index)]")
    }
  }

  func strings() throws -> [String] { try list().map { try $0.string() } }

  func mapping<Result>(_ body: (inout StrictMapping) throws -> Result) throws -> Result {
    guard let mapping = node.mapping else { throw wrongType("a mapping of keys to values") }
    return try StrictMapping.open(mapping, file: file, path: path, mark: node.mark, body)
  }

  /// The value as JSON, whatever it is; keys must be texts.
  func json() throws -> JSONValue {
    switch node {
    case .mapping(let mapping):
      var object = JSONObject()
      for (key, value) in mapping {
        guard let name = key.string else { throw invalid("a key in it is no text") }
        let inner = StrictValue(node: value, file: file, path: "\(path).\(name)")
        object[name] = try inner.json()
      }
      return .object(object)
    case .sequence: return .array(try list().map { try $0.json() })
    case .scalar(let scalar):
      guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
      if node.null != nil { return .null }
      if let flag = node.bool { return .bool(flag) }
      if let number = node.int { return .number(JSONNumber(number)) }
      if let number = node.float, number.isFinite { return .number(JSONNumber(number)) }
      return .string(scalar.string)
    case .alias: throw invalid("it is an alias")
    }
  }

  func fieldPath() throws -> FieldPath {
    guard let path = FieldPath(try string()) else {
      throw invalid("it is not a field path such as `text` or `messages[0].content`")
    }
    return path
  }

  /// An error about this value, with its place.
  func invalid(_ reason: String) -> SeedbedError {
    SeedbedError(.configuration, "\(Self.place(file, node.mark)): `\(path)`: \(reason)")
  }

  private func wrongType(_ wanted: String) -> SeedbedError {
    let found =
      switch node {
      case .scalar(let scalar): "`\(scalar.string)`"
      case .mapping: "a mapping"
      case .sequence: "a list"
      case .alias: "an alias"
      }
    return invalid("expected \(wanted), found \(found)")
  }
}

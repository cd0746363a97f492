/// The members of a JSON object, in order, each key once.
///
/// Keys are told apart as `String` does, so two Unicode spellings of one text are one key. Two
/// objects are equal when they have the same members in the same order; their canonical texts are
/// equal whatever the order. A lookup searches few members one by one and many through an index.
public struct JSONObject: Sendable {
  /// A key with its value.
  public typealias Element = (key: String, value: JSONValue)

  struct Member: Hashable, Sendable {
    var key: String
    var value: JSONValue
  }

  /// From this many members on, an index is kept.
  static let indexedCount = 17

  private(set) var members: [Member]
  private var index: [String: Int]?

  /// Makes an object without members.
  public init() { members = [] }

  /// Takes members whose keys are known to differ, with an index that they may share with other
  /// rows.
  init(distinct members: [Member], index: [String: Int]?) {
    self.members = members
    self.index = index
  }

  /// Takes members of which a later one replaces an earlier one of the same key.
  init(lastWins elements: [(String, JSONValue)]) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }

  /// The number of members.
  public var count: Int { members.count }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// The keys in order.
  public var keys: [String] { members.map(\.key) }

  /// The value of a key; setting nil removes the member, setting a new key appends one.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { members[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?): members[position].value = value
      case (let position?, nil):
        members.remove(at: position)
        index = Self.index(of: members)
      case (nil, let value?): append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds a member at the end unless its key is taken.
  ///
  /// - Returns: Whether it was added.
  mutating func add(_ key: String, _ value: JSONValue) -> Bool {
    guard position(of: key) == nil else { return false }
    append(Member(key: key, value: value))
    return true
  }

  /// Makes room for members to come.
  mutating func reserve(_ count: Int) { members.reserveCapacity(count) }

  /// The index for keys that are known to differ; nil when they are so few that none is needed.
  static func index(of members: [Member]) -> [String: Int]? {
    guard members.count >= indexedCount else { return nil }
    var index = [String: Int](minimumCapacity: members.count)
    for (position, member) in members.enumerated() { index[member.key] = position }
    return index
  }

  private func position(of key: String) -> Int? {
    if let index { return index[key] }
    for position in members.indices where members[position].key == key { return position }
    return nil
  }

  private mutating func append(_ member: Member) {
    if index != nil { index?[member.key] = members.count }
    members.append(member)
    if index == nil, members.count >= Self.indexedCount { index = Self.index(of: members) }
  }
}

extension JSONObject: Hashable {
  /// Whether both have the same members in the same order.
  public static func == (left: Self, right: Self) -> Bool { left.members == right.members }

  /// Feeds the members in order.
  public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object; a key given twice keeps its first place and its last value.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(lastWins: elements) }
}

extension JSONObject: Sequence {
  /// Walks over the members in order.
  public struct Iterator: IteratorProtocol {
    var members: IndexingIterator<[Member]>

    /// The next member.
    public mutating func next() -> Element? { members.next().map { ($0.key, $0.value) } }
  }

  /// Starts at the first member.
  public func makeIterator() -> Iterator { Iterator(members: members.makeIterator()) }

  /// The number of members.
  public var underestimatedCount: Int { members.count }
}

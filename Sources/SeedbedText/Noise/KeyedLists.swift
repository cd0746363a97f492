/// Lists of strings under words, found by the words' keys.
///
/// An open-addressing table of at most half load: looking a word up that has no list, as most have
/// none, reads one slot.
public struct KeyedLists: Sendable {
  private var keys: [UInt64]
  private var numbers: [Int]
  private var lists: [[String]] = []

  /// Makes the table.
  ///
  /// - Parameter lists: Each word with its list; lists of a repeated word are joined.
  init(_ lists: [(word: String, list: [String])]) {
    var size = 16
    while size < lists.count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: 0, count: size)
    for (word, list) in lists { add(WordKey(word).value, list) }
  }

  /// The list under a word.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: Its list, or nil where it has none.
  public func list(_ key: WordKey) -> [String]? {
    let slot = slot(key.value)
    return keys[slot] == 0 ? nil : lists[numbers[slot]]
  }

  /// Whether a word has a list.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: True where `list` gives one.
  public func contains(_ key: WordKey) -> Bool { keys[slot(key.value)] != 0 }

  /// The slot of a key, or the empty one where it would go; zero marks an empty slot, and no word of
  /// a list hashes to it.
  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    // The low bits of FNV-1a hang on the last letters most, so the high ones are mixed in.
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func add(_ key: UInt64, _ list: [String]) {
    let slot = slot(key)
    if keys[slot] == 0 {
      keys[slot] = key
      numbers[slot] = lists.count
      lists.append([])
    }
    lists[numbers[slot]] += list.filter { !lists[numbers[slot]].contains($0) }
  }
}

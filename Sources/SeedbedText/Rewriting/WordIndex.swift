/// Numbers of words, found by the keys of ``FoldedWord`` without making strings.
public struct WordIndex: Sendable {
  private let keys: [UInt64]
  private let values: [Int32]
  private let mask: Int

  /// Makes an index.
  ///
  /// - Parameter entries: Words with their numbers, 0 or more; the first of a word counts.
  public init(_ entries: [(word: String, value: Int)]) {
    var capacity = 8
    while capacity < entries.count * 3 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [Int32](repeating: -1, count: capacity)
    for entry in entries {
      let key = Self.key(of: entry.word)
      var slot = Self.slot(key, capacity - 1)
      while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (capacity - 1) }
      guard values[slot] < 0 else { continue }
      keys[slot] = key
      values[slot] = Int32(clamping: max(0, entry.value))
    }
    self.keys = keys
    self.values = values
    mask = capacity - 1
  }

  /// The number of a word; -1 for a word that is not in the index.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: The number.
  public func value(_ key: UInt64) -> Int {
    var slot = Self.slot(key, mask)
    while values[slot] >= 0 {
      if keys[slot] == key { return Int(values[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The key of a word as ``FoldedWord`` has it.
  ///
  /// - Parameter word: The word in any case.
  /// - Returns: The hash of its lower-case form.
  public static func key(of word: String) -> UInt64 {
    var word = word
    word.makeContiguousUTF8()
    return WordFold(word.utf8Span.span, 0..<word.utf8.count).key
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
  }
}

/// The classes that words belong to, as bits, found by the keys of ``FoldedWord``.
public struct WordClasses: Sendable {
  private let index: WordIndex

  /// Makes a table.
  ///
  /// - Parameter lists: A bit or several, with the words that have them, separated by white space.
  public init(_ lists: [(classes: Int, words: String)]) {
    var order: [String] = []
    var classes: [String: Int] = [:]
    for list in lists {
      for word in list.words.split(whereSeparator: \.isWhitespace).map(String.init) {
        if classes[word] == nil { order.append(word) }
        classes[word, default: 0] |= list.classes
      }
    }
    index = WordIndex(order.map { ($0, classes[$0] ?? 0) })
  }

  /// The bits of a word; 0 for a word without any.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: The bits.
  public func classes(_ key: UInt64) -> Int { max(0, index.value(key)) }

  /// Whether a word has one of some bits.
  ///
  /// - Parameters:
  ///   - key: The word's key.
  ///   - classes: The bits.
  /// - Returns: True where it does.
  public func has(_ key: UInt64, _ classes: Int) -> Bool { self.classes(key) & classes != 0 }
}

/// A map from words to numbers, by open addressing.
struct SpellingIndex: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private let mask: Int
  private(set) var count = 0

  /// Makes an empty map.
  ///
  /// - Parameter capacity: How many words it will take at most; more are not taken.
  init(capacity: Int) {
    var slots = 16
    while slots < max(0, capacity) * 2 { slots *= 2 }
    keys = Array(repeating: 0, count: slots)
    values = Array(repeating: 0, count: slots)
    mask = slots - 1
  }

  /// Adds a word, unless it is there or the map is full.
  ///
  /// - Returns: The number that the word has now; nil where the map is full.
  @discardableResult
  mutating func insert(_ word: UInt64, _ value: UInt32) -> UInt32? {
    let key = word == 0 ? 1 : word
    var slot = Self.slot(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    guard count < mask else { return nil }
    keys[slot] = key
    values[slot] = value
    count += 1
    return value
  }

  /// The number of a word.
  func find(_ word: UInt64) -> UInt32? {
    let key = word == 0 ? 1 : word
    var slot = Self.slot(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Spreads the bits of a key (Fibonacci hashing).
  static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }
}

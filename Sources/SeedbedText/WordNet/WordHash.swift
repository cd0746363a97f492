/// A word as a number: the FNV-1a hash (Fowler, Noll and Vo) of its letters in lower case.
///
/// 64 bits keep the hundred and fifty thousand words of a dictionary apart, and those of a text
/// from them; a collision would give a word another's part of speech and no more.
struct WordHash: Hashable, Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of no letters.
  init() {}

  /// Hashes a word that is in lower case already.
  init(_ lower: String) {
    for byte in lower.utf8 { add(byte) }
  }

  /// Goes on with one more byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The hash of the word with more letters.
  func adding(_ letters: some Sequence<UInt8>) -> WordHash {
    var hash = self
    for byte in letters { hash.add(byte) }
    return hash
  }
}

extension WordHash {
  /// Goes on from the hash of a word's first letters.
  init(continuing value: UInt64) { self.value = value }
}

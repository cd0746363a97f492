import SeedbedKernels

/// Hashes of one, two and three words in a row.
enum Phrases {
  /// The most words of a phrase.
  static let longest = 3

  /// The phrases of a text that do not cross the end of a sentence.
  static func hashes(of terms: [ClaimTerm]) -> HashSet64 {
    var set = HashSet64()
    for start in terms.indices {
      var hash: UInt64 = 0
      for index in start..<min(start + longest, terms.count) {
        hash = extend(hash, by: terms[index].key)
        set.insert(hash)
      }
    }
    return set
  }

  /// The hash of a phrase with one more word.
  static func extend(_ hash: UInt64, by key: UInt64) -> UInt64 {
    ((hash << 23 | hash >> 41) ^ key) &* 0x9E37_79B9_7F4A_7C15
  }
}

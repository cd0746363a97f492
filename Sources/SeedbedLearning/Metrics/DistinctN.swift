extension Metrics {
  /// The share of different word n-grams among all of a set of texts (`distinct_n`).
  ///
  /// It falls as the set grows, so compare sets of the same number of words (Li et al. 2016).
  ///
  /// - Parameters:
  ///   - texts: The texts; words are compared in lower case.
  ///   - n: The length of the n-grams in words, from 1.
  /// - Returns: A number in 0...1, or nil when no text has `n` words.
  public static func distinctN(_ texts: [String], n: Int) -> Double? {
    precondition(n > 0, "n-grams have at least one word")
    var hasher = NGramHasher(wordLengths: n...n, characterLengths: nil)
    var grams: [UInt64] = []
    var none: [UInt64] = []
    for text in texts { hasher.append(text, words: &grams, characters: &none) }
    guard !grams.isEmpty else { return nil }
    grams.sort()
    let distinct = zip(grams, grams.dropFirst()).reduce(1) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    return Double(distinct) / Double(grams.count)
  }
}

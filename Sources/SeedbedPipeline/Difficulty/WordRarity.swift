import SeedbedKernels

/// In how many real rows each word stands.
struct WordRarity: Sendable {
  private let counts: [UInt64: Int]

  init(_ texts: [String]) {
    var counts: [UInt64: Int] = [:]
    for text in texts {
      for word in Set(Self.words(of: text)) { counts[word, default: 0] += 1 }
    }
    self.counts = counts
  }

  /// The mean of `1 / √(1 + n)` over the words of a text, where `n` rows have the word.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isOwn: Whether the text is one of those that were counted.
  /// - Returns: The rarity, 0…1, and how many words there are.
  func measure(_ text: String, isOwn: Bool) -> (rarity: Double, words: Int) {
    let words = Self.words(of: text)
    let sum = words.reduce(0.0) { sum, word in
      let others = max((counts[word] ?? 0) - (isOwn ? 1 : 0), 0)
      return sum + 1 / Double(1 + others).squareRoot()
    }
    return (words.isEmpty ? 0 : sum / Double(words.count), words.count)
  }

  private static func words(of text: String) -> [UInt64] {
    let lower = text.lowercased()
    let bytes = lower.utf8Span.span
    var words: [UInt64] = []
    WordScanner.forEachWord(in: bytes) { words.append(hash64(bytes.extracting($0))) }
    return words
  }
}

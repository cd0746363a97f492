import SeedbedKernels
import SeedbedLearning

/// A word that stands clearly more often in one of two sets of texts.
public struct DistinguishingWord: Sendable, Hashable {
  /// The word in lower case.
  public var word: String
  /// How many real texts hold it.
  public var real: Int
  /// How many synthetic texts hold it.
  public var synthetic: Int
  /// The log-odds ratio in standard errors (Monroe, Colaresi & Quinn 2008), positive for a word of the
  /// synthetic texts.
  public var zScore: Double

  /// From how many standard errors a word is named: of a few thousand words none gets there by chance.
  public static let leastScore = 4.0

  /// Finds the words by which two sets of texts are told apart most easily.
  ///
  /// A word counts once a text, so that one long text does not speak for all.
  ///
  /// - Parameters:
  ///   - real: The real texts.
  ///   - synthetic: The synthetic texts.
  ///   - most: How many words of each side at most.
  /// - Returns: The words of the synthetic side first, each side by its score and then by the word.
  public static func find(
    real: [String],
    synthetic: [String],
    most: Int = 12
  ) -> [DistinguishingWord] {
    var table = WordTexts()
    for text in real { table.count(text, isSynthetic: false) }
    for text in synthetic { table.count(text, isSynthetic: true) }
    let scored = table.words.indices.compactMap { index -> DistinguishingWord? in
      let (a, b) = (table.real[index], table.synthetic[index])
      let score = LogOdds.zScore(b, of: synthetic.count, against: a, of: real.count)
      guard let score, abs(score) >= leastScore else { return nil }
      return DistinguishingWord(word: table.words[index], real: a, synthetic: b, zScore: score)
    }
    func strongest(_ side: [DistinguishingWord]) -> [DistinguishingWord] {
      Array(side.sorted { (abs($1.zScore), $0.word) < (abs($0.zScore), $1.word) }.prefix(most))
    }
    return strongest(scored.filter { $0.zScore > 0 }) + strongest(scored.filter { $0.zScore < 0 })
  }
}

/// In how many texts of either side each word stands.
private struct WordTexts {
  private(set) var words: [String] = []
  private(set) var real: [Int] = []
  private(set) var synthetic: [Int] = []
  private var places: [String: Int] = [:]
  private var lastText: [Int] = []
  private var text = 0

  mutating func count(_ content: String, isSynthetic: Bool) {
    text += 1
    let bytes = content.utf8Span.span
    var found: [String] = []
    WordScanner.forEachWord(in: bytes) { range in
      // Longer ones are encodings and links, which say nothing as words.
      guard range.count <= 40 else { return }
      var word: [UInt8] = []
      for offset in range { word.append(bytes[offset]) }
      found.append(String(decoding: word, as: UTF8.self).lowercased())
    }
    for word in found {
      let place = places[word] ?? words.count
      if place == words.count {
        places[word] = place
        words.append(word)
        real.append(0)
        synthetic.append(0)
        lastText.append(0)
      }
      guard lastText[place] != text else { continue }
      lastText[place] = text
      if isSynthetic { synthetic[place] += 1 } else { real[place] += 1 }
    }
  }
}

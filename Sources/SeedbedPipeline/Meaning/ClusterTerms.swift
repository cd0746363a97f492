import SeedbedKernels
import SeedbedLearning
import SeedbedText

/// How often each word occurs in each group of texts.
struct ClusterTerms {
  /// The most words in a name.
  private static let nameLength = 3

  /// Words in the order in which they were first met.
  private var words: [String] = []
  private var totals: [Int] = []
  private var counts: [[Int: Int]]
  private var sizes: [Int]

  init(_ texts: [String], _ assignment: [Int?], count: Int, _ language: String) {
    counts = [[Int: Int]](repeating: [:], count: count)
    sizes = [Int](repeating: 0, count: count)
    let functionWords = HashSet64(FunctionWords.for(language: language).words.map(WordFold.hash))
    var numbers: [UInt64: Int] = [:]
    var folded: [UInt8] = []
    for (text, cluster) in zip(texts, assignment) {
      guard let cluster else { continue }
      let bytes = text.utf8Span.span
      WordScanner.forEachWord(in: bytes) { range in
        WordFold.fold(bytes.extracting(range), into: &folded)
        let hash = hash64(folded.span)
        guard Self.isTerm(folded), !functionWords.contains(hash) else { return }
        let number = numbers[hash] ?? words.count
        if number == words.count {
          numbers[hash] = number
          words.append(String(decoding: folded, as: UTF8.self))
          totals.append(0)
        }
        totals[number] += 1
        counts[cluster][number, default: 0] += 1
        sizes[cluster] += 1
      }
    }
  }

  /// Letters only: figures, single Latin letters and forms like "don't" name nothing.
  private static func isTerm(_ folded: [UInt8]) -> Bool {
    folded.count > 1 && !folded.contains { $0 == 0x20 || $0 &- 0x30 < 10 }
  }

  /// The words with the greatest weight in a group.
  func strongest(in cluster: Int) -> [String] {
    let average = Double(sizes.reduce(0, +)) / Double(max(sizes.count, 1))
    let weighted = counts[cluster].map { number, count in
      (
        word: words[number],
        weight: classTermWeight(
          count: count,
          classWords: sizes[cluster],
          total: totals[number],
          averageWords: average
        )
      )
    }.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }
    var chosen: [String] = []
    for (word, _) in weighted where chosen.count < Self.nameLength {
      // One of "card" and "cards" is enough.
      if !chosen.contains(where: { $0 + "s" == word || word + "s" == $0 }) { chosen.append(word) }
    }
    return chosen
  }
}

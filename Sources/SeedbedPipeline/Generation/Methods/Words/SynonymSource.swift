import SeedbedKernels
import SeedbedText

/// The synonyms of this machine's dictionary, opened at their first use.
enum SynonymSource {
  /// Whether WordNet is installed.
  static let isInstalled = wordnet != nil

  /// Nil where WordNet is not installed.
  static let installed = wordnet.map { Synonyms(wordnet: $0) }

  private static let wordnet = WordNet.installed()
}

/// Draws words of a text that have synonyms, each once, and one of the synonyms.
struct SynonymDraw {
  private let reading: SynonymReading
  private var left: [Int] = []

  init(_ reading: SynonymReading) {
    self.reading = reading
    for index in 0..<reading.wordCount where reading.mayHaveSynonyms(at: index) {
      left.append(index)
    }
  }

  /// One of the words that are left; nil where none is.
  mutating func next(_ random: inout CounterRandom) -> Int? {
    guard !left.isEmpty else { return nil }
    left.swapAt(random.index(below: left.count), left.count - 1)
    return left.removeLast()
  }

  /// One of the word's synonyms, by their frequency and fit; nil where it has none here.
  func replacement(for index: Int, _ random: inout CounterRandom) -> Replacement? {
    let all = reading.replacements(at: index)
    if all.count < 2 { return all.first }
    return random.weightedIndex(all.map { Double($0.taggedCount) * $0.contextScore }).map {
      all[$0]
    }
  }
}

import SeedbedKernels

/// Finds real texts that share rare words with another text.
///
/// Cosine of word sets weighted by the inverse of how many texts have a word, exact, by way of an index from words to
/// texts: a search looks only at texts that share a word, and is quick among tens of thousands.
struct RealNeighbors: Sendable {
  struct Match: Sendable, Hashable {
    var index: Int
    var similarity: Double
  }

  private var textsOf: [UInt64: [Int32]] = [:]
  private var lengths: [Double]
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    let words = texts.map(Self.words)
    for (index, words) in words.enumerated() {
      for word in words { textsOf[word, default: []].append(Int32(index)) }
    }
    lengths = []
    lengths = words.map { words in
      words.reduce(0) { $0 + weight($1) * weight($1) }.squareRoot()
    }
  }

  /// The texts that are most like one, the most alike first, of equal ones the first first.
  func nearest(to text: String, count wanted: Int) -> [Match] {
    let words = Self.words(text)
    let length = words.reduce(0) { $0 + weight($1) * weight($1) }.squareRoot()
    guard length > 0 else { return [] }
    var products = [Double](repeating: 0, count: count)
    var touched: [Int] = []
    for word in words {
      let square = weight(word) * weight(word)
      for text in textsOf[word] ?? [] {
        if products[Int(text)] == 0 { touched.append(Int(text)) }
        products[Int(text)] += square
      }
    }
    let matches = touched.map { index in
      Match(index: index, similarity: min(1, products[index] / (length * lengths[index])))
    }
    return Array(
      matches.sorted { ($1.similarity, $0.index) < ($0.similarity, $1.index) }.prefix(wanted)
    )
  }

  /// The rarer a word, the more it counts; one that no real text has counts most, against any likeness.
  private func weight(_ word: UInt64) -> Double {
    (1 / Double(max(1, textsOf[word]?.count ?? 0))).squareRoot()
  }

  /// The hashes of a text's words, each once, sorted so that sums come out alike.
  private static func words(_ text: String) -> [UInt64] {
    var folded: [UInt8] = []
    DuplicateView.normalize(text.utf8Span.span, into: &folded)
    var hashes: [UInt64] = []
    let bytes = folded.span
    WordScanner.forEachWord(in: bytes) { hashes.append(hash64(bytes.extracting($0))) }
    hashes.sort()
    var distinct: [UInt64] = []
    for hash in hashes where distinct.last != hash { distinct.append(hash) }
    return distinct
  }
}

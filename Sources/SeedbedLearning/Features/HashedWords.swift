import SeedbedKernels

/// The words of many texts as hashes, one text behind the other.
///
/// Two words are the same when they are in lower case, as in `NGramHasher`; n-grams are made of the
/// hashes by `NGramHasher.extended`, so no text is read twice.
struct HashedWords: Sendable {
  /// The hashes of all words.
  private(set) var words: [UInt64] = []
  /// Where each text begins in `words`; one more entry than texts.
  private(set) var starts = [0]

  /// How many texts there are.
  var count: Int { starts.count - 1 }

  /// Takes hashes that the caller made.
  init(_ texts: [[UInt64]]) {
    words.reserveCapacity(texts.reduce(0) { $0 + $1.count })
    for text in texts { append(text[...]) }
  }

  /// Hashes texts, in pieces that several threads may take.
  init(_ texts: [String], threads: Int) {
    let options = TFIDFVectorizer.Options(wordLengths: 1...1)
    self.init(HashedTexts(texts, options: options, threads: threads).texts.map(\.words))
  }

  /// The places in `words` of one text's words.
  func range(of text: Int) -> Range<Int> { starts[text]..<starts[text + 1] }

  /// The words of one text.
  subscript(text: Int) -> ArraySlice<UInt64> { words[range(of: text)] }

  /// Whole texts in a seeded random order up to a number of words, the last one cut short.
  ///
  /// - Returns: Exactly `budget` words, or nil when there are fewer.
  func drawn(budget: Int, seed: UInt64, draw: Int) -> HashedWords? {
    guard budget >= 0, budget <= words.count else { return nil }
    var order = Array(0..<count)
    var random = CounterRandom(seed: seed, sample: "words", operation: "budget", draw: draw)
    random.shuffle(&order)
    var drawn = HashedWords([])
    for text in order {
      let rest = budget - drawn.words.count
      guard rest > 0 else { break }
      drawn.append(self[text].prefix(rest))
    }
    return drawn
  }

  /// The hashes of all n-grams of a length, none across two texts.
  func grams(_ length: Int) -> [UInt64] {
    var grams: [UInt64] = []
    grams.reserveCapacity(words.count)
    for text in 0..<count {
      let range = range(of: text)
      guard range.count >= length else { continue }
      for start in range.lowerBound...(range.upperBound - length) {
        var hash = words[start]
        for word in (start + 1)..<(start + length) {
          hash = NGramHasher.extended(hash, by: words[word])
        }
        grams.append(hash)
      }
    }
    return grams
  }

  private mutating func append(_ text: ArraySlice<UInt64>) {
    words.append(contentsOf: text)
    starts.append(words.count)
  }
}

/// How probable a text is word by word: an interpolated n-gram model with modified Kneser-Ney smoothing.
///
/// Kneser and Ney (1995) in the form of Chen and Goodman, "An empirical study of smoothing techniques for
/// language modeling" (1998):
///
///     P(w | h) = (c(h w) − D(c(h w))) / c(h) + γ(h) P(w | h′)
///
/// `h′` is the context without its first word, and γ(h) is what the discounts took. The longest
/// sequences, and those at the start of a text, are counted as they occur; shorter ones by before how many
/// different words they occur. At the bottom all words are equally probable: those of the training
/// texts, the end of a text, and one that stands for every unknown word; the probabilities of these sum
/// to 1 in every context. Words are compared in lower case, punctuation and spaces do not count.
public struct NGramLanguageModel: Sendable {
  /// How many words a sequence has, the predicted one included.
  public let order: Int
  /// How many words can be predicted: those of the training texts, the end and the unknown word.
  public let vocabularyCount: Int
  /// The discounts by the length of the sequences, from 1.
  public let discounts: [NGramDiscounts]

  /// What a sequence says about the word that ends it and about the one that follows.
  private struct Entry: Sendable {
    var logProbability: Double
    var logBackoff: Double
    var suffix: Int32
    /// The context that it makes for the next word: itself, or its suffix when it is of full length.
    var context: Int32
  }

  private let counts: NGramCounts
  private let entries: [Entry]
  private let logUnknown: Double

  /// Learns from texts.
  ///
  /// - Parameters:
  ///   - texts: The training texts.
  ///   - order: How many words a sequence has, in 1...5.
  ///   - discounts: What to take from counts, or nil for what the counts of each length suggest.
  /// - Returns: The model. Without texts all words are equally probable.
  /// - Complexity: Linear in the words, times the order.
  public static func fit(
    _ texts: [String],
    order: Int = 3,
    discounts: NGramDiscounts? = nil
  ) -> NGramLanguageModel {
    precondition((1...5).contains(order), "the order of a language model lies in 1...5")
    var counts = NGramCounts(order: order)
    var hasher = NGramHasher(wordLengths: 1...1, characterLengths: nil)
    var words: [UInt64] = []
    var none: [UInt64] = []
    for text in texts {
      words.removeAll(keepingCapacity: true)
      hasher.append(text, words: &words, characters: &none)
      counts.add(words)
    }
    return NGramLanguageModel(counts, discounts: discounts)
  }

  private init(_ counts: NGramCounts, discounts given: NGramDiscounts?) {
    order = counts.order
    vocabularyCount = counts.wordCount + 2
    let smoothing = KneserNey(counts, discounts: given, vocabularyCount: vocabularyCount)
    discounts = smoothing.discounts
    logUnknown = PortableMath.log(smoothing.unknown)
    let full = Int32(counts.order)
    entries = counts.nodes.indices.map { node in
      Entry(
        logProbability: PortableMath.log(smoothing.probabilities[node]),
        logBackoff: PortableMath.log(smoothing.backoffs[node]),
        suffix: counts.nodes[node].suffix,
        context: counts.nodes[node].order < full ? Int32(node) : counts.nodes[node].suffix
      )
    }
    self.counts = counts
  }

  /// The natural logarithm of the probability of every word of a text after those before it, and of the
  /// text's end.
  ///
  /// - Parameter text: Any text.
  /// - Returns: One number a word and one for the end, each at most 0.
  public func logProbabilities(_ text: String) -> [Double] {
    var scorer = Scorer(self)
    scorer.score(text)
    return scorer.values
  }

  /// How many words the model might as well choose from at each word of a text (`perplexity`).
  ///
  /// - Parameter text: Any text.
  /// - Returns: The inverse of the geometric mean of the probabilities, from 1.
  public func perplexity(_ text: String) -> Double { perplexities([text])[0] }

  /// The perplexity of each text.
  ///
  /// - Parameters:
  ///   - texts: Any texts.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: One number a text, from 1.
  public func perplexities(_ texts: [String], threads: Int = 1) -> [Double] {
    let size = 256
    return Parallel.map((texts.count + size - 1) / size, threads: threads) { piece in
      var scorer = Scorer(self)
      return texts[(piece * size)..<min((piece + 1) * size, texts.count)].map { text in
        scorer.score(text)
        let sum = scorer.values.reduce(0, +)
        return PortableMath.exp(-sum / Double(scorer.values.count))
      }
    }.flatMap(\.self)
  }

  /// The probability of a word after others.
  ///
  /// - Parameters:
  ///   - word: One word, or nil for the end of the text; an unknown word gets the probability of all
  ///     unknown words together.
  ///   - context: The words before it.
  ///   - isStart: Whether the text begins with the context.
  /// - Returns: A number in 0...1.
  public func probability(
    of word: String?,
    after context: String,
    isStart: Bool = true
  ) -> Double {
    var scorer = Scorer(self)
    return PortableMath.exp(scorer.score(word, after: context, isStart: isStart))
  }

  /// Walks through texts with buffers that are used again.
  private struct Scorer {
    let model: NGramLanguageModel
    private(set) var values: [Double] = []
    private var hasher = NGramHasher(wordLengths: 1...1, characterLengths: nil)
    private var words: [UInt64] = []
    private var none: [UInt64] = []

    init(_ model: NGramLanguageModel) { self.model = model }

    private mutating func read(_ text: String) {
      words.removeAll(keepingCapacity: true)
      hasher.append(text, words: &words, characters: &none)
    }

    mutating func score(_ text: String) {
      read(text)
      values.removeAll(keepingCapacity: true)
      var state = model.order > 1 ? NGramCounts.start : NGramCounts.root
      for word in words {
        values.append(model.advance(&state, model.counts.number(ofWord: word)))
      }
      values.append(model.advance(&state, NGramCounts.end))
    }

    mutating func score(_ word: String?, after context: String, isStart: Bool) -> Double {
      var state = isStart && model.order > 1 ? NGramCounts.start : NGramCounts.root
      read(context)
      for word in words { _ = model.advance(&state, model.counts.number(ofWord: word)) }
      guard let word else { return model.advance(&state, NGramCounts.end) }
      read(word)
      return model.advance(&state, words.first.flatMap { model.counts.number(ofWord: $0) })
    }
  }

  /// The logarithm of a word's probability in a context, which then holds the word too.
  ///
  /// The longest known sequence has the smoothed probability ready; each context that is dropped on the
  /// way to it adds its backoff.
  private func advance(_ state: inout Int32, _ word: Int32?) -> Double {
    var sum = 0.0
    while true {
      if let word, let node = counts.child(of: state, word) {
        let entry = entries[Int(node)]
        state = entry.context
        return sum + entry.logProbability
      }
      guard state != NGramCounts.root else { return sum + logUnknown }
      let entry = entries[Int(state)]
      sum += entry.logBackoff
      state = entry.suffix
    }
  }
}

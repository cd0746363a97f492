/// Tells the part of speech of each word of an English text, or that it cannot tell.
///
/// A word's frequencies in WordNet's tagged texts are weighted by its ending and by the words on
/// either side; the answer is given only when one part of speech has most of the weight.
public struct Tagger: Sendable {
  private let wordnet: WordNet
  private let functionWords = FunctionWords.for(language: "en")

  /// The share of the weight that a part of speech needs to be the answer.
  private static let leastShare: Float = 0.6

  /// The frequencies of words that were looked up; keep one beside a tagger to save repeated work.
  public struct Cache: Sendable {
    fileprivate var weights: [String: SIMD4<Float>] = [:]

    /// The words after which the cache starts anew, which bounds its memory.
    fileprivate static let limit = 50_000

    /// Makes an empty cache.
    public init() {}
  }

  /// Makes a tagger.
  ///
  /// - Parameter wordnet: The source of frequencies.
  public init(wordnet: WordNet) {
    self.wordnet = wordnet
  }

  /// Tags every word of a text.
  public func tag(_ text: String) -> [TaggedWord] {
    var cache = Cache()
    return tag(text, cache: &cache)
  }

  /// Tags every word of a text, remembering looked-up words in the caller's cache.
  ///
  /// The cache changes the speed only, never the answer.
  public func tag(_ text: String, cache: inout Cache) -> [TaggedWord] {
    let words = TextWord.words(of: text)
    let capitals = Capitals(text, words)
    var tagged: [TaggedWord] = []
    tagged.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      let cue = ContextCue.of(word.lower)
      let isFunctionWord = cue != nil || functionWords.contains(word.lower)
      var answer = TaggedWord(
        range: word.range,
        lower: word.lower,
        pos: nil,
        isFunctionWord: isFunctionWord
      )
      if !isFunctionWord {
        let own = weights(of: word.lower, &cache)
        answer.isProper = capitals.isProper(index, isKnown: own.sum() > 0)
        if !answer.isProper {
          let before = index > 0 && !capitals.startsSentence(index) ? tagged[index - 1] : nil
          let context =
            Self.before(before, VerbForm(word.lower))
            * after(index, words, capitals, &cache)
          (answer.pos, answer.confidence) = Self.decide(own * context)
        }
      }
      tagged.append(answer)
    }
    return tagged
  }

  private static func before(_ word: TaggedWord?, _ form: VerbForm) -> SIMD4<Float> {
    guard let word else { return [1, 1.3, 1, 1] }  // a sentence may open with an imperative
    return ContextRules.before(ContextCue.of(word.lower), word.pos, form: form)
  }

  private func after(
    _ index: Int,
    _ words: [TextWord],
    _ capitals: Capitals,
    _ cache: inout Cache
  ) -> SIMD4<Float> {
    guard index + 1 < words.count, !capitals.startsSentence(index + 1) else {
      return ContextRules.after(nil, isEnd: true, likelyNoun: false)
    }
    let next = words[index + 1].lower
    let cue = ContextCue.of(next)
    guard cue == nil else { return ContextRules.after(cue, isEnd: false, likelyNoun: false) }
    let weights = weights(of: next, &cache)
    return ContextRules.after(
      nil,
      isEnd: false,
      likelyNoun: weights[0] > 0.6 * weights.sum() && weights[0] > 0
    )
  }

  private static func decide(_ weights: SIMD4<Float>) -> (PartOfSpeech?, Double) {
    let total = weights.sum()
    guard total > 0 else { return (nil, 0) }
    var best = 0
    for index in 1..<4 where weights[index] > weights[best] { best = index }
    let share = weights[best] / total
    return share >= leastShare ? (PartOfSpeech.allCases[best], Double(share)) : (nil, 0)
  }

  /// The word's frequency in each part of speech, smoothed, times the weights of its ending.
  private func weights(of lower: String, _ cache: inout Cache) -> SIMD4<Float> {
    if let known = cache.weights[lower] { return known }
    var weights = SIMD4<Float>(repeating: 0)
    for (index, pos) in PartOfSpeech.allCases.enumerated() {
      for base in wordnet.baseForms(of: lower, pos) {
        weights[index] = max(weights[index], Float(wordnet.taggedCount(base, pos)) + 0.5)
      }
    }
    weights *= ContextRules.ending(of: lower)
    if cache.weights.count >= Cache.limit { cache.weights.removeAll(keepingCapacity: true) }
    cache.weights[lower] = weights
    return weights
  }
}

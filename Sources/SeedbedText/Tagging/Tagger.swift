import SeedbedKernels

/// Tells the part of speech of each word of an English text, or that it cannot tell.
///
/// A word's frequencies in WordNet's tagged texts are weighted by its ending and by the words on
/// either side; the answer is given only when one part of speech has most of the weight.
public struct Tagger: Sendable {
  private let reader: WordReader

  /// The share of the weight that a part of speech needs to be the answer.
  private static let leastShare: Float = 0.6

  /// The words that were looked up last, with the words of a text; keep one beside a tagger to save
  /// repeated work.
  public struct Cache: Sendable {
    /// A word has one place, from which the next word of that place drives it out: the memory is
    /// bounded.
    fileprivate var infos: [WordInfo]
    /// The letters of one word, in lower case.
    fileprivate var letters: [UInt8] = []
    /// The words of the text that was read last.
    var words: [ReadWord] = []

    private static let places = 1 << 15

    /// Makes an empty cache.
    public init() { infos = Array(repeating: WordInfo(), count: Self.places) }

    fileprivate func place(of word: WordHash) -> Int {
      SpellingIndex.slot(word.value) & (Self.places - 1)
    }
  }

  /// Makes a tagger.
  ///
  /// - Parameter wordnet: The source of frequencies.
  public init(wordnet: WordNet) { reader = WordReader(wordnet: wordnet) }

  /// Tags every word of a text.
  public func tag(_ text: String) -> [TaggedWord] {
    var cache = Cache()
    return tag(text, cache: &cache)
  }

  /// Tags every word of a text, remembering looked-up words in the caller's cache.
  ///
  /// The cache changes the speed only, never the answer.
  public func tag(_ text: String, cache: inout Cache) -> [TaggedWord] {
    read(text, &cache)
    return cache.words.indices.map { index in
      decide(index, &cache.words)
      let word = cache.words[index]
      return TaggedWord(
        range: word.range,
        lower: String(text.utf8Slice(word.range)).lowercasedPlain,
        pos: word.pos,
        confidence: Double(word.confidence),
        isFunctionWord: word.info.isFunctionWord,
        isProper: word.isProper
      )
    }
  }

  // MARK: - Reading

  /// Reads the words of a text into the cache, without deciding on their parts of speech.
  func read(_ text: String, _ cache: inout Cache) {
    let bytes = text.utf8Span.span
    cache.words.removeAll(keepingCapacity: true)
    var upper = 0
    var end = 0
    WordScanner.forEachWord(in: bytes) { range in
      var starts = end == 0
      for index in end..<range.lowerBound { starts = starts || Self.endsSentence(bytes[index]) }
      end = range.upperBound
      let scan = WordScan(text, bytes, range)
      if scan.letterCase == .upper { upper += 1 }
      cache.words.append(
        ReadWord(
          range: range,
          scan: scan,
          startsSentence: starts,
          info: info(of: scan, text, range, &cache)
        )
      )
    }
    // In a text that is all capitals they say nothing.
    let shouts = cache.words.count > 1 && upper * 2 > cache.words.count
    for index in cache.words.indices { cache.words[index].settle(shouts: shouts) }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A: true
    default: false
    }
  }

  private func info(
    of scan: WordScan,
    _ text: String,
    _ range: Range<Int>,
    _ cache: inout Cache
  ) -> WordInfo {
    let place = cache.place(of: scan.hash)
    if cache.infos[place].key == scan.hash.value { return cache.infos[place] }
    cache.letters.removeAll(keepingCapacity: true)
    if scan.isPlain {
      let bytes = text.utf8Span.span
      for index in range { cache.letters.append(bytes[index] | 0x20) }
    } else {
      cache.letters.append(contentsOf: String(text.utf8Slice(range)).lowercasedPlain.utf8)
    }
    let info = reader.info(of: cache.letters, key: scan.hash)
    cache.infos[place] = info
    return info
  }

  // MARK: - Deciding

  /// Decides on the part of speech of a word, and of those before it on which it hangs.
  func decide(_ index: Int, _ words: inout [ReadWord]) {
    var first = index
    while !words[first].isDecided, first > 0, !words[first].startsSentence,
      !words[first - 1].isDecided
    {
      first -= 1
    }
    for place in first...index where !words[place].isDecided {
      let context = Self.before(place, words) * Self.after(place, words)
      words[place].decide(words[place].info.weights * context, leastShare: Self.leastShare)
    }
  }

  private static func before(_ index: Int, _ words: [ReadWord]) -> SIMD4<Float> {
    // A sentence may open with an imperative.
    if index == 0 || words[index].startsSentence { return [1, 1.3, 1, 1] }
    let previous = words[index - 1]
    return ContextRules.before(previous.info.cue, previous.pos, form: words[index].info.form)
  }

  private static func after(_ index: Int, _ words: [ReadWord]) -> SIMD4<Float> {
    guard index + 1 < words.count, !words[index + 1].startsSentence else {
      return ContextRules.after(nil, isEnd: true, likelyNoun: false)
    }
    let next = words[index + 1].info
    return ContextRules.after(next.cue, isEnd: false, likelyNoun: next.isLikelyNoun)
  }
}

/// A word of a text as the tagger has read it.
struct ReadWord {
  let range: Range<Int>
  let info: WordInfo
  let letterCase: LetterCase
  /// Whether it is letters from a to z.
  let isPlain: Bool
  /// Whether it is the first of a sentence or line.
  let startsSentence: Bool
  private let hasDigit: Bool
  /// Whether it looks like a name or a code.
  private(set) var isProper = false
  /// Whether its part of speech is decided on.
  private(set) var isDecided = false
  private(set) var pos: PartOfSpeech?
  private(set) var confidence: Float = 0

  init(range: Range<Int>, scan: WordScan, startsSentence: Bool, info: WordInfo) {
    self.range = range
    self.info = info
    self.startsSentence = startsSentence
    letterCase = scan.letterCase
    isPlain = scan.isPlain
    hasDigit = scan.hasDigit
  }

  /// Tells names and codes by their letter case.
  mutating func settle(shouts: Bool) {
    if !info.isFunctionWord {
      switch letterCase {
      case _ where hasDigit: isProper = true
      case .lower: isProper = false
      case .mixed: isProper = true
      case .upper: isProper = !shouts || !info.isKnown
      case .capitalised: isProper = !startsSentence || !info.isKnown
      }
    }
    isDecided = info.isFunctionWord || isProper
  }

  /// Takes the part of speech that has most of the weight.
  mutating func decide(_ weights: SIMD4<Float>, leastShare: Float) {
    isDecided = true
    let total = weights.sum()
    guard total > 0 else { return }
    var best = 0
    for lane in 1..<4 where weights[lane] > weights[best] { best = lane }
    let share = weights[best] / total
    guard share >= leastShare else { return }
    pos = PartOfSpeech(lane: best)
    confidence = share
  }
}

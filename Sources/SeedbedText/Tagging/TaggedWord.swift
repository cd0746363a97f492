/// One word of a text with what the tagger found.
public struct TaggedWord: Sendable, Hashable {
  /// Where the word is: half-open UTF-8 byte offsets.
  public var range: Range<Int>
  /// The word in lower case, with a plain apostrophe.
  public var lower: String
  /// The part of speech; nil when it is in doubt or not one of the four open classes.
  public var pos: PartOfSpeech?
  /// How much of the evidence speaks for the part of speech, 0...1; 0 when it is nil.
  public var confidence: Double
  /// Whether it is an article, pronoun, preposition, auxiliary or another closed-class word.
  public var isFunctionWord: Bool
  /// Whether it looks like a name or a code: capitalised inside a sentence, all capitals, mixed
  /// with digits, or capitalised and unknown.
  public var isProper: Bool

  /// Makes a tagged word.
  ///
  /// - Parameters:
  ///   - range: Half-open UTF-8 byte offsets.
  ///   - lower: The word in lower case.
  ///   - pos: The part of speech, or nil.
  ///   - confidence: The weight of the evidence, 0...1.
  ///   - isFunctionWord: Whether it is of a closed class.
  ///   - isProper: Whether it looks like a name or a code.
  public init(
    range: Range<Int>,
    lower: String,
    pos: PartOfSpeech?,
    confidence: Double = 0,
    isFunctionWord: Bool = false,
    isProper: Bool = false
  ) {
    self.range = range
    self.lower = lower
    self.pos = pos
    self.confidence = confidence
    self.isFunctionWord = isFunctionWord
    self.isProper = isProper
  }
}

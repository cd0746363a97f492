/// A word that may stand for another one in its place.
public struct Replacement: Sendable, Hashable {
  /// The new word, inflected and in the letter case of the original.
  public var text: String
  /// The part of speech of both.
  public var pos: PartOfSpeech
  /// The rank of the shared meaning for the original word, from 1.
  public var senseNumber: Int
  /// The new word's base form.
  public var lemma: String
  /// How often the new word has the shared meaning in WordNet's tagged texts.
  public var taggedCount: Int
  /// How likely both words have the shared meaning among these neighbours, 0...1.
  public var contextScore: Double
  /// The change that "a" or "an" before the word needs; nil when it fits.
  public var articleEdit: TextEdit?

  /// Makes a replacement.
  ///
  /// - Parameters:
  ///   - text: The new word as it is to be written.
  ///   - pos: The part of speech of both.
  ///   - senseNumber: The rank of the shared meaning, from 1.
  ///   - lemma: The new word's base form.
  ///   - taggedCount: Its frequency with that meaning.
  ///   - contextScore: How likely both have that meaning here, 0...1.
  ///   - articleEdit: The change of the article before it.
  public init(
    text: String,
    pos: PartOfSpeech,
    senseNumber: Int,
    lemma: String,
    taggedCount: Int,
    contextScore: Double,
    articleEdit: TextEdit? = nil
  ) {
    self.text = text
    self.pos = pos
    self.senseNumber = senseNumber
    self.lemma = lemma
    self.taggedCount = taggedCount
    self.contextScore = contextScore
    self.articleEdit = articleEdit
  }

  /// Which meaning it is and how well it fits, for the record: `sense 1 of noun, context 0.42`.
  public var reason: String {
    let hundredths = Int((min(max(contextScore, 0), 1) * 100).rounded())
    let digits = (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    return "sense \(senseNumber) of \(pos.rawValue), context \(hundredths / 100).\(digits)"
  }
}

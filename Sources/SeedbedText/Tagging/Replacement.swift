/// A word that may stand for another one in its place.
public struct Replacement: Sendable, Hashable {
  /// The new word, inflected and in the letter case of the original.
  public var text: String
  /// The rank of the shared meaning for the original word, from 1.
  public var senseNumber: Int
  /// The new word's base form.
  public var lemma: String
  /// How often the new word has the shared meaning in WordNet's tagged texts.
  public var taggedCount: Int
  /// The change that "a" or "an" before the word needs; nil when it fits.
  public var articleEdit: TextEdit?

  /// Makes a replacement.
  ///
  /// - Parameters:
  ///   - text: The new word as it is to be written.
  ///   - senseNumber: The rank of the shared meaning, from 1.
  ///   - lemma: The new word's base form.
  ///   - taggedCount: Its frequency with that meaning.
  ///   - articleEdit: The change of the article before it.
  public init(
    text: String,
    senseNumber: Int,
    lemma: String,
    taggedCount: Int,
    articleEdit: TextEdit? = nil
  ) {
    self.text = text
    self.senseNumber = senseNumber
    self.lemma = lemma
    self.taggedCount = taggedCount
    self.articleEdit = articleEdit
  }
}

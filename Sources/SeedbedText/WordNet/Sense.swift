/// One meaning of a lemma: a WordNet synset as seen from that lemma.
public struct Sense: Sendable, Hashable {
  /// The synset's byte offset in its data file, which identifies it within its part of speech.
  public var offset: Int
  /// The rank of this meaning for the lemma, 1 the most frequent.
  public var number: Int
  /// The synset's lemmas in WordNet's order, with spaces in collocations.
  public var lemmas: [String]
  /// How often the lemma was found with this meaning in WordNet's tagged texts.
  public var taggedCount: Int

  /// Makes a sense.
  ///
  /// - Parameters:
  ///   - offset: The synset's byte offset in its data file.
  ///   - number: The rank for the lemma, from 1.
  ///   - lemmas: The synset's lemmas.
  ///   - taggedCount: The frequency in tagged texts.
  public init(offset: Int, number: Int, lemmas: [String], taggedCount: Int) {
    self.offset = offset
    self.number = number
    self.lemmas = lemmas
    self.taggedCount = taggedCount
  }
}

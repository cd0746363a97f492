/// What is measured of one claim against its source; each is 0...1, 1 for the best support.
public struct ClaimSignals: Sendable, Hashable {
  /// The share of the words, function words too, that the source has.
  public var words = 1.0
  /// The share of the words with a meaning that the source has, the rare ones counting more.
  public var coverage = 1.0
  /// The same of what is new in an answer: words that the question does not have.
  public var news = 1.0
  /// The support of the word with the least.
  public var weakest = 1.0
  /// The share of phrases of three words that the source has.
  public var phrases = 1.0
  /// How long the pieces are that stand in the source as they are.
  public var runs = 1.0
  /// How near to each other neighbouring words stand in the source.
  public var nearness = 1.0
  /// The share of all pairs of words that stand in one sentence of the source.
  public var together = 1.0
  /// The share of figures and codes that the source has.
  public var figures = 1.0
  /// 0 when the claim denies and its support does not.
  public var denial = 1.0
}

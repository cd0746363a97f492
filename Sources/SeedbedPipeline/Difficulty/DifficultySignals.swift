/// What is measured of one row to say how hard it is.
public struct DifficultySignals: Sendable, Hashable {
  /// How much more probable its own label is than any other to a classifier that has not seen it, -1…1.
  public var margin: Double
  /// The share of students, each of another kind, that give it another label, 0…1.
  public var dissent: Double
  /// The greatest cosine with a real row of the same label outside of its group; nil without vectors.
  public var nearestSame: Double?
  /// The greatest cosine with a real row of another label; nil without vectors.
  public var nearestOther: Double?
  /// How seldom its words are in the real rows, 0…1.
  public var rarity: Double
  /// How many words and figures set a condition: numbers, negations, exceptions, limits.
  public var constraints: Int
  /// How many words it has.
  public var words: Int

  /// How much nearer the next row of another label is than the next one of its own; nil without vectors.
  public var confusion: Double? {
    guard let nearestSame, let nearestOther else { return nil }
    return nearestOther - nearestSame
  }

  /// Takes the signals.
  ///
  /// - Parameters:
  ///   - margin: The margin of its own label, -1…1.
  ///   - dissent: The share of students that give it another label, 0…1.
  ///   - nearestSame: The greatest cosine with a real row of its label.
  ///   - nearestOther: The greatest cosine with a real row of another label.
  ///   - rarity: How seldom its words are, 0…1.
  ///   - constraints: How many words set a condition.
  ///   - words: How many words it has.
  public init(
    margin: Double,
    dissent: Double,
    nearestSame: Double? = nil,
    nearestOther: Double? = nil,
    rarity: Double,
    constraints: Int,
    words: Int
  ) {
    self.margin = margin
    self.dissent = dissent
    self.nearestSame = nearestSame
    self.nearestOther = nearestOther
    self.rarity = rarity
    self.constraints = constraints
    self.words = words
  }
}

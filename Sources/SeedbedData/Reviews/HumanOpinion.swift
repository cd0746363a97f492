/// What people say of a sample, for the checks and models that learn from it.
public struct HumanOpinion: Sendable, Hashable {
  /// The sample, as it is stored.
  public var sample: Sample
  /// How hard they find it; nil where nobody said.
  public var difficulty: Difficulty?
  /// Whether somebody accepted or made the sample, and nobody rejected or fixed it: its label is right.
  public var standsByLabel: Bool

  /// Makes an opinion.
  ///
  /// - Parameters:
  ///   - sample: The sample, as it is stored.
  ///   - difficulty: How hard people find it.
  ///   - standsByLabel: Whether its label is right.
  public init(_ sample: Sample, difficulty: Difficulty? = nil, standsByLabel: Bool = false) {
    self.sample = sample
    self.difficulty = difficulty
    self.standsByLabel = standsByLabel
  }
}

public import SeedbedData
public import SeedbedLearning

/// Whether tiers of difficulty mean what they say: how often a student is right in each.
public struct DifficultyValidation: Sendable, Hashable {
  /// One tier.
  public struct Tier: Sendable, Hashable {
    /// The tier.
    public var tier: Difficulty
    /// How many rows have it.
    public var rows: Int
    /// The share of them that the student gets right, with its 95 % interval.
    public var accuracy: Interval
  }

  /// The tiers that any row has, from easy to adversarial.
  public var tiers: [Tier]

  /// Measures a student by tier.
  ///
  /// - Parameters:
  ///   - difficulties: The tier of each row.
  ///   - isRight: Whether the student is right about each row; it must not have seen the row.
  public init(_ difficulties: [Difficulty], isRight: [Bool]) {
    precondition(difficulties.count == isRight.count, "a validation needs one tier a row")
    tiers = Difficulty.allCases.compactMap { tier in
      let rows = difficulties.indices.filter { difficulties[$0] == tier }
      guard !rows.isEmpty else { return nil }
      return Tier(
        tier: tier,
        rows: rows.count,
        accuracy: Interval.wilson(
          successes: rows.count { isRight[$0] },
          trials: rows.count
        )
      )
    }
  }

  /// Whether the accuracy is lower in every tier than in the one before.
  public var falls: Bool {
    zip(tiers, tiers.dropFirst()).allSatisfy { $0.accuracy.estimate > $1.accuracy.estimate }
  }
}

/// How much more often a word stands in one group of texts than in another.
public enum LogOdds {
  /// The log-odds ratio of a word with an informative Dirichlet prior, in standard errors (Monroe, Colaresi
  /// & Quinn, "Fightin' words", 2008).
  ///
  /// The prior is the word's share in all texts, as strong as `priorStrength` observations, so a word of
  /// few texts is near 0 whatever its odds.
  ///
  /// - Parameters:
  ///   - count: How often the word stands in the first group, in `0...total`.
  ///   - total: The size of the first group.
  ///   - otherCount: How often it stands in the other group, in `0...otherTotal`.
  ///   - otherTotal: The size of the other group.
  ///   - priorStrength: How many observations the prior is worth, above 0.
  /// - Returns: The z-score, positive for a word of the first group; nil where a group is empty, a count is
  ///   out of its range, or the word stands nowhere or everywhere.
  public static func zScore(
    _ count: Int,
    of total: Int,
    against otherCount: Int,
    of otherTotal: Int,
    priorStrength: Double = 10
  ) -> Double? {
    guard total > 0, otherTotal > 0, (0...total).contains(count),
      (0...otherTotal).contains(otherCount), priorStrength > 0, priorStrength.isFinite
    else { return nil }
    let share = Double(count + otherCount) / Double(total + otherTotal)
    guard share > 0, share < 1 else { return nil }
    let prior = priorStrength * share, rest = priorStrength - prior
    let first = (Double(count) + prior, Double(total - count) + rest)
    let second = (Double(otherCount) + prior, Double(otherTotal - otherCount) + rest)
    let difference =
      PortableMath.log(first.0 / first.1) - PortableMath.log(second.0 / second.1)
    return difference / (1 / first.0 + 1 / second.0).squareRoot()
  }
}

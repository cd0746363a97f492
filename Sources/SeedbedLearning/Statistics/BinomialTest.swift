/// Whether a count of successes fits a probability: the exact binomial test.
public enum BinomialTest {
  /// Which deviations count as evidence.
  public enum Alternative: String, Hashable, Sendable, CaseIterable {
    /// More or fewer successes than expected.
    case twoSided = "two-sided"
    /// More successes than expected.
    case greater
    /// Fewer successes than expected.
    case less
  }

  /// The probability of a result at least as extreme by chance (`binomtest`).
  ///
  /// Two-sided: the sum of the probabilities of all counts that are no more likely than the one seen
  /// (the method of small p-values), as SciPy and R have it.
  ///
  /// - Parameters:
  ///   - successes: How many trials succeeded.
  ///   - trials: How many trials there were.
  ///   - probability: The probability of success under the null hypothesis, in 0...1.
  ///   - alternative: Which deviations count.
  /// - Returns: The p-value; 1 without trials, nil when the counts or the probability make no sense.
  public static func pValue(
    successes: Int,
    trials: Int,
    probability: Double = 0.5,
    alternative: Alternative = .twoSided
  ) -> Double? {
    guard trials >= 0, successes >= 0, successes <= trials else { return nil }
    guard probability >= 0, probability <= 1 else { return nil }
    let law = BinomialLaw(trials: trials, probability: probability)
    switch alternative {
    case .greater: return law.atLeast(successes)
    case .less: return law.atMost(successes)
    case .twoSided: return law.asUnlikely(as: successes)
    }
  }
}

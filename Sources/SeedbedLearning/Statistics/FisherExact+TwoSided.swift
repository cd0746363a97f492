extension FisherExact {
  /// The probability of a table no more likely than the one in hand when both groups have the same share
  /// (`fisher_exact`).
  ///
  /// - Parameters:
  ///   - successes: The successes of the first group, in `0...trials`.
  ///   - trials: Its size, from 1.
  ///   - otherSuccesses: The successes of the second group, in `0...otherTrials`.
  ///   - otherTrials: Its size, from 1.
  ///   - midP: Whether tables as likely as the one in hand count half, which on average rejects as often
  ///     as stated instead of less (Lancaster 1961).
  /// - Returns: A number in 0...1; nil for groups without trials or with more successes than trials.
  /// - Complexity: O(the smaller of successes and trials).
  public static func twoSided(
    _ successes: Int,
    of trials: Int,
    against otherSuccesses: Int,
    of otherTrials: Int,
    midP: Bool = false
  ) -> Double? {
    guard
      let draws = Draws(successes, of: trials, against: otherSuccesses, of: otherTrials)
    else { return nil }
    let least = draws.least, most = draws.most
    // Likelihoods by that of the table in hand; the law has one peak, so that each side, once it has
    // fallen below every digit of the sum, stays there.
    var (total, unlikely) = (1.0, midP ? 0.5 : 1)
    for isUpward in [true, false] {
      var term = 1.0
      var count = successes
      while isUpward ? count < most : count > least {
        term = isUpward ? term * draws.step(from: count) : term / draws.step(from: count - 1)
        count += isUpward ? 1 : -1
        total += term
        // Equally likely tables differ by rounding.
        if term <= 1 - 1e-7 {
          unlikely += term
        } else if term <= 1 + 1e-7 {
          unlikely += midP ? 0.5 : 1
        }
        if !total.isFinite { return 0 }
        let isPastPeak =
          isUpward ? draws.step(from: count) < 1 : count == least || draws.step(from: count - 1) > 1
        if isPastPeak, term < total * 1e-20 { break }
      }
    }
    return min(unlikely / total, 1)
  }
}

/// An interval that holds an unknown number with a stated confidence.
public struct Interval: Hashable, Sendable {
  /// The value in hand.
  public let estimate: Double
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// With what probability such intervals hold the true value, in 0...1.
  public let confidence: Double

  /// Makes an interval.
  ///
  /// - Parameters:
  ///   - estimate: The value in hand.
  ///   - lower: The lower end.
  ///   - upper: The upper end.
  ///   - confidence: The probability with which such intervals hold the true value.
  public init(estimate: Double, lower: Double, upper: Double, confidence: Double) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
  }

  /// Whether a value lies within, ends included.
  ///
  /// - Parameter value: Any number.
  /// - Returns: True when the value is neither below nor above.
  public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  /// The Wilson score interval of a share (Wilson 1927); never leaves 0...1.
  ///
  /// - Parameters:
  ///   - successes: How many of the trials succeeded, in `0...trials`.
  ///   - trials: How many trials there were, from 0.
  ///   - confidence: Between 0 and 1, exclusive.
  /// - Returns: The interval; 0...1 around ½ without trials.
  public static func wilson(
    successes: Int,
    trials: Int,
    confidence: Double = 0.95
  ) -> Interval {
    precondition(
      successes >= 0 && successes <= trials,
      "there are at most as many successes as trials"
    )
    guard trials > 0 else {
      return Interval(estimate: 0.5, lower: 0, upper: 1, confidence: confidence)
    }
    let n = Double(trials)
    let share = Double(successes) / n
    let z = normalQuantile(0.5 + confidence / 2)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Interval(
      estimate: share,
      lower: successes == 0 ? 0 : max(0, middle - half),
      upper: successes == trials ? 1 : min(1, middle + half),
      confidence: confidence
    )
  }

  /// The interval of the difference of two shares from those of the shares (Newcombe's method 10).
  ///
  /// "Interval estimation for the difference between independent proportions" (1998): right for small
  /// samples too, and never beyond -1...1.
  ///
  /// - Parameters:
  ///   - second: Wilson's interval of one share.
  ///   - first: Wilson's interval of the share that is taken away, of the same confidence.
  /// - Returns: The interval around the difference.
  public static func difference(_ second: Interval, less first: Interval) -> Interval {
    let change = second.estimate - first.estimate
    let below = (second.estimate - second.lower, first.upper - first.estimate)
    let above = (second.upper - second.estimate, first.estimate - first.lower)
    return Interval(
      estimate: change,
      lower: max(-1, change - (below.0 * below.0 + below.1 * below.1).squareRoot()),
      upper: min(1, change + (above.0 * above.0 + above.1 * above.1).squareRoot()),
      confidence: first.confidence
    )
  }
}

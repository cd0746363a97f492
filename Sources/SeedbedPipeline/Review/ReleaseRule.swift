public import SeedbedData
import SeedbedLearning

/// The rule by which a version is released: its spot check finds few enough errors.
///
/// A version may go when the share of errors is at most the limit with 95 % confidence (the upper end of
/// Wilson's two-sided interval of 90 %), or when all of its synthetic rows were looked at and their share is
/// at most the limit. It may not when the share found is over the limit. The rule speaks once the rows that
/// were drawn are done, so that fewer stop at a lucky moment; a block is said as soon as it is certain.
public struct ReleaseRule: Sendable, Hashable {
  /// The largest share of errors that may be released, above 0 and below 1.
  public let limit: Double
  /// How many rows are drawn, at least 1.
  public let sample: Int

  /// The two-sided confidence whose upper end is the one-sided bound of 95 %.
  private static let confidence = 0.9
  /// A product of doubles may miss a whole number by its last bit, which is no error more.
  private static let slack = 1e-9

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - limit: The largest share of errors that may be released.
  ///   - sample: How many rows are drawn.
  public init(limit: Double = 0.05, sample: Int = 100) {
    precondition(
      limit > 0 && limit < 1 && sample >= 1,
      "a limit is a share, and a sample not empty"
    )
    self.limit = limit
    self.sample = sample
  }

  /// The rule of a project.
  ///
  /// - Parameter settings: What `seedbed.yaml` says about reviews.
  public init(_ settings: Configuration.Review) {
    self.init(limit: settings.limit, sample: settings.sample)
  }

  /// What the rule says.
  ///
  /// - Parameters:
  ///   - wrong: How many rows were wrong, at most `checked`.
  ///   - checked: How many rows were looked at, at most `total`; skipped ones do not count.
  ///   - total: How many synthetic rows the version has.
  /// - Returns: The ruling with its numbers.
  public func gate(wrong: Int, checked: Int, of total: Int) -> ReleaseGate {
    precondition(
      wrong >= 0 && wrong <= checked && checked <= total,
      "wrong rows are checked ones, and those are of the version"
    )
    let ruling = ruling(wrong, checked, total)
    return ReleaseGate(
      ruling: ruling,
      checked: checked,
      wrong: wrong,
      errorRate: total == 0
        ? Interval(estimate: 0, lower: 0, upper: 0, confidence: Self.confidence)
        : Interval.wilson(successes: wrong, trials: checked, confidence: Self.confidence),
      limit: limit,
      needed: needed(ruling, wrong, checked, total)
    )
  }

  private func ruling(_ wrong: Int, _ checked: Int, _ total: Int) -> ReleaseGate.Ruling {
    guard total > 0 else { return .release }
    let drawn = min(sample, total)
    // Before the draw is done it counts as if all that is left were right.
    guard allows(wrong, of: max(checked, drawn)) else { return .block }
    guard checked >= drawn else { return .undecided }
    if checked == total { return .release }
    let share = Double(wrong) / Double(checked)
    return bound(share, checked) <= limit ? .release : .undecided
  }

  private func allows(_ wrong: Int, of count: Int) -> Bool {
    Double(wrong) <= limit * Double(count) + Self.slack
  }

  /// The upper end of Wilson's interval, also of a share that no whole number of errors gives.
  private func bound(_ share: Double, _ count: Int) -> Double {
    let n = Double(count), z = normalQuantile(0.5 + Self.confidence / 2)
    let middle = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return (middle + half) / (1 + z * z / n)
  }

  private func needed(
    _ ruling: ReleaseGate.Ruling,
    _ wrong: Int,
    _ checked: Int,
    _ total: Int
  ) -> Int? {
    switch ruling {
    case .release: return checked
    case .block: return nil
    case .undecided: break
    }
    let drawn = min(sample, total)
    let share = Double(wrong) / Double(max(1, checked))
    guard share < limit else { return checked < drawn ? drawn : total }
    var low = max(drawn, checked + 1), high = total
    while low < high {
      let middle = low + (high - low) / 2
      if bound(share, middle) <= limit { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

public import SeedbedData
import SeedbedLearning

/// The rule by which a version is released: its spot check finds few enough errors.
///
/// A version may go when a look at a random part of its rows shows so few errors that their share is at most the
/// limit, with 95 % confidence over all looks together, or when all of its synthetic rows were looked at and
/// their share is at most the limit. It may not when the share found is over the limit. The rule speaks at its
/// looks alone; a block is said as soon as it is certain.
public struct ReleaseRule: Sendable, Hashable {
  /// The largest share of errors that may be released, above 0 and below 1.
  public let limit: Double
  /// How many rows are drawn, at least 1.
  public let sample: Int

  /// The chance that all looks together release a version with more errors than the limit.
  private static let chance = 0.05
  /// The confidence of the interval that is shown: two-sided, so that its upper end holds with 95 %.
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
    let looks = looks(of: total)
    let ruling = ruling(wrong, checked, total, looks)
    let ahead = ruling == .undecided ? looks.filter { $0.rows > checked } : []
    return ReleaseGate(
      ruling: ruling,
      checked: checked,
      wrong: wrong,
      errorRate: total == 0
        ? Interval(estimate: 0, lower: 0, upper: 0, confidence: Self.confidence)
        : Interval.wilson(successes: wrong, trials: checked, confidence: Self.confidence),
      limit: limit,
      next: ahead.first,
      needed: needed(wrong, checked, ahead)
    )
  }

  /// The looks at a version.
  ///
  /// - Parameter total: How many synthetic rows the version has.
  /// - Returns: The looks, the smallest first; none without rows.
  public func looks(of total: Int) -> [ReleaseLook] {
    guard total > 0 else { return [] }
    return ReleaseLook.all(limit: limit, sample: sample, total: total, chance: Self.chance)
  }

  private func ruling(
    _ wrong: Int,
    _ checked: Int,
    _ total: Int,
    _ looks: [ReleaseLook]
  ) -> ReleaseGate.Ruling {
    guard let first = looks.first else { return .release }
    // Before the draw is done it counts as if all that is left were right.
    guard Double(wrong) <= limit * Double(max(checked, first.rows)) + Self.slack else {
      return .block
    }
    // What is right at a look stays so: fewer were wrong then than now, or as many.
    let isReleased = looks.contains { look in
      look.rows <= checked && look.allowed.map { wrong <= $0 } ?? false
    }
    return isReleased ? .release : .undecided
  }

  /// The rows of the first look that would release if errors went on at the same rate.
  private func needed(_ wrong: Int, _ checked: Int, _ ahead: [ReleaseLook]) -> Int? {
    let share = Double(wrong) / Double(max(1, checked))
    let look = ahead.first { look in
      look.allowed.map { share * Double(look.rows) <= Double($0) + Self.slack } ?? false
    }
    // Too many errors in a part of the first draw say little of the rest.
    return look?.rows ?? (checked < sample ? ahead.first : ahead.last)?.rows
  }
}

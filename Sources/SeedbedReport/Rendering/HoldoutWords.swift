import SeedbedLearning
import SeedbedPipeline

/// What the holdout says, in words.
enum HoldoutWords {
  /// An estimate with its interval.
  static func interval(_ interval: Interval, signed: Bool = false) -> String {
    func number(_ value: Double) -> String { Figures.decimal(value, signed: signed) }
    return "\(number(interval.estimate)) [\(number(interval.lower)), \(number(interval.upper))]"
  }

  /// What follows from the difference, and no more.
  static func conclusion(_ measurement: HoldoutMeasurement) -> String {
    let difference = measurement.difference
    if difference.lower > 0 {
      return "The synthetic samples helped: the whole interval of the difference lies above 0."
    }
    if difference.upper < 0 {
      return "The synthetic samples did harm: the whole interval of the difference lies below 0."
    }
    return "The interval of the difference holds 0: "
      + "this holdout does not show that the synthetic samples help or harm."
  }
}

import SeedbedLearning
import SeedbedPipeline

/// What the holdout says, in words.
enum HoldoutWords {
  /// An estimate with its interval.
  static func interval(_ interval: Interval, signed: Bool = false) -> String {
    func number(_ value: Double) -> String { Figures.decimal(value, signed: signed) }
    return "\(number(interval.estimate)) [\(number(interval.lower)), \(number(interval.upper))]"
  }

  /// How it was measured.
  static func method(_ measurement: HoldoutMeasurement) -> String {
    let strength = measurement.strength.map {
      " whose strength (C = \(Figures.decimal($0, 0))) was chosen on the real rows,"
    }
    return "Macro F1 of a small classifier\(strength ?? "") on "
      + "\(Figures.counted(measurement.rows, "real row")); "
      + "95 % intervals, over these rows and over the training rows"
  }

  /// What follows from the difference, and no more.
  static func conclusion(_ measurement: HoldoutMeasurement) -> String {
    switch measurement.effect {
    case .helps:
      "The synthetic samples helped: the whole interval of the difference lies above 0."
    case .hurts:
      "The synthetic samples did harm: the whole interval of the difference lies below 0."
    case .cannotTell:
      "The interval of the difference holds 0: "
        + "this holdout does not show that the synthetic samples help or harm."
    }
  }
}

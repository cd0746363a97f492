import SeedbedLearning

/// Turns what students said of the test rows into numbers with intervals.
struct UtilityFindings: Sendable {
  /// The right class of each test row.
  let actual: [Int]
  let classCount: Int
  let outputs: [StudentOutput]
  let metric: UtilityMetric
  let bootstrap: Bootstrap

  /// Bins of equal width for the calibration error.
  static let bins = 15

  /// The value of a metric for a training set.
  func value(_ metric: UtilityMetric, _ arm: TrainingArm) -> Interval? {
    bootstrap.retrained(rows: actual.count, folds: arm.folds) { training, rows in
      score(metric, arm.trainings[training], rows)
    }.map { Self.share($0.interval) }
  }

  /// The change of a metric from one training set to another, on the same rows and folds.
  func change(
    _ metric: UtilityMetric,
    from before: TrainingArm,
    to after: TrainingArm
  ) -> Bootstrap.Finding? {
    bootstrap.retrained(rows: actual.count, folds: before.folds) { training, rows in
      score(metric, after.trainings[training], rows)
        - score(metric, before.trainings[training], rows)
    }
  }

  /// The expected calibration error for a training set.
  func calibrationError(_ arm: TrainingArm) -> Interval? {
    bootstrap.retrained(rows: actual.count, folds: arm.folds) { training, rows in
      calibrationError(arm.trainings[training], rows)
    }.map { Self.share($0.interval) }
  }

  /// The part of an interval that shares can reach.
  private static func share(_ interval: Interval) -> Interval {
    Interval(
      estimate: interval.estimate,
      lower: max(0, interval.lower),
      upper: min(1, interval.upper),
      confidence: interval.confidence
    )
  }

  /// The change of the calibration error from one training set to another.
  func calibrationChange(from before: TrainingArm, to after: TrainingArm) -> Bootstrap.Finding? {
    bootstrap.retrained(rows: actual.count, folds: before.folds) { training, rows in
      calibrationError(after.trainings[training], rows)
        - calibrationError(before.trainings[training], rows)
    }
  }

  /// The change of accuracy on some of the test rows.
  func accuracyChange(
    on subset: [Int],
    from before: TrainingArm,
    to after: TrainingArm
  ) -> Bootstrap.Finding? {
    let changes = zip(before.trainings, after.trainings).map { first, second in
      subset.map { right(second, $0) - right(first, $0) }
    }
    return bootstrap.retrained(rows: subset.count, folds: before.folds) { training, rows in
      rows.reduce(0) { $0 + changes[training][$1] } / Double(rows.count)
    }
  }

  /// The share of right predictions on some of the test rows, after all of the training.
  func accuracy(on subset: [Int], _ arm: TrainingArm) -> Double {
    subset.reduce(0) { $0 + right(arm.trainings[0], $1) } / Double(max(subset.count, 1))
  }

  /// The metric of one training on some rows.
  func score(_ metric: UtilityMetric, _ training: Int, _ rows: [Int]) -> Double {
    switch metric {
    case .macroF1:
      Metrics.macroF1(actual, outputs[training].predicted, rows: rows, classCount: classCount)
    case .accuracy: rows.reduce(0) { $0 + right(training, $1) } / Double(rows.count)
    }
  }

  /// How far confidence and accuracy lie apart, as `Metrics.expectedCalibrationError` on some rows.
  private func calibrationError(_ training: Int, _ rows: [Int]) -> Double {
    var gaps = [Double](repeating: 0, count: Self.bins)
    let confidences = outputs[training].confidences
    for row in rows {
      let value = min(max(confidences[row], 0), 1)
      let bin = min(max(Int((value * Double(Self.bins)).rounded(.up)) - 1, 0), Self.bins - 1)
      gaps[bin] += value - right(training, row)
    }
    return gaps.reduce(0) { $0 + abs($1) } / Double(rows.count)
  }

  private func right(_ training: Int, _ row: Int) -> Double {
    outputs[training].predicted[row] == actual[row] ? 1 : 0
  }
}

extension Metrics {
  /// The share of right predictions (`accuracy`), 0 without rows.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - predicted: The predicted class of each row.
  /// - Returns: A number in 0...1.
  public static func accuracy(_ actual: [Int], _ predicted: [Int]) -> Double {
    precondition(actual.count == predicted.count, "accuracy needs one prediction a row")
    let right = zip(actual, predicted).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    return actual.isEmpty ? 0 : Double(right) / Double(actual.count)
  }

  /// The mean F1 of all classes in `0..<classCount`, absent ones counting 0 (`macro_f1`).
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - predicted: The predicted class of each row.
  ///   - classCount: How many classes there are.
  /// - Returns: A number in 0...1.
  public static func macroF1(_ actual: [Int], _ predicted: [Int], classCount: Int) -> Double {
    ConfusionMatrix(actual: actual, predicted: predicted, classCount: classCount).macroF1
  }

  /// The macro F1 of some of the rows; classes that do not occur among them count 0 (`macro_f1`).
  ///
  /// From two counts a class, `2 right / (predicted + actual)`.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - predicted: The predicted class of each row.
  ///   - rows: The rows to count, repetitions allowed.
  ///   - classCount: How many classes there are.
  /// - Returns: A number in 0...1.
  public static func macroF1(
    _ actual: [Int],
    _ predicted: [Int],
    rows: [Int],
    classCount: Int
  ) -> Double {
    precondition(actual.count == predicted.count, "macro F1 needs one prediction a row")
    var right = [Int](repeating: 0, count: classCount)
    var either = right
    for row in rows {
      either[actual[row]] += 1
      either[predicted[row]] += 1
      if actual[row] == predicted[row] { right[actual[row]] += 1 }
    }
    var sum = 0.0
    for label in 0..<classCount where either[label] > 0 {
      sum += Double(2 * right[label]) / Double(either[label])
    }
    return classCount > 0 ? sum / Double(classCount) : 0
  }

  /// The mean negative logarithm of the right class' probability (`log_loss`), 0 without rows.
  ///
  /// Probabilities are clipped to `[2^-52, 1 - 2^-52]`, as scikit-learn does.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - probabilities: The probability of each class, row by row.
  ///   - classCount: How many classes a row has.
  /// - Returns: The loss in nats, from 0.
  public static func logLoss(
    _ actual: [Int],
    probabilities: [Double],
    classCount: Int
  ) -> Double {
    precondition(
      probabilities.count == actual.count * classCount,
      "log loss needs a row of each label"
    )
    let tiny = Double.ulpOfOne
    let sum = actual.enumerated().reduce(0.0) { sum, item in
      let probability = probabilities[item.offset * classCount + item.element]
      return sum - PortableMath.log(min(max(probability, tiny), 1 - tiny))
    }
    return actual.isEmpty ? 0 : sum / Double(actual.count)
  }

  /// How far confidence and accuracy lie apart (`expected_calibration_error`), 0 without rows.
  ///
  /// Rows fall into bins `((b − 1)/B, b/B]` of the largest probability; the mean over the bins, by
  /// their rows, of the distance of mean confidence and accuracy (Guo et al. 2017).
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - probabilities: The probability of each class, row by row.
  ///   - classCount: How many classes a row has, at least 1.
  ///   - bins: How many bins of equal width, at least 1.
  /// - Returns: A number in 0...1.
  public static func expectedCalibrationError(
    _ actual: [Int],
    probabilities: [Double],
    classCount: Int,
    bins: Int = 15
  ) -> Double {
    precondition(classCount > 0 && bins > 0, "calibration needs a class and a bin")
    precondition(
      probabilities.count == actual.count * classCount,
      "calibration needs a row of each label"
    )
    var confidence = [Double](repeating: 0, count: bins)
    var right = confidence
    for (row, label) in actual.enumerated() {
      var best = 0
      for other in 1..<classCount
      where probabilities[row * classCount + other] > probabilities[row * classCount + best] {
        best = other
      }
      let value = min(max(probabilities[row * classCount + best], 0), 1)
      let bin = min(max(Int((value * Double(bins)).rounded(.up)) - 1, 0), bins - 1)
      confidence[bin] += value
      right[bin] += best == label ? 1 : 0
    }
    let gaps = zip(confidence, right).reduce(0.0) { $0 + abs($1.0 - $1.1) }
    return actual.isEmpty ? 0 : gaps / Double(actual.count)
  }
}

extension Metrics {
  /// The mean squared distance of probabilities and outcomes (`brier_score`), over all classes.
  ///
  /// Brier (1950): for each row the sum over the classes, as scikit-learn's `brier_score_loss` gives
  /// it for several classes; with two classes it is twice the usual score of one.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - probabilities: The probability of each class, row by row.
  ///   - classCount: How many classes a row has.
  /// - Returns: A number in 0...2, lower being better; nil without rows or when a number is not finite.
  public static func brierScore(
    _ actual: [Int],
    probabilities: [Double],
    classCount: Int
  ) -> Double? {
    precondition(
      probabilities.count == actual.count * classCount,
      "the Brier score needs a row of each label"
    )
    guard !actual.isEmpty, probabilities.allSatisfy(\.isFinite) else { return nil }
    var sum = 0.0
    for (row, label) in actual.enumerated() {
      for other in 0..<classCount {
        let gap = probabilities[row * classCount + other] - (other == label ? 1 : 0)
        sum += gap * gap
      }
    }
    return sum / Double(actual.count)
  }
}

/// The class with the largest of a row's probabilities, the first of equals.
func mostProbable(_ probabilities: [Double], row: Int, classCount: Int) -> Int {
  let start = row * classCount
  var best = start
  for index in start..<(start + classCount) where probabilities[index] > probabilities[best] {
    best = index
  }
  return best - start
}

/// How sure a classifier is of some rows, and how often it is right.
public struct ConfidentPredictions: Hashable, Sendable {
  /// The probability of the predicted class of each row.
  public let confidences: [Double]
  /// Whether each prediction is right.
  public let isRight: [Bool]

  /// Takes what a classifier says.
  ///
  /// - Parameters:
  ///   - confidences: The probability of the predicted class of each row.
  ///   - isRight: Whether each prediction is right.
  public init(confidences: [Double], isRight: [Bool]) {
    precondition(confidences.count == isRight.count, "each row needs a confidence and an outcome")
    self.confidences = confidences
    self.isRight = isRight
  }

  /// Takes the probabilities of all classes; of equal ones the first is predicted.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - probabilities: The probability of each class, row by row.
  ///   - classCount: How many classes a row has, at least 1.
  public init(actual: [Int], probabilities: [Double], classCount: Int) {
    precondition(
      classCount > 0 && probabilities.count == actual.count * classCount,
      "each label needs a row of probabilities"
    )
    var confidences: [Double] = []
    var isRight: [Bool] = []
    for (row, label) in actual.enumerated() {
      let own = probabilities[(row * classCount)..<((row + 1) * classCount)]
      var best = own.startIndex
      for place in own.indices where own[place] > own[best] { best = place }
      confidences.append(own[best])
      isRight.append(best - own.startIndex == label)
    }
    self.init(confidences: confidences, isRight: isRight)
  }

  /// The mean confidence, 0 without rows.
  public var meanConfidence: Double {
    confidences.isEmpty ? 0 : confidences.reduce(0, +) / Double(confidences.count)
  }

  /// The share of right predictions, 0 without rows.
  public var accuracy: Double {
    isRight.isEmpty ? 0 : Double(isRight.count { $0 }) / Double(isRight.count)
  }

  /// The mean confidence less the accuracy: above 0 the classifier is surer than it is right.
  public var overconfidence: Double { meanConfidence - accuracy }

  /// For each row the confidence, less 1 if it is right: their mean is `overconfidence`.
  fileprivate var excesses: [Double] { zip(confidences, isRight).map { $0 - ($1 ? 1 : 0) } }
}

/// How much surer a classifier is of synthetic rows than of real ones.
public struct ConfidenceInflation: Hashable, Sendable {
  /// What the classifier says about real rows.
  public let real: ConfidentPredictions
  /// What it says about synthetic rows.
  public let synthetic: ConfidentPredictions
  /// The mean confidence on synthetic rows less that on real ones: above 0 they are easier, or they give
  /// their labels away.
  public let confidence: Interval
  /// The accuracy on synthetic rows less that on real ones.
  public let accuracy: Interval
  /// The overconfidence on synthetic rows less that on real ones: above 0 the synthetic rows make the
  /// classifier surer without making it right.
  public let overconfidence: Interval
}

extension Metrics {
  /// Compares how sure a classifier is of synthetic and of real rows that it was not trained on.
  ///
  /// - Parameters:
  ///   - real: Its predictions of real rows.
  ///   - synthetic: Its predictions of synthetic rows.
  ///   - bootstrap: How to draw the intervals.
  /// - Returns: The differences with intervals; nil when a side has no rows or a confidence is not finite.
  public static func confidenceInflation(
    real: ConfidentPredictions,
    synthetic: ConfidentPredictions,
    bootstrap: Bootstrap = Bootstrap()
  ) -> ConfidenceInflation? {
    func outcomes(_ predictions: ConfidentPredictions) -> [Double] {
      predictions.isRight.map { $0 ? 1 : 0 }
    }
    guard
      let confidence = bootstrap.meanDifference(synthetic.confidences, less: real.confidences),
      let accuracy = bootstrap.meanDifference(outcomes(synthetic), less: outcomes(real)),
      let overconfidence = bootstrap.meanDifference(synthetic.excesses, less: real.excesses)
    else { return nil }
    return ConfidenceInflation(
      real: real,
      synthetic: synthetic,
      confidence: confidence,
      accuracy: accuracy,
      overconfidence: overconfidence
    )
  }
}

import SeedbedLearning

/// A kind of student that an evaluation trains.
public enum EvaluationStudent: String, Sendable, CaseIterable {
  /// Multinomial logistic regression, by which the words are given.
  case logisticRegression = "logistic_regression"
  /// Multinomial naive Bayes.
  case naiveBayes = "naive_bayes"
  /// The nearest mean of a class by cosine.
  case nearestCentroid = "nearest_centroid"

  func fit(
    _ rows: SparseMatrix,
    _ labels: [Int],
    classCount: Int,
    strengths: StudentStrengths,
    threads: Int
  ) -> any Student {
    switch self {
    case .logisticRegression:
      return LogisticRegression.fit(
        rows,
        labels,
        classCount: classCount,
        options: strengths.options.student,
        threads: threads
      )
    case .naiveBayes:
      return NaiveBayes.fit(
        .sparse(rows),
        labels,
        classCount: classCount,
        smoothing: strengths.smoothing
      )
    case .nearestCentroid:
      return NearestCentroid.fit(.sparse(rows), labels, classCount: classCount)
    }
  }
}

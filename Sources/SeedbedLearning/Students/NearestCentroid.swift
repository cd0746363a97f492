/// A classifier by the nearest mean of a class (`NearestCentroid`; Rocchio 1971).
///
/// Probabilities are the softmax of `sharpness` times the similarity: the cosine with the class' mean, or
/// minus half the squared distance to it. Classes without a training row get the probability 0.
public struct NearestCentroid: Student {
  /// What near means.
  public enum Metric: String, Hashable, Sendable, CaseIterable {
    /// The angle to the class' mean; a mean of zeros is at right angles to every row.
    case cosine
    /// The distance to the class' mean.
    case euclidean
  }

  /// How many classes there are, with or without training rows.
  public var classCount: Int { scores.classCount }
  /// What near means.
  public let metric: Metric

  private let scores: LinearScores

  /// Averages the rows of each class.
  ///
  /// - Parameters:
  ///   - rows: One row of features for each label, of finite numbers.
  ///   - labels: Class ids in `0..<classCount`, one a row.
  ///   - classCount: How many classes there are, at least 1.
  ///   - metric: What near means.
  ///   - sharpness: What similarities are multiplied by, above 0; it changes no prediction. A
  ///     `TemperatureScaling` finds what suits the data.
  /// - Returns: The student. Without any rows all classes are equally probable.
  public static func fit(
    _ rows: FeatureRows,
    _ labels: [Int],
    classCount: Int,
    metric: Metric = .cosine,
    sharpness: Double = 10
  ) -> NearestCentroid {
    precondition(rows.rowCount == labels.count, "a fit needs one label a row")
    precondition(sharpness > 0, "the sharpness must be above 0")
    var scores = LinearScores(
      labels: labels,
      classCount: classCount,
      featureCount: rows.columnCount
    )
    let laneOf = scores.laneOf
    let stride = scores.stride
    let weights = scores.weights.base
    var rowCounts = [Double](repeating: 0, count: stride)
    for (row, label) in labels.enumerated() {
      let lane = laneOf[label]
      rowCounts[lane] += 1
      rows.forEachEntry(ofRow: row) { column, value in weights[column * stride + lane] += value }
    }
    var squares = [Double](repeating: 0, count: stride)
    for feature in 0..<rows.columnCount {
      for lane in scores.present.indices where rowCounts[lane] > 0 {
        let mean = weights[feature * stride + lane] / rowCounts[lane]
        weights[feature * stride + lane] = mean
        squares[lane] += mean * mean
      }
    }
    var factors = [Double](repeating: sharpness, count: stride)
    for lane in scores.present.indices {
      switch metric {
      case .cosine: factors[lane] = squares[lane] > 0 ? sharpness / squares[lane].squareRoot() : 0
      case .euclidean: scores.offsets[lane] = -sharpness * squares[lane] / 2
      }
    }
    for feature in 0..<rows.columnCount {
      for lane in 0..<stride { weights[feature * stride + lane] *= factors[lane] }
    }
    return NearestCentroid(metric: metric, scores: scores)
  }

  private init(metric: Metric, scores: LinearScores) {
    self.metric = metric
    self.scores = scores
  }

  /// The probability of every class for every row, row by row.
  ///
  /// - Parameters:
  ///   - rows: Rows of the space that the student was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `rows.rowCount * classCount` probabilities; those of a row sum to 1.
  public func probabilities(_ rows: FeatureRows, threads: Int = 1) -> [Double] {
    // The squared length of the row itself is the same for all classes and cancels out.
    scores.probabilities(rows, threads: threads) { squaredLength in
      switch metric {
      case .cosine: squaredLength > 0 ? 1 / squaredLength.squareRoot() : 0
      case .euclidean: 1
      }
    }
  }
}

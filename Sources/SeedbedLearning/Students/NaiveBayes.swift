/// A multinomial naive Bayes classifier (`MultinomialNB`).
///
/// Each class is a distribution over the features; a row's weights count as how often each feature was
/// drawn (McCallum and Nigam 1998). Counts of a class get `smoothing` added each. Classes without a
/// training row get the probability 0.
public struct NaiveBayes: Student {
  /// How many classes there are, with or without training rows.
  public var classCount: Int { scores.classCount }

  private let scores: LinearScores

  /// Counts features by class.
  ///
  /// - Parameters:
  ///   - rows: One row of features for each label, none below 0.
  ///   - labels: Class ids in `0..<classCount`, one a row.
  ///   - classCount: How many classes there are, at least 1.
  ///   - smoothing: What is added to every count, above 0.
  ///   - learnsPriors: Whether classes with more rows are more probable from the start.
  /// - Returns: The student. Without any rows all classes are equally probable.
  public static func fit(
    _ rows: FeatureRows,
    _ labels: [Int],
    classCount: Int,
    smoothing: Double = 1,
    learnsPriors: Bool = true
  ) -> NaiveBayes {
    precondition(rows.rowCount == labels.count, "a fit needs one label a row")
    precondition(smoothing > 0, "the smoothing must be above 0")
    let x = rows.withoutZeros
    precondition(x.values.allSatisfy { $0 >= 0 }, "naive Bayes counts features, none below 0")
    var scores = LinearScores(
      labels: labels,
      classCount: classCount,
      featureCount: x.columnCount
    )
    let laneOf = scores.laneOf
    let weights = scores.weights.base
    let stride = scores.stride
    var totals = [Double](repeating: smoothing * Double(x.columnCount), count: stride)
    var rowCounts = [Int](repeating: 0, count: stride)
    for (row, label) in labels.enumerated() {
      let lane = laneOf[label]
      rowCounts[lane] += 1
      for entry in x.rowStarts[row]..<x.rowStarts[row + 1] {
        weights[Int(x.columns[entry]) * stride + lane] += x.values[entry]
        totals[lane] += x.values[entry]
      }
    }
    // Most features never occur with most classes, so that one logarithm serves them all.
    let none = PortableMath.log(smoothing)
    let logTotals = totals.map { PortableMath.log($0) }
    for feature in 0..<x.columnCount {
      for lane in 0..<stride {
        let at = feature * stride + lane
        let count = weights[at]
        weights[at] = (count > 0 ? PortableMath.log(count + smoothing) : none) - logTotals[lane]
      }
    }
    if learnsPriors, !labels.isEmpty {
      for lane in scores.present.indices {
        scores.offsets[lane] = PortableMath.log(Double(rowCounts[lane]) / Double(labels.count))
      }
    }
    return NaiveBayes(scores: scores)
  }

  private init(scores: LinearScores) { self.scores = scores }

  /// The probability of every class for every row, row by row.
  ///
  /// - Parameters:
  ///   - rows: Rows of the space that the student was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `rows.rowCount * classCount` probabilities; those of a row sum to 1.
  public func probabilities(_ rows: FeatureRows, threads: Int = 1) -> [Double] {
    scores.probabilities(rows, threads: threads)
  }
}

/// What has learnt from labelled rows how probable each class is for others.
public protocol Student: Sendable {
  /// How many classes there are, with or without training rows.
  var classCount: Int { get }

  /// The probability of every class for every row, row by row.
  ///
  /// - Parameters:
  ///   - rows: Rows of the space that the student was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `rows.rowCount * classCount` probabilities; those of a row sum to 1.
  func probabilities(_ rows: FeatureRows, threads: Int) -> [Double]
}

extension Student {
  /// The most probable class of every row, the first of equals.
  ///
  /// - Parameters:
  ///   - rows: Rows of the space that the student was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: One class id a row.
  public func predict(_ rows: FeatureRows, threads: Int = 1) -> [Int] {
    let scores = probabilities(rows, threads: threads)
    return (0..<rows.rowCount).map { mostProbable(scores, row: $0, classCount: classCount) }
  }
}

/// A classifier by the share of each class among the nearest training rows (`KNeighborsClassifier`).
///
/// The search is exact, in double precision. Of training rows at the same distance the earlier ones are
/// nearer; of classes with the same share the lowest is predicted.
public struct NearestNeighbors: Student {
  /// What near means.
  public enum Metric: String, Hashable, Sendable, CaseIterable {
    /// The angle between rows; a row of zeros is at right angles to every other.
    case cosine
    /// The distance of rows.
    case euclidean
  }

  /// How many classes there are, with or without training rows.
  public let classCount: Int
  /// How many neighbours vote.
  public let count: Int
  /// What near means.
  public let metric: Metric

  private let labels: [Int]
  private let index: NeighborIndex

  /// Keeps the training rows.
  ///
  /// - Parameters:
  ///   - rows: One row of features for each label, of finite numbers.
  ///   - labels: Class ids in `0..<classCount`, one a row.
  ///   - classCount: How many classes there are, at least 1.
  ///   - count: How many neighbours vote, at least 1; all rows when there are fewer.
  ///   - metric: What near means.
  /// - Returns: The student. Without any rows all classes are equally probable.
  public static func fit(
    _ rows: FeatureRows,
    _ labels: [Int],
    classCount: Int,
    count: Int = 5,
    metric: Metric = .cosine
  ) -> NearestNeighbors {
    precondition(rows.rowCount == labels.count, "a fit needs one label a row")
    precondition(classCount > 0 && count > 0, "a fit needs a class and a neighbour")
    precondition(labels.allSatisfy { (0..<classCount).contains($0) }, "a label is not a class id")
    return NearestNeighbors(
      classCount: classCount,
      count: min(count, max(labels.count, 1)),
      metric: metric,
      labels: labels,
      index: NeighborIndex(rows, metric: metric)
    )
  }

  private init(
    classCount: Int,
    count: Int,
    metric: Metric,
    labels: [Int],
    index: NeighborIndex
  ) {
    self.classCount = classCount
    self.count = count
    self.metric = metric
    self.labels = labels
    self.index = index
  }

  /// The nearest training rows of every row, the nearest first.
  ///
  /// - Parameters:
  ///   - rows: Rows of the space and kind that the student was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `count` places among the training rows for each row; none without training rows.
  public func neighbors(_ rows: FeatureRows, threads: Int = 1) -> [[Int]] {
    labels.isEmpty
      ? Array(repeating: [], count: rows.rowCount)
      : index.nearest(rows, count: count, threads: threads)
  }

  /// The probability of every class for every row, row by row.
  ///
  /// - Parameters:
  ///   - rows: Rows of the space and kind that the student was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `rows.rowCount * classCount` probabilities; those of a row sum to 1.
  public func probabilities(_ rows: FeatureRows, threads: Int = 1) -> [Double] {
    guard !labels.isEmpty else {
      return Array(repeating: 1 / Double(classCount), count: rows.rowCount * classCount)
    }
    var votes = [Double](repeating: 0, count: rows.rowCount * classCount)
    for (row, near) in neighbors(rows, threads: threads).enumerated() {
      for place in near { votes[row * classCount + labels[place]] += 1 }
      for label in 0..<classCount { votes[row * classCount + label] /= Double(near.count) }
    }
    return votes
  }
}

extension Metrics {
  /// A number that sums up a column.
  public enum ColumnStatistic: String, Hashable, Sendable, CaseIterable {
    /// The mean.
    case mean
    /// The median.
    case median
    /// The standard deviation of a sample (n − 1).
    case standardDeviation
  }

  /// How much of the reference's range the other column spans (`RangeCoverage`).
  ///
  /// - Parameters:
  ///   - reference: The column that gives the range.
  ///   - other: The other column.
  /// - Returns: A number in 0...1; nil when a column is empty or holds what is not a finite number, and
  ///   when all of the reference's values are equal.
  public static func rangeCoverage(reference: [Double], _ other: [Double]) -> Double? {
    guard let (low, high, width) = range(of: reference), let (least, greatest, _) = range(of: other)
    else { return nil }
    guard width > 0 else { return nil }
    return max(0, 1 - max(0, (least - low) / width) - max(0, (high - greatest) / width))
  }

  /// The share of the other column's values within the reference's range (`BoundaryAdherence`).
  ///
  /// - Parameters:
  ///   - reference: The column that gives the range.
  ///   - other: The other column.
  /// - Returns: A number in 0...1; nil when a column is empty or holds what is not a finite number.
  public static func boundaryAdherence(reference: [Double], _ other: [Double]) -> Double? {
    guard let (low, high, _) = range(of: reference), range(of: other) != nil else { return nil }
    return Double(other.count { $0 >= low && $0 <= high }) / Double(other.count)
  }

  /// How close a statistic of both columns is, measured by the reference's range
  /// (`StatisticSimilarity`).
  ///
  /// - Parameters:
  ///   - statistic: What to compare.
  ///   - reference: The column that gives the range.
  ///   - other: The other column.
  /// - Returns: A number in 0...1; nil when a column is empty, holds what is not a finite number or is
  ///   too short for the statistic, and when all of the reference's values are equal.
  public static func statisticSimilarity(
    _ statistic: ColumnStatistic,
    reference: [Double],
    _ other: [Double]
  ) -> Double? {
    guard let (_, _, width) = range(of: reference), range(of: other) != nil, width > 0,
      let a = value(of: statistic, reference), let b = value(of: statistic, other)
    else { return nil }
    let similarity = 1 - abs(a - b) / width
    return similarity.isNaN ? nil : max(0, similarity)
  }

  private static func value(of statistic: ColumnStatistic, _ values: [Double]) -> Double? {
    switch statistic {
    case .mean: values.reduce(0, +) / Double(values.count)
    case .median: Bootstrap.quantile(values.sorted(), 0.5)
    case .standardDeviation: standardDeviation(values, lostDegrees: 1)
    }
  }

  /// The least and the greatest value and their distance; nil without values, with one that is not
  /// finite, and when the distance overflows.
  private static func range(of values: [Double]) -> (low: Double, high: Double, width: Double)? {
    guard values.allSatisfy(\.isFinite), let low = values.min(), let high = values.max(),
      (high - low).isFinite
    else { return nil }
    return (low, high, high - low)
  }
}

/// How often predictions of each confidence are right.
///
/// Confidence is the probability of the most probable class, the first of equals. With bins of equal
/// width, `((b − 1)/B, b/B]`, high confidences share few bins; with bins of equal mass each has about
/// as many rows (Nixon et al., "Measuring calibration in deep learning", 2019), and rows of the same
/// confidence are never parted.
public struct ReliabilityTable: Hashable, Sendable {
  /// How rows are put into bins.
  public enum Binning: String, Hashable, Sendable, CaseIterable {
    /// Bins of the same width over 0...1.
    case equalWidth = "equal_width"
    /// Bins of about the same number of rows.
    case equalMass = "equal_mass"
  }

  /// Rows of similar confidence.
  public struct Bin: Hashable, Sendable {
    /// The bin's lower end; with equal mass the least confidence in it.
    public let lower: Double
    /// The bin's upper end; with equal mass the largest confidence in it.
    public let upper: Double
    /// How many rows are in the bin.
    public let count: Int
    /// The mean confidence, nil without rows.
    public let confidence: Double?
    /// The share of right predictions, nil without rows.
    public let accuracy: Double?

    /// How far confidence and accuracy lie apart, 0 without rows.
    public var gap: Double { abs((confidence ?? 0) - (accuracy ?? 0)) }
  }

  /// How rows were put into bins.
  public let binning: Binning
  /// The bins from low to high confidence; with equal width also those without rows.
  public let bins: [Bin]
  /// How many rows there are.
  public let count: Int

  /// Sorts rows into bins; nil without rows or when a number is not a probability.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - probabilities: The probability of each class, row by row.
  ///   - classCount: How many classes a row has.
  ///   - bins: How many bins, at least 1; with equal mass there may be fewer.
  ///   - binning: How to make the bins.
  public init?(
    _ actual: [Int],
    probabilities: [Double],
    classCount: Int,
    bins: Int = 15,
    binning: Binning = .equalWidth
  ) {
    precondition(bins > 0, "calibration needs a bin")
    precondition(
      probabilities.count == actual.count * classCount,
      "calibration needs a row of each label"
    )
    guard !actual.isEmpty, probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    var confidences: [Double] = []
    var right: [Bool] = []
    for (row, label) in actual.enumerated() {
      let best = mostProbable(probabilities, row: row, classCount: classCount)
      confidences.append(probabilities[row * classCount + best])
      right.append(best == label)
    }
    self.binning = binning
    count = actual.count
    switch binning {
    case .equalWidth: self.bins = Self.ofEqualWidth(confidences, right, count: bins)
    case .equalMass: self.bins = Self.ofEqualMass(confidences, right, count: bins)
    }
  }

  /// The mean gap by rows (`expected_calibration_error`), in 0...1.
  public var expectedError: Double {
    bins.reduce(0) { $0 + Double($1.count) * $1.gap } / Double(count)
  }

  /// The largest gap of a bin with rows (`maximum_calibration_error`), in 0...1.
  public var maximumError: Double { bins.reduce(0) { max($0, $1.gap) } }

  private static func ofEqualWidth(_ values: [Double], _ right: [Bool], count: Int) -> [Bin] {
    var rowsOf = [[Int]](repeating: [], count: count)
    for (row, value) in values.enumerated() {
      let bin = Int((value * Double(count)).rounded(.up)) - 1
      rowsOf[min(max(bin, 0), count - 1)].append(row)
    }
    return rowsOf.enumerated().map { index, rows in
      bin(
        rows[...],
        values,
        right,
        from: Double(index) / Double(count),
        to: Double(index + 1) / Double(count)
      )
    }
  }

  private static func ofEqualMass(_ values: [Double], _ right: [Bool], count: Int) -> [Bin] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var bins: [Bin] = []
    var start = 0
    for index in 1...count {
      var end = max(start, index * order.count / count)
      while end > start, end < order.count, values[order[end]] == values[order[end - 1]] {
        end += 1
      }
      guard end > start else { continue }
      let (low, high) = (values[order[start]], values[order[end - 1]])
      bins.append(bin(order[start..<end], values, right, from: low, to: high))
      start = end
    }
    return bins
  }

  private static func bin(
    _ rows: ArraySlice<Int>,
    _ values: [Double],
    _ right: [Bool],
    from lower: Double,
    to upper: Double
  ) -> Bin {
    let n = Double(rows.count)
    return Bin(
      lower: lower,
      upper: upper,
      count: rows.count,
      confidence: rows.isEmpty ? nil : rows.reduce(0) { $0 + values[$1] } / n,
      accuracy: rows.isEmpty ? nil : Double(rows.count { right[$0] }) / n
    )
  }
}

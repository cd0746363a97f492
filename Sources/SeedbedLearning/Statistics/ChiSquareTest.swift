/// Pearson's test of a table of counts: whether rows and columns are independent.
///
/// With one row of counts for each of two samples it tests whether both draw their categories from the
/// same distribution. It works on counts; shares would lose how many rows there are.
public struct ChiSquareTest: Hashable, Sendable {
  /// The sum of `(observed − expected)² / expected`.
  public let statistic: Double
  /// `(rows − 1) · (columns − 1)` of those that hold any count.
  public let degreesOfFreedom: Int
  /// How probable so large a statistic is when rows and columns are independent; an approximation that
  /// wants an expected count of about 5 in most cells (`smallestExpected`).
  public let pValue: Double
  /// Cramér's V, the size of the association in 0...1 (`association(method='cramer')`).
  ///
  /// Never corrected for continuity; nil where only one row or column holds counts.
  public let cramersV: Double?
  /// The least count that independence makes expect in a cell.
  public let smallestExpected: Double

  /// Tests a table (`chi2_contingency`); nil without any count, and when one is negative.
  ///
  /// - Parameters:
  ///   - table: Counts, row by row, all rows of one length. Rows and columns without any count are left
  ///     out.
  ///   - correctsContinuity: Whether, with one degree of freedom, each difference is lessened by up to a
  ///     half (Yates 1934), as SciPy does unless told otherwise.
  public init?(_ table: [[Int]], correctsContinuity: Bool = false) {
    let width = table.first?.count ?? 0
    precondition(table.allSatisfy { $0.count == width }, "the rows of a table have one length")
    var columnSums = [Double](repeating: 0, count: width)
    var rowSums: [Double] = []
    for row in table {
      guard row.allSatisfy({ $0 >= 0 }) else { return nil }
      rowSums.append(row.reduce(0.0) { $0 + Double($1) })
      for (column, count) in row.enumerated() { columnSums[column] += Double(count) }
    }
    let total = rowSums.reduce(0, +)
    guard total > 0 else { return nil }
    let rows = rowSums.count { $0 > 0 }
    let columns = columnSums.count { $0 > 0 }
    let freedom = (rows - 1) * (columns - 1)
    var plain = 0.0
    var corrected = 0.0
    var smallest = Double.infinity
    for (row, counts) in table.enumerated() where rowSums[row] > 0 {
      for (column, count) in counts.enumerated() where columnSums[column] > 0 {
        let expected = rowSums[row] * columnSums[column] / total
        let difference = abs(Double(count) - expected)
        let lessened = difference - min(0.5, difference)
        plain += difference * difference / expected
        corrected += lessened * lessened / expected
        smallest = min(smallest, expected)
      }
    }
    statistic = correctsContinuity && freedom == 1 ? corrected : plain
    degreesOfFreedom = freedom
    pValue = freedom > 0 ? chiSquareTail(statistic, degreesOfFreedom: freedom) : 1
    let dimensions = min(rows, columns) - 1
    cramersV = dimensions > 0 ? (plain / (total * Double(dimensions))).squareRoot() : nil
    smallestExpected = smallest
  }
}

/// The probability that a chi-square variable is at least as large as a value.
///
/// - Parameters:
///   - value: Any number.
///   - degreesOfFreedom: From 1.
/// - Returns: A number in 0...1, 1 for values up to 0; not a number for what is none.
public func chiSquareTail(_ value: Double, degreesOfFreedom: Int) -> Double {
  precondition(degreesOfFreedom > 0, "a chi-square variable has a degree of freedom")
  return GammaFunction.upperShare(
    Double(degreesOfFreedom) / 2,
    value.isNaN ? value : max(value, 0) / 2
  )
}

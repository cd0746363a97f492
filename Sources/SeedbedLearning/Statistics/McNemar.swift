/// Whether one classifier is right more often than another on the same rows (`mcnemar`).
///
/// McNemar (1947): only the rows count on which one is right and the other is wrong, and without a
/// difference each falls to either side like a coin.
public struct McNemar: Hashable, Sendable {
  /// How many rows only the first classifier has right.
  public let onlyFirst: Int
  /// How many rows only the second classifier has right.
  public let onlySecond: Int

  /// Makes a test of the two counts.
  ///
  /// - Parameters:
  ///   - onlyFirst: How many rows only the first classifier has right, from 0.
  ///   - onlySecond: How many rows only the second classifier has right, from 0.
  public init(onlyFirst: Int, onlySecond: Int) {
    precondition(onlyFirst >= 0 && onlySecond >= 0, "McNemar's test counts rows")
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
  }

  /// Counts the rows on which two predictions differ in being right.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - first: One prediction of each row.
  ///   - second: The other prediction of each row.
  public init(actual: [Int], first: [Int], second: [Int]) {
    precondition(
      actual.count == first.count && actual.count == second.count,
      "McNemar's test needs two predictions a row"
    )
    var (onlyFirst, onlySecond) = (0, 0)
    for (row, label) in actual.enumerated() where (first[row] == label) != (second[row] == label) {
      if first[row] == label { onlyFirst += 1 } else { onlySecond += 1 }
    }
    self.init(onlyFirst: onlyFirst, onlySecond: onlySecond)
  }

  /// The exact two-sided p-value; it is never too small, and so somewhat too large for few rows.
  public var exactPValue: Double { min(1, doubledTail) }

  /// The mid-p-value, which counts the result seen only half: near its nominal level also for few rows
  /// (Fagerland, Lydersen and Laake 2013).
  public var midPValue: Double { max(0, min(1, doubledTail - law.mass(onlyFirst))) }

  private var law: BinomialLaw { BinomialLaw(trials: onlyFirst + onlySecond, probability: 0.5) }

  private var doubledTail: Double { 2 * law.atMost(min(onlyFirst, onlySecond)) }
}

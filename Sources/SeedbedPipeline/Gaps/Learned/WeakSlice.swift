public import SeedbedData
public import SeedbedLearning

/// A cell in which a classifier errs significantly more often than elsewhere.
public struct WeakSlice: Sendable, Hashable {
  /// The cell, of one or two dimensions.
  public var cell: Cell
  /// How many rows it has; rows with a wrong label are left out.
  public var rows: Int
  /// In how many of them the most probable label is not theirs.
  public var errors: Int
  /// The share of errors with its 95 % interval.
  public var rate: Interval
  /// The share of errors in all other rows.
  public var otherRate: Double
  /// How many errors more there are than at the rate of the other rows.
  public var excess: Double
  /// The probability of as many errors by chance, among all cells that were looked at (Benjamini-Hochberg).
  public var adjustedP: Double
  /// Rows of the cell that are taken for another label, those of the greatest excess first.
  public var examples: [Int]
}

/// Finds the cells in which errors gather.
///
/// Every cell of one and of two dimensions with at least `leastRows` rows is compared with all other rows
/// by Fisher's exact test (mid-p, one-sided), and the false discovery rate over all of them is kept. Cells
/// are named by their probability, the least first, and a cell only if it is still weak without the rows of
/// those named before, and weaker than the rest of those that it lies in: so none is named only because
/// another one is weak.
public enum WeakSlices {
  /// The fewest rows of a cell that is looked at.
  public static let leastRows = 20
  /// The share of cells that may be named by chance.
  public static let falseDiscoveryRate = 0.05
  private static let mostExamples = 5

  /// Finds the weak cells.
  ///
  /// - Parameter evidence: What to look at.
  /// - Returns: The cells, those with the least probability first; none without labels.
  public static func find(in evidence: LearnedEvidence) -> [WeakSlice] {
    guard let table = ErrorTable(evidence) else { return [] }
    let cells = table.cells.filter {
      $0.rows >= leastRows && table.rows.count - $0.rows >= leastRows
        && table.counts.isNamed($0.key)
    }
    let values = cells.map { table.pValue($0.marked, of: $0.rows) }
    let adjusted = BenjaminiHochberg.adjusted(values)
    let order = cells.indices.filter { adjusted[$0] <= falseDiscoveryRate }
      .sorted { (values[$0], -cells[$0].marked, $0) < (values[$1], -cells[$1].marked, $1) }
    var named: [(key: CellCounts.Key, index: Int)] = []
    for index in order where table.stands(cells[index].key, beside: named.map(\.key)) {
      named.append((cells[index].key, index))
    }
    return named.map { key, index in
      let (rows, errors) = (cells[index].rows, cells[index].marked)
      let otherRate = Double(table.errors - errors) / Double(table.rows.count - rows)
      return WeakSlice(
        cell: table.counts.cell(key),
        rows: rows,
        errors: errors,
        rate: Interval.wilson(successes: errors, trials: rows),
        otherRate: otherRate,
        excess: Double(errors) - otherRate * Double(rows),
        adjustedP: adjusted[index],
        examples: table.examples(of: key, Self.mostExamples)
      )
    }
  }
}

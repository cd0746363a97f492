public import SeedbedData
import SeedbedLearning

/// What filling a cell is worth: the errors that further rows are expected to avoid.
///
/// In 1,000 real rows `1000 · share · rate · (1 − (n / (n + m))^b)` errors fewer by `m` rows more, where `share`
/// is the cell's share in the reference set, or else in the real rows; `rate` the classifier's error rate in it,
/// without rows whose label is wrong, for no further row mends those; `n` the rows that the cell has; and `b`
/// how fast the errors of this classifier fall with rows, measured on this data. The last factor is the
/// learnability of the cell: near 1 where there is nothing, small where there is much.
public struct ExpectedErrors: Sendable {
  /// The rows that are added where none are named.
  public static let addedRows = 100
  /// How many rows of the wider cells the rate of a cell is worth before its own.
  private static let priorRows = 5.0

  private let rates: [Cell: (rows: Int, errors: Int)]
  private let shares: [Cell: Double]
  /// The shares in the reference set, of cells of the dimensions that it tells.
  private let referenceShares: [Cell: Double]
  private let told: Set<String>
  private let rate: Double
  private let powerLaw: ErrorPowerLaw

  /// Measures rates and shares; nil without labels.
  ///
  /// - Parameter evidence: What to look at.
  public init?(_ evidence: LearnedEvidence) {
    guard let labels = evidence.labels, let table = ErrorTable(evidence) else { return nil }
    var rates: [Cell: (rows: Int, errors: Int)] = [:]
    for cell in table.cells { rates[table.counts.cell(cell.key)] = (cell.rows, cell.marked) }
    self.rates = rates
    rate = table.rate
    powerLaw = labels.powerLaw
    shares = Self.shares(evidence.rows.dimensions, evidence.rows.values, of: evidence.rows.count)
    let columns = evidence.referenceColumns.filter {
      evidence.rows.dimensions.contains($0.dimension)
    }
    told = Set(columns.map(\.dimension))
    referenceShares = Self.shares(
      columns.map(\.dimension),
      columns.map(\.values),
      of: evidence.reference?.count ?? 0
    )
  }

  private static func shares(
    _ dimensions: [String],
    _ columns: [[String]],
    of total: Int
  ) -> [Cell: Double] {
    var counts = CellCounts(dimensions)
    counts.append(columns)
    var shares: [Cell: Double] = [:]
    for cell in counts.counts(0..<total, isMarked: { _ in false }) {
      shares[counts.cell(cell.key)] = Double(cell.rows) / Double(max(total, 1))
    }
    return shares
  }

  /// The error rate in a cell, drawn towards what the wider cells let one expect where it has few rows.
  ///
  /// For a cell of two dimensions that is the worse of the rates of its two values, carried on by the power law
  /// from the rows of the rarer value to the rows that the cell has: in a cell without rows a classifier errs
  /// more often than in what it knows.
  ///
  /// - Parameter cell: A cell of at most two dimensions.
  /// - Returns: A number in 0...1.
  public func errorRate(in cell: Cell) -> Double {
    guard !cell.coordinates.isEmpty else { return rate }
    let own = rates[cell] ?? (0, 0)
    var expected = rate
    if cell.coordinates.count > 1 {
      let wider = cell.coordinates.map { Cell([$0]) }
      let rarer = wider.map { rates[$0]?.rows ?? 0 }.min() ?? 0
      let worse = wider.map { errorRate(in: $0) }.max() ?? rate
      // What is left after growing from the cell's rows to those of the value.
      let left = 1 - powerLaw.avoided(have: own.rows, adding: max(rarer - max(own.rows, 1), 0))
      expected = min(worse / left, 1)
    }
    return (Double(own.errors) + Self.priorRows * expected) / (Double(own.rows) + Self.priorRows)
  }

  /// The share of a cell in the reference set, or else in the real rows.
  ///
  /// - Parameter cell: A cell of at most two dimensions.
  /// - Returns: A number in 0...1.
  public func share(of cell: Cell) -> Double { knownShare(of: cell) ?? 0 }

  /// The share of a cell where anything is known of it.
  ///
  /// A label without rows is given to no reference row by any classifier, so what was seen in neither set is not
  /// rare but unknown.
  private func knownShare(of cell: Cell) -> Double? {
    guard !cell.coordinates.isEmpty else { return 1 }
    let own = shares[cell]
    guard cell.coordinates.allSatisfy({ told.contains($0.dimension) }) else { return own }
    return referenceShares[cell] ?? own.map { _ in 0 }
  }

  /// What filling a cell is worth: the errors that ``addedRows`` rows more avoid in 1,000 real ones.
  ///
  /// - Parameters:
  ///   - cell: A cell of at most two dimensions.
  ///   - have: How many rows it has.
  /// - Returns: A number in 0...1000; nil for a cell that no row shows how frequent it is.
  public func weight(of cell: Cell, have: Int) -> Double? {
    knownShare(of: cell).map { avoided(in: cell, have: have, share: $0) }
  }

  /// The errors in 1,000 real rows that more rows of a cell are expected to avoid.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - have: How many rows it has.
  ///   - adding: How many are added.
  ///   - share: Its share, where it is known better than from the data.
  /// - Returns: A number in 0...1000.
  public func avoided(
    in cell: Cell,
    have: Int,
    adding: Int = ExpectedErrors.addedRows,
    share: Double? = nil
  ) -> Double {
    1000 * (share ?? self.share(of: cell)) * errorRate(in: cell)
      * powerLaw.avoided(have: have, adding: adding)
  }
}

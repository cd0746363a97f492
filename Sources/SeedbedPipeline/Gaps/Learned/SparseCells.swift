public import SeedbedData
import SeedbedLearning

/// A cell with far fewer rows than it should have by what else is known.
public struct SparseCell: Sendable, Hashable {
  /// What its expected number of rows was taken from.
  public enum Basis: String, Sendable, CaseIterable {
    /// Its share in the reference set; labels there are those that a classifier gives.
    case reference
    /// The shares of its two values in the real rows, as if they had nothing to do with each other.
    case rows
  }

  /// The cell, of one or two dimensions.
  public var cell: Cell
  /// How many rows it has.
  public var have: Int
  /// How many it would have by its share.
  public var expected: Double
  /// That share, 0…1.
  public var share: Double
  /// What the share was taken from.
  public var basis: Basis
  /// The probability of so few rows by chance, among all cells that were looked at (Benjamini-Hochberg).
  public var adjustedP: Double
}

/// Finds cells that are missing or thin beside what the reference set, or else the rest of the data,
/// lets one expect.
///
/// With a reference set a cell's share there is compared with its share in the real rows; without one, the
/// rows of one value with the other rows by Fisher's exact test, for a label that is asked at any length
/// but one has a hole. The first is evidence, the second a hint: values may have reasons to avoid each other.
/// Rows with a wrong label do not count. The false discovery rate is 5 %; a cell that is sparse only because a named one is, is not named.
public enum SparseCells {
  /// The fewest rows that a cell must be expected to have.
  public static let leastExpected = 10.0
  /// The share of its expected rows from which a cell is not sparse: with a reference set, and without.
  public static let mostShare = (reference: 0.5, rows: 0.25)

  /// Finds the sparse cells.
  ///
  /// - Parameter evidence: What to look at.
  /// - Returns: The cells, those that lack the most rows first.
  public static func find(in evidence: LearnedEvidence) -> [SparseCell] {
    let wrong = Set(evidence.mislabelled.rows.map(\.row))
    let rows = evidence.rows.texts.indices.filter { !wrong.contains($0) }
    var counts = CellCounts(evidence.rows.dimensions)
    counts.append(evidence.rows.values.map { column in rows.map { column[$0] } })
    let total = rows.count
    guard let reference = evidence.reference, reference.dimensions == counts.dimensions,
      reference.count > 0
    else {
      return named(rowCandidates(counts, total), counts, basis: .rows, total: total)
    }
    var columns = reference.values
    if let label = counts.dimensions.firstIndex(of: DimensionName.label) {
      guard !evidence.referenceLabels.isEmpty else {
        return named(rowCandidates(counts, total), counts, basis: .rows, total: total)
      }
      columns[label] = evidence.referenceLabels
    }
    counts.append(columns)
    return named(
      referenceCandidates(counts, total, reference.count),
      counts,
      basis: .reference,
      total: total
    )
  }

  /// A cell that may be sparse.
  private struct Candidate {
    var key: CellCounts.Key
    var have: Int
    var expected: Double
    var pValue: Double
  }

  private static func referenceCandidates(
    _ counts: CellCounts,
    _ total: Int,
    _ references: Int
  ) -> [Candidate] {
    counts.counts(0..<(total + references)) { $0 < total }.compactMap { key, both, have in
      let seen = both - have
      let expected = Double(seen) / Double(references) * Double(total)
      guard counts.isNamed(key), expected >= leastExpected else { return nil }
      let value = FisherExact.greater(seen, of: references, against: have, of: total)
      return Candidate(key: key, have: have, expected: expected, pValue: value ?? 1)
    }
  }

  private static func rowCandidates(_ counts: CellCounts, _ total: Int) -> [Candidate] {
    let cells = counts.counts(0..<total) { _ in false }
    var sizes: [CellCounts.Key: Int] = [:]
    for cell in cells { sizes[cell.key] = cell.rows }
    let singles = cells.filter { !$0.key.isPair && counts.isNamed($0.key) }
    var candidates: [Candidate] = []
    for left in singles {
      for right in singles where right.key.dimension > left.key.dimension {
        let expected = Double(left.rows) * Double(right.rows) / Double(max(total, 1))
        guard expected >= leastExpected, left.rows < total,
          !isMeasured(left.key, counts) || !isMeasured(right.key, counts)
        else { continue }
        let key = CellCounts.Key(
          dimension: left.key.dimension,
          value: left.key.value,
          otherDimension: right.key.dimension,
          otherValue: right.key.value
        )
        let have = sizes[key] ?? 0
        let value = FisherExact.greater(
          right.rows - have,
          of: total - left.rows,
          against: have,
          of: left.rows
        )
        candidates.append(
          Candidate(key: key, have: have, expected: expected, pValue: value ?? 1)
        )
      }
    }
    return candidates
  }

  /// What is measured in the text depends on what else is: long texts are seldom fragments.
  private static func isMeasured(_ key: CellCounts.Key, _ counts: CellCounts) -> Bool {
    DimensionName.measured.contains(counts.dimensions[key.dimension])
  }

  private static func named(
    _ candidates: [Candidate],
    _ counts: CellCounts,
    basis: SparseCell.Basis,
    total: Int
  ) -> [SparseCell] {
    let most = basis == .reference ? mostShare.reference : mostShare.rows
    let adjusted = BenjaminiHochberg.adjusted(candidates.map(\.pValue))
    let order = candidates.indices.filter {
      adjusted[$0] <= WeakSlices.falseDiscoveryRate
        && Double(candidates[$0].have) < most * candidates[$0].expected
    }.sorted { (candidates[$0].pValue, $0) < (candidates[$1].pValue, $1) }
    var named: [Int] = []
    for index in order {
      let candidate = candidates[index]
      var (have, expected) = (Double(candidate.have), candidate.expected)
      for other in named.map({ candidates[$0] }) {
        if candidate.key.contains(other.key) {
          have -= Double(other.have)
          expected -= other.expected
        } else if other.key.contains(candidate.key) {
          expected *= Double(other.have) / other.expected
        }
      }
      if expected >= leastExpected, have < most * expected { named.append(index) }
    }
    return named.map { index in
      let candidate = candidates[index]
      return SparseCell(
        cell: counts.cell(candidate.key),
        have: candidate.have,
        expected: candidate.expected,
        share: candidate.expected / Double(max(total, 1)),
        basis: basis,
        adjustedP: adjusted[index]
      )
    }.sorted { ($1.expected - Double($1.have), $0.cell) < ($0.expected - Double($0.have), $1.cell) }
  }
}

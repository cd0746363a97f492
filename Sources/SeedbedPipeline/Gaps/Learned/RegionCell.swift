import SeedbedData
import SeedbedKernels
import SeedbedText

/// Names the cell of the project's dimensions that an uncovered region lies in, where one sets it apart.
///
/// A cell that most rows of the region share and few training rows have says what rows to grow: the region's texts
/// are far because they are in another language, carelessly written, from another channel. The label alone says
/// nothing of that kind, but is part of the cell where most of the region's rows are given the same.
///
/// A region whose words hardly any training row has is about something else, and no variation of what there is leads
/// there. Only another language is a cell whatever its words.
struct RegionCell {
  /// The share of the region's rows that a cell must hold.
  static let leastShare = 0.6
  /// How many times as frequent as among the training rows a value must be.
  static let leastRatio = 3.0

  /// The training rows that must have a word for it to be known.
  static let leastRows = 3

  private let evidence: LearnedEvidence
  private let columns: [(dimension: String, values: [String])]
  private let known: Set<String>

  /// Makes ready to name regions.
  ///
  /// - Parameters:
  ///   - evidence: What the regions were found in.
  ///   - terms: The words of all regions, folded.
  init(_ evidence: LearnedEvidence, terms: [String]) {
    self.evidence = evidence
    columns = evidence.referenceColumns
    known = Self.known(terms, in: evidence.rows.texts)
  }

  /// The words that enough texts have.
  private static func known(_ terms: [String], in texts: [String]) -> Set<String> {
    var places: [UInt64: Int] = [:]
    for (place, term) in terms.enumerated() { places[WordFold.hash(term)] = place }
    guard !places.isEmpty else { return [] }
    var rows = [Int](repeating: 0, count: terms.count),
      last = [Int](repeating: -1, count: terms.count)
    var folded: [UInt8] = []
    for (row, text) in texts.enumerated() {
      let bytes = text.utf8Span.span
      WordScanner.forEachWord(in: bytes) { range in
        WordFold.fold(bytes.extracting(range), into: &folded)
        guard let place = places[hash64(folded.span)], last[place] != row else { return }
        last[place] = row
        rows[place] += 1
      }
    }
    return Set(terms.indices.filter { rows[$0] >= leastRows }.map { terms[$0] })
  }

  /// The cell of a region; nil where none sets it apart from the training rows.
  ///
  /// - Parameters:
  ///   - rows: The reference rows of the region.
  ///   - terms: Its words.
  /// - Returns: A cell of one or two dimensions.
  func cell(of rows: [Int], terms: [String]) -> Cell? {
    guard !rows.isEmpty else { return nil }
    let isKnown = 2 * terms.count { known.contains($0) } >= terms.count
    let least = Self.leastShare * Double(rows.count)
    var best: (coordinate: Cell.Coordinate, ratio: Double)?
    for (dimension, values) in columns
    where dimension != DimensionName.label && (isKnown || dimension == "language") {
      guard let (value, count) = mostFrequent(rows.map { values[$0] }), isNamed(value),
        Double(count) >= least, let own = share(of: value, in: dimension)
      else { continue }
      let share = Double(count) / Double(rows.count)
      // A value that no training row has sets a region apart more than any ratio.
      let ratio = own > 0 ? share / own : .infinity
      if ratio >= Self.leastRatio, ratio > best?.ratio ?? 0 {
        best = (Cell.Coordinate(dimension, value), ratio)
      }
    }
    guard let best else { return nil }
    return Cell(coordinates(around: best.coordinate, rows, least: least))
  }

  /// The coordinate, with the label where enough of its rows have one, in the order of the dimensions.
  private func coordinates(
    around coordinate: Cell.Coordinate,
    _ rows: [Int],
    least: Double
  ) -> [Cell.Coordinate] {
    guard let labels = columns.first(where: { $0.dimension == DimensionName.label })?.values,
      let values = columns.first(where: { $0.dimension == coordinate.dimension })?.values
    else { return [coordinate] }
    let inside = rows.filter { values[$0] == coordinate.value }
    guard let (label, count) = mostFrequent(inside.map { labels[$0] }), isNamed(label),
      Double(count) >= least
    else { return [coordinate] }
    let order = evidence.rows.dimensions
    return [Cell.Coordinate(DimensionName.label, label), coordinate].sorted {
      (order.firstIndex(of: $0.dimension) ?? 0) < (order.firstIndex(of: $1.dimension) ?? 0)
    }
  }

  /// The share of training rows with a value; nil for a dimension that they do not have.
  private func share(of value: String, in dimension: String) -> Double? {
    guard let index = evidence.rows.dimensions.firstIndex(of: dimension) else { return nil }
    let count = evidence.rows.values[index].count { $0 == value }
    return Double(count) / Double(max(evidence.rows.count, 1))
  }

  private func isNamed(_ value: String) -> Bool {
    value != DimensionSet.none && value != "unknown"
  }

  /// The value that comes most often, the first by name of equals.
  private func mostFrequent(_ values: [String]) -> (value: String, count: Int)? {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }
}

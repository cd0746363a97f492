import SeedbedLearning

/// Which rows a classifier that has not seen them gets wrong, by cell; rows with a wrong label are left out.
struct ErrorTable {
  let counts: CellCounts
  /// The rows that count.
  let rows: [Int]
  /// How many of them are errors.
  let errors: Int
  /// All cells with their rows and errors.
  let cells: [(key: CellCounts.Key, rows: Int, marked: Int)]
  private let isError: [Bool]
  /// How much more probable another label is than the row's own.
  private let distance: [Double]

  init?(_ evidence: LearnedEvidence) {
    guard let labels = evidence.labels else { return nil }
    let wrong = Set(evidence.mislabelled.rows.map(\.row))
    var isError = [Bool](repeating: false, count: evidence.rows.count)
    var distance = [Double](repeating: 0, count: evidence.rows.count)
    for (row, actual) in labels.actual.enumerated() {
      let predicted = labels.predicted[row]
      isError[row] = actual != predicted
      let start = row * labels.classes.count
      distance[row] =
        labels.probabilities[start + predicted] - labels.probabilities[start + actual]
    }
    var counts = CellCounts(evidence.rows.dimensions)
    counts.append(evidence.rows.values)
    let rows = labels.actual.indices.filter { !wrong.contains($0) }
    guard !rows.isEmpty else { return nil }
    self.rows = rows
    self.counts = counts
    self.isError = isError
    self.distance = distance
    errors = rows.count { isError[$0] }
    cells = counts.counts(rows) { isError[$0] }
  }

  /// The share of errors in all rows.
  var rate: Double { Double(errors) / Double(rows.count) }

  /// The probability of so many errors in a cell when it is like all other rows.
  func pValue(_ marked: Int, of size: Int) -> Double {
    FisherExact.greater(marked, of: size, against: errors - marked, of: rows.count - size) ?? 1
  }

  /// Whether a cell is weak in its own right beside cells that are named already: without their rows, and
  /// against the rest of those that it lies in.
  func stands(_ key: CellCounts.Key, beside named: [CellCounts.Key]) -> Bool {
    let wider = named.filter { $0.contains(key) }, others = named.filter { !$0.contains(key) }
    func isLeft(_ row: Int) -> Bool { !others.contains { counts.holds($0, row) } }
    func holds(_ row: Int) -> Bool { counts.holds(key, row) }
    if wider.isEmpty { return others.isEmpty || isWeak(holds, within: isLeft) }
    return wider.allSatisfy { wider in
      isWeak(holds) { row in counts.holds(wider, row) && isLeft(row) }
    }
  }

  private func isWeak(_ isInside: (Int) -> Bool, within: (Int) -> Bool) -> Bool {
    var inside = (rows: 0, errors: 0), outside = inside
    for row in rows where within(row) {
      let error = isError[row] ? 1 : 0
      if isInside(row) {
        inside.rows += 1
        inside.errors += error
      } else {
        outside.rows += 1
        outside.errors += error
      }
    }
    guard inside.rows >= WeakSlices.leastRows else { return false }
    let value = FisherExact.greater(
      inside.errors,
      of: inside.rows,
      against: outside.errors,
      of: outside.rows
    )
    return value.map { $0 <= 0.05 } ?? false
  }

  /// Errors of a cell, those in which another label is most probable first.
  func examples(of key: CellCounts.Key, _ most: Int) -> [Int] {
    let found = rows.filter { isError[$0] && counts.holds(key, $0) }
      .sorted { (distance[$1], $0) < (distance[$0], $1) }
    return Array(found.prefix(most))
  }
}

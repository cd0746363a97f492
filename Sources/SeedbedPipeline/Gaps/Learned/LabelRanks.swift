/// Where each row's probability of its own label ranks among those of rows that have another label.
struct LabelRanks {
  /// Beyond this many probabilities only every second, third … row is a rank's yardstick.
  private static let mostValues = 4_000_000
  /// The ranks up to which wrong labels are counted.
  private static let limits = [0.1, 0.2, 0.3, 0.4, 0.5]

  /// For each row the share of rows of other labels for which its label is at most as probable, 0…1.
  let values: [Double]

  init(_ evidence: LabelEvidence) {
    let count = evidence.classes.count, actual = evidence.actual
    let step = max(1, actual.count * count / Self.mostValues)
    var values = [Double](repeating: 0, count: actual.count)
    var rowsOf = [[Int]](repeating: [], count: count)
    for (row, label) in actual.enumerated() { rowsOf[label].append(row) }
    for (label, rows) in rowsOf.enumerated() {
      let others = stride(from: 0, to: actual.count, by: step)
        .filter { actual[$0] != label }
        .map { evidence.probabilities[$0 * count + label] }
        .sorted()
      for row in rows {
        let own = evidence.probabilities[row * count + label]
        var low = 0, high = others.count
        while low < high {
          let middle = (low + high) / 2
          if others[middle] <= own { low = middle + 1 } else { high = middle }
        }
        values[row] = others.isEmpty ? 1 : Double(low) / Double(others.count)
      }
    }
    self.values = values
  }

  /// The share of rows that rank as if their label were wrong: the least of several counts, each too high
  /// by the right labels that it takes in.
  ///
  /// A standard error is added to each count, for the least of several is too low by chance.
  var wrongShare: Double {
    Self.limits.map { limit in
      let count = Double(values.count { $0 <= limit })
      return (count + count.squareRoot()) / (limit * Double(max(values.count, 1)))
    }.min() ?? 0
  }
}

extension DiverseSelection {
  /// Divides a total among labels by the method of largest remainders, never more than a label has.
  ///
  /// - Parameters:
  ///   - labels: The label of each row.
  ///   - total: How many rows to choose.
  ///   - weights: The weight of each label; nil for shares like those of the rows. A label without
  ///     a weight gets nothing.
  /// - Returns: How many rows of each label; their sum is `total` if the labels have as many.
  public static func quotas(
    labels: [String],
    total: Int,
    weights: [String: Double]? = nil
  ) -> [String: Int] {
    let sizes = labels.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let names = sizes.keys.sorted()
    let counts = apportion(
      total: total,
      weights: names.map { weights?[$0, default: 0] ?? Double(sizes[$0, default: 0]) },
      caps: names.map { sizes[$0, default: 0] }
    )
    return Dictionary(uniqueKeysWithValues: zip(names, counts))
  }

  /// Chooses rows of each label by itself, as many as its quota says.
  ///
  /// - Parameters:
  ///   - table: A vector for each row.
  ///   - labels: The label of each row.
  ///   - quotas: How many rows of each label; a label without a quota gives none.
  ///   - method: How to choose among the rows of a label.
  ///   - covered: Vectors that count as chosen already, for all labels.
  ///   - threads: The most threads, at least 1.
  /// - Returns: The positions of the chosen rows, ascending.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func choose(
    _ table: VectorTable,
    labels: [String],
    quotas: [String: Int],
    method: Method,
    covered: VectorTable? = nil,
    threads: Int = 1
  ) async throws -> [Int] {
    precondition(labels.count == table.count, "the selection needs one label a vector")
    var rows: [String: [Int]] = [:]
    for (row, label) in labels.enumerated() where quotas[label, default: 0] > 0 {
      rows[label, default: []].append(row)
    }
    var chosen: [Int] = []
    for label in rows.keys.sorted() {
      let members = rows[label, default: []]
      let choice = try await choose(
        table.rows(members),
        count: quotas[label, default: 0],
        method: method,
        covered: covered,
        threads: threads
      )
      chosen += choice.rows.map { members[$0] }
    }
    return chosen.sorted()
  }
}

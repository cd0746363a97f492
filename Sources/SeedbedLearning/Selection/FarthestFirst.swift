extension DiverseSelection {
  /// Chooses rows one by one, each the farthest from those chosen before.
  ///
  /// The k-centre method of Gonzalez (1985): no row is farther from a chosen one than twice the
  /// best possible, by Euclidean distance of the unit vectors. It seeks out the edges of a set,
  /// outliers too; facility location seeks its middle. The first choice is the first row, so rows
  /// in the order of their quality start with the best.
  ///
  /// - Parameters:
  ///   - table: A vector for each row.
  ///   - count: How many rows to choose; all rows if there are fewer.
  ///   - covered: Vectors that count as chosen already.
  ///   - threads: The most threads, at least 1.
  /// - Returns: The rows, first choice first.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: One cosine for each row and choice.
  public static func farthestFirst(
    _ table: VectorTable,
    count: Int,
    covered: VectorTable? = nil,
    threads: Int = 1
  ) async throws -> Choice {
    let rows = UnitVectors(table)
    var choice = Choice(rows: [], gains: [])
    let count = min(count, rows.count)
    guard count > 0 else { return choice }
    var coverage = try await Coverage(rows, floor: -1, covered: covered, threads: threads)
    var open = [Bool](repeating: true, count: rows.count)
    while choice.rows.count < count {
      guard let best = farthest(coverage.nearest, open, rows.isUsable) else { break }
      open[best] = false
      choice.rows.append(best)
      choice.gains.append(1 - Double(coverage.nearest[best]))
      try await coverage.choose(best)
    }
    return choice
  }

  /// The open row that is least similar to the chosen ones; those without a direction come last.
  private static func farthest(
    _ nearest: [Float],
    _ open: [Bool],
    _ isUsable: [Bool]
  ) -> Int? {
    var best: Int?
    for row in nearest.indices where open[row] {
      guard let other = best else {
        best = row
        continue
      }
      let isBetter =
        isUsable[row] == isUsable[other]
        ? nearest[row] < nearest[other] : isUsable[row]
      if isBetter { best = row }
    }
    return best
  }
}

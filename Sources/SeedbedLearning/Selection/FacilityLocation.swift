extension DiverseSelection {
  /// Chooses the rows that best represent all rows: the sum over all rows of the similarity to the
  /// nearest chosen one is as great as a greedy choice makes it.
  ///
  /// The sum is submodular, so the greedy choice reaches at least 1 - 1/e = 63 % of the best
  /// possible one (Nemhauser, Wolsey & Fisher 1978). Gains are evaluated lazily (Minoux 1978) and
  /// exactly, so the choice is that of the plain greedy method.
  ///
  /// - Parameters:
  ///   - table: A vector for each row.
  ///   - count: How many rows to choose; all rows if there are fewer.
  ///   - covered: Vectors that count as chosen already.
  ///   - threads: The most threads, at least 1.
  /// - Returns: The rows, greatest gain first.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: A few times n² cosines, and memory for one copy of the table and about 512 pairs
  ///   a row (4 KB).
  ///   Meant for up to about 20,000 rows.
  public static func facilityLocation(
    _ table: VectorTable,
    count: Int,
    covered: VectorTable? = nil,
    threads: Int = 1
  ) async throws -> Choice {
    let rows = UnitVectors(table)
    var choice = Choice(rows: [], gains: [])
    let count = min(count, rows.count)
    guard count > 0 else { return choice }
    var coverage = try await Coverage(rows, floor: 0, covered: covered, threads: threads)
    var queue = GainQueue(gains: try await coverage.allGains())
    // After k choices about n²/k pairs can still add anything: 512 a row are kept in memory.
    let denseRounds = max(8, rows.count / 512)
    while choice.rows.count < min(count, denseRounds) {
      let round = choice.rows.count
      let outdated = queue.takeOutdated(round: round)
      guard outdated.isEmpty else {
        let gains = try await coverage.gains(of: outdated)
        for (row, gain) in zip(outdated, gains) { queue.insert(row, gain: gain, round: round) }
        continue
      }
      guard let best = queue.takeFirst() else { break }
      choice.add(best)
      try await coverage.choose(best.row)
    }
    guard choice.rows.count < count else { return choice }
    var sparse = try await SparseCoverage(coverage, threads: threads)
    while choice.rows.count < count {
      try Task.checkCancellation()
      let round = choice.rows.count
      while let row = queue.takeOutdated(round: round, atMost: 1).first {
        queue.insert(row, gain: sparse.gain(of: row), round: round)
      }
      guard let best = queue.takeFirst() else { break }
      choice.add(best)
      sparse.choose(best.row)
    }
    return choice
  }
}

extension DiverseSelection.Choice {
  fileprivate mutating func add(_ entry: GainQueue.Entry) {
    rows.append(entry.row)
    gains.append(entry.gain)
  }
}

/// Rows by their last known gain, greatest first, the lower row first among equals.
private struct GainQueue {
  struct Entry {
    var row: Int
    var gain: Double
    /// How many rows were chosen when the gain was evaluated.
    var round: Int

    func precedes(_ other: Self) -> Bool {
      gain != other.gain ? gain > other.gain : row < other.row
    }
  }

  /// Gains evaluated at a time: a pass over the table costs more than the products.
  private static let batch = 8

  private var heap: [Entry]

  init(gains: [Double]) {
    // A sorted list is a heap.
    heap = gains.enumerated().map { Entry(row: $0.offset, gain: $0.element, round: 0) }
      .sorted { $0.precedes($1) }
  }

  /// Takes the first entries that are older than a round; none when the first of all is not.
  mutating func takeOutdated(round: Int, atMost count: Int = batch) -> [Int] {
    var rows: [Int] = []
    while rows.count < count, let first = heap.first, first.round != round {
      rows.append(first.row)
      _ = takeFirst()
    }
    return rows
  }

  mutating func insert(_ row: Int, gain: Double, round: Int) {
    heap.append(Entry(row: row, gain: gain, round: round))
    var place = heap.count - 1
    while place > 0, heap[place].precedes(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func takeFirst() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var place = 0
    while true {
      var next = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && heap[child].precedes(heap[next]) { next = child }
      if next == place { return first }
      heap.swapAt(place, next)
      place = next
    }
  }
}

import SeedbedKernels

/// Finds vectors of a screen for queries, 64 queries at a time.
struct QueryScreen: Sendable {
  private let queries: UnitVectors
  private let projection: Projection
  private let table: Screen

  /// How many runs of 64 queries there are.
  var panelCount: Int { (queries.count + ScreenPanel.capacity - 1) / ScreenPanel.capacity }

  /// Prepares the table; the queries are packed when it is their turn, to save memory.
  init(
    _ queries: VectorTable,
    _ table: VectorTable,
    threshold: Float?,
    threads: Int
  ) async throws {
    try CosineSearch.requireIndexable(queries)
    try CosineSearch.requireIndexable(table)
    let left = UnitVectors(queries)
    let right = UnitVectors(table)
    projection = ScreenPlan.projection(left, right, threshold: threshold)
    self.queries = left
    self.table = try await Screen(right, projection, isSorted: true, threads: threads)
  }

  /// All vectors that reach a threshold, for each query of a panel, by ascending index.
  func matches(
    ofPanel panel: Int,
    threshold: Float,
    budget: ResultBudget
  ) throws -> [[Neighbor]] {
    let range = range(ofPanel: panel)
    var lists = [[Neighbor]](repeating: [], count: range.count)
    var probe = probe(range, threshold: threshold)
    var uncounted = 0
    for other in table.panels.indices {
      table.forEachCandidate(&probe, panel: other) { row, place in
        let neighbor = neighbor(range.lowerBound + row, place)
        guard neighbor.cosine >= threshold else { return }
        lists[row].append(neighbor)
        uncounted += 1
      }
      if uncounted >= 4096 || other == table.panels.count - 1 {
        try budget.take(uncounted)
        uncounted = 0
      }
    }
    for row in lists.indices { lists[row].sort { $0.index < $1.index } }
    return lists
  }

  /// The nearest vectors for each query of a panel.
  func nearest(ofPanel panel: Int, count: Int) -> [[Neighbor]] {
    let range = range(ofPanel: panel)
    var lists = [NeighborList](repeating: NeighborList(capacity: count), count: range.count)
    var probe = probe(range, threshold: -.infinity)
    for other in table.panels.indices {
      var changed: UInt64 = 0
      table.forEachCandidate(&probe, panel: other) { row, place in
        let neighbor = neighbor(range.lowerBound + row, place)
        if lists[row].insert(neighbor) { changed |= 1 << UInt64(row) }
      }
      while changed != 0 {
        let row = changed.trailingZeroBitCount
        probe.raise(row, to: lists[row].leastCosine)
        changed &= changed - 1
      }
    }
    return lists.map(\.neighbors)
  }

  private func range(ofPanel panel: Int) -> Range<Int> {
    let start = panel * ScreenPanel.capacity
    return start..<min(queries.count, start + ScreenPanel.capacity)
  }

  private func probe(_ range: Range<Int>, threshold: Float) -> ScreenProbe {
    let part = projection.apply(to: queries, range)
    let panel = ScreenPanel(values: part.values, residuals: part.residuals)
    var probe = ScreenProbe(panel, threshold: threshold)
    for (row, query) in range.enumerated() where !queries.isUsable[query] {
      probe.raise(row, to: .infinity)
    }
    return probe
  }

  private func neighbor(_ query: Int, _ place: Int) -> Neighbor {
    let index = Int(table.order[place])
    return Neighbor(index: index, cosine: queries.cosine(query, table.vectors, index))
  }
}

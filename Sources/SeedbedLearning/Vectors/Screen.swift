import SeedbedKernels

/// The vectors of a table as panels for a screen.
struct Screen: Sendable {
  let vectors: UnitVectors
  /// The index in the table of each vector of the panels.
  let order: [Int32]
  let panels: [ScreenPanel]

  /// Projects and packs the vectors that have a direction.
  ///
  /// - Parameters:
  ///   - vectors: The vectors.
  ///   - projection: What the panels hold of each vector.
  ///   - isSorted: Whether vectors with like residuals share a panel, which makes its bounds
  ///     tighter; else they keep the order of the table.
  ///   - threads: The most threads.
  /// - Throws: `CancellationError` when the task is cancelled.
  init(
    _ vectors: UnitVectors,
    _ projection: Projection,
    isSorted: Bool,
    threads: Int
  ) async throws {
    let size = 1024
    let parts = try await Blocks.map((vectors.count + size - 1) / size, threads: threads) { block in
      projection.apply(to: vectors, block * size..<min(vectors.count, (block + 1) * size))
    }
    var order = vectors.isUsable.indices.filter { vectors.isUsable[$0] }.map(Int32.init)
    let residual = { @Sendable (index: Int32) in
      parts[Int(index) / size].residuals[Int(index) % size]
    }
    if isSorted {
      let keys = order.map { (residual($0), $0) }
      order = keys.sorted { $0 < $1 }.map(\.1)
    }
    let members = order
    let capacity = ScreenPanel.capacity
    panels = try await Blocks.map((order.count + capacity - 1) / capacity, threads: threads) {
      let range = $0 * capacity..<min(members.count, ($0 + 1) * capacity)
      var values: [Float] = []
      values.reserveCapacity(range.count * projection.depth)
      for index in members[range].lazy.map(Int.init) {
        let start = index % size * projection.depth
        values += parts[index / size].values[start..<start + projection.depth]
      }
      return ScreenPanel(values: values, residuals: members[range].map(residual))
    }
    self.order = order
    self.vectors = vectors
  }

  /// Calls `body` with the place in the probe's panel and the index in the table of each candidate.
  func forEachCandidate(
    _ probe: inout ScreenProbe,
    panel: Int,
    _ body: (Int, Int) -> Void
  ) {
    guard probe.findCandidates(in: panels[panel]) else { return }
    for row in 0..<ScreenPanel.capacity {
      var bits = probe.hits[row]
      while bits != 0 {
        body(row, panel * ScreenPanel.capacity + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}

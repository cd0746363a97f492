extension CosineSearch {
  /// Finds all pairs of vectors whose cosine reaches a threshold.
  ///
  /// Compares all pairs, but most of them only by the bounds of a `ScreenPanel`; 100,000 vectors of
  /// 384 numbers take 1 to 1.5 s on two cores with AVX-512. See `findPairs` for more than 200,000.
  ///
  /// - Parameters:
  ///   - table: The vectors.
  ///   - threshold: The least cosine of a pair, -1...1; a pair that equals it is found.
  ///   - threads: The most threads, at least 1.
  ///   - limit: The most pairs; beyond it the search refuses.
  ///   - progress: Called with the blocks done and their total, from any thread.
  /// - Returns: The pairs in the order of their left, then right index.
  /// - Throws: `CancellationError` when the task is cancelled; a `SeedbedError` when there are more
  ///   pairs than the limit.
  /// - Complexity: Quadratic in the number of vectors.
  public static func pairs(
    _ table: VectorTable,
    threshold: Float,
    threads: Int,
    limit: Int = defaultLimit,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [CosinePair] {
    try requireIndexable(table)
    let vectors = UnitVectors(table)
    let projection = ScreenPlan.projection(vectors, vectors, threshold: threshold)
    let screen = try await Screen(vectors, projection, isSorted: true, threads: threads)
    let budget = ResultBudget(limit: limit, of: "pairs")
    let work = PairScreen(screen: screen, threshold: threshold, budget: budget)
    let parts = try await Blocks.map(screen.panels.count, threads: threads, progress: progress) {
      try work.pairs(ofPanel: $0)
    }
    return PairList.sorted(parts, count: vectors.count)
  }
}

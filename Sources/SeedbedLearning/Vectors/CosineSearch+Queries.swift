extension CosineSearch {
  /// Finds for each query all vectors of a table whose cosine with it reaches a threshold.
  ///
  /// - Parameters:
  ///   - queries: The vectors to look for.
  ///   - table: The vectors to find, of as many dimensions.
  ///   - threshold: The least cosine of a match, -1...1; a match that equals it is found.
  ///   - threads: The most threads, at least 1.
  ///   - limit: The most matches of all queries together; beyond it the search refuses.
  ///   - progress: Called with the blocks done and their total, from any thread.
  /// - Returns: One list a query, by ascending index.
  /// - Throws: `CancellationError` when the task is cancelled; a `SeedbedError` when there are more
  ///   matches than the limit.
  public static func matches(
    _ queries: VectorTable,
    in table: VectorTable,
    threshold: Float,
    threads: Int,
    limit: Int = defaultLimit,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [[Neighbor]] {
    precondition(queries.dimensions == table.dimensions, "queries and table differ in length")
    let screen = try await QueryScreen(queries, table, threshold: threshold, threads: threads)
    let budget = ResultBudget(limit: limit, of: "matches")
    let parts = try await Blocks.map(screen.panelCount, threads: threads, progress: progress) {
      try screen.matches(ofPanel: $0, threshold: threshold, budget: budget)
    }
    return parts.flatMap(\.self)
  }

  /// Finds for each query the vectors of a table that have the greatest cosine with it.
  ///
  /// - Parameters:
  ///   - queries: The vectors to look for.
  ///   - table: The vectors to find, of as many dimensions.
  ///   - count: How many to find for each query, at least 0.
  ///   - threads: The most threads, at least 1.
  ///   - progress: Called with the blocks done and their total, from any thread.
  /// - Returns: One list a query, the greatest cosine first, of equal ones the lower index first; as
  ///   long as the table has vectors with a direction, empty for a query without one.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func nearest(
    _ queries: VectorTable,
    in table: VectorTable,
    count: Int,
    threads: Int,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [[Neighbor]] {
    precondition(queries.dimensions == table.dimensions, "queries and table differ in length")
    guard count > 0 else { return Array(repeating: [], count: queries.count) }
    let screen = try await QueryScreen(queries, table, threshold: nil, threads: threads)
    let parts = try await Blocks.map(screen.panelCount, threads: threads, progress: progress) {
      screen.nearest(ofPanel: $0, count: count)
    }
    return parts.flatMap(\.self)
  }
}

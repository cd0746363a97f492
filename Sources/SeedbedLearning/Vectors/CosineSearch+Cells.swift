import SeedbedData
import SeedbedKernels

extension CosineSearch {
  /// The most vectors of which all pairs are compared, unless told otherwise.
  public static let defaultExactCount = 200_000

  /// Finds pairs of vectors whose cosine reaches a threshold: all of them in a table of moderate
  /// size, nearly all in a larger one.
  ///
  /// Beyond `exactCount` vectors the table is divided into √n / 2 cells (`SphericalKMeans`). Each
  /// vector joins its nearest and its second-nearest cell, and all pairs within a cell are compared.
  /// What that misses is measured on up to 1,000 vectors drawn by the seed, whose pairs are searched
  /// in the whole table.
  ///
  /// - Parameters:
  ///   - table: The vectors.
  ///   - threshold: The least cosine of a pair, -1...1; a pair that equals it is found.
  ///   - threads: The most threads, at least 1; the result does not depend on them.
  ///   - exactCount: The most vectors of which all pairs are compared.
  ///   - seed: Chooses the cells and the sample.
  ///   - limit: The most pairs; beyond it the search refuses.
  ///   - progress: Called with the blocks done and their total, from any thread.
  /// - Returns: The pairs, with a report of how complete they are.
  /// - Throws: `CancellationError` when the task is cancelled; a `SeedbedError` when there are more
  ///   pairs than the limit.
  public static func findPairs(
    _ table: VectorTable,
    threshold: Float,
    threads: Int,
    exactCount: Int = defaultExactCount,
    seed: UInt64 = 0,
    limit: Int = defaultLimit,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> PairSearchResult {
    guard table.count > max(exactCount, 1) else {
      let pairs = try await pairs(
        table,
        threshold: threshold,
        threads: threads,
        limit: limit,
        progress: progress
      )
      return PairSearchResult(
        pairs: pairs,
        report: SearchReport(isExact: true, cells: 1, sampledRecall: 1, sampledPairs: 0)
      )
    }
    try requireIndexable(table)
    let cells = try await members(of: table, seed: seed, threads: threads)
    // A pair may be found in two cells.
    let budget = ResultBudget(limit: limit, of: "pairs", perResult: 2)
    var parts: [[FoundPair]] = []
    let vectors = UnitVectors(table)
    for (number, cell) in cells.enumerated() {
      parts += try await pairs(in: cell, of: vectors, threshold, threads: threads, budget)
      progress(number + 1, cells.count)
    }
    let pairs = PairList.sorted(parts, count: table.count)
    try ResultBudget(limit: limit, of: "pairs").take(pairs.count)
    let recall = try await sampledRecall(of: pairs, table, threshold, seed: seed, threads: threads)
    return PairSearchResult(
      pairs: pairs,
      report: SearchReport(
        isExact: false,
        cells: cells.count,
        sampledRecall: recall.share,
        sampledPairs: recall.pairs
      )
    )
  }

  /// The vectors of each cell in their own order; most vectors are in two cells.
  private static func members(
    of table: VectorTable,
    seed: UInt64,
    threads: Int
  ) async throws -> [[Int]] {
    let count = max(2, Int(Double(table.count).squareRoot() / 2))
    let means = try await SphericalKMeans(table, cells: count, seed: seed, threads: threads)
    let nearest = try await nearest(table, in: means.centroids, count: 2, threads: threads)
    var members = [[Int]](repeating: [], count: means.centroids.count)
    for (index, list) in nearest.enumerated() {
      for cell in list { members[cell.index].append(index) }
    }
    return members
  }

  private static func pairs(
    in cell: [Int],
    of vectors: UnitVectors,
    _ threshold: Float,
    threads: Int,
    _ budget: ResultBudget
  ) async throws -> [[FoundPair]] {
    let own = UnitVectors(vectors.gathered(cell))
    let projection = ScreenPlan.projection(own, own, threshold: threshold)
    let screen = try await Screen(own, projection, isSorted: true, threads: threads)
    let work = PairScreen(
      screen: screen,
      threshold: threshold,
      budget: budget,
      names: cell.map(Int32.init)
    )
    return try await Blocks.map(screen.panels.count, threads: threads) {
      try work.pairs(ofPanel: $0)
    }
  }

  /// The share of the pairs of some vectors that is among those found.
  private static func sampledRecall(
    of pairs: [CosinePair],
    _ table: VectorTable,
    _ threshold: Float,
    seed: UInt64,
    threads: Int
  ) async throws -> (share: Double?, pairs: Int) {
    var random = CounterRandom(seed: seed, sample: "recall", operation: "cells", draw: 0)
    let drawn = random.sample(1000, of: table.count)
    let queries = UnitVectors(table).gathered(drawn)
    // The whole answer was within the limit; a sample's pairs beyond it are as good as missed.
    let lists = try await matches(
      queries,
      in: table,
      threshold: threshold,
      threads: threads,
      limit: .max
    )
    var total = 0
    var found = 0
    for (query, list) in zip(drawn, lists) {
      for neighbor in list where neighbor.index != query {
        total += 1
        let wanted = (min(query, neighbor.index), max(query, neighbor.index))
        if contains(pairs, wanted) { found += 1 }
      }
    }
    return (total > 0 ? Double(found) / Double(total) : nil, total)
  }

  private static func contains(_ pairs: [CosinePair], _ wanted: (Int, Int)) -> Bool {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if (pairs[middle].left, pairs[middle].right) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < pairs.count && (pairs[low].left, pairs[low].right) == wanted
  }
}

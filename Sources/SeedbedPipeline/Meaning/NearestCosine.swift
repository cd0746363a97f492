import SeedbedKernels
import SeedbedLearning

/// The mean cosine of rows with their nearest other row.
struct NearestCosine {
  let mean: Double?
  /// The bootstrap interval of the mean when only some rows were asked.
  let interval: Interval?
  let asked: Int

  init(_ vectors: VectorTable, count: Int, seed: UInt64, threads: Int) async throws {
    var random = CounterRandom(seed: seed, sample: "", operation: "nearest cosine", draw: 0)
    let asked = random.sample(count, of: vectors.count)
    let found = try await CosineSearch.nearest(
      vectors.rows(asked),
      in: vectors,
      count: 2,
      threads: threads
    )
    // A row is its own nearest, but among equal rows it need not come first.
    let cosines = zip(asked, found).compactMap { row, neighbors in
      neighbors.first { $0.index != row }.map { Double($0.cosine) }
    }
    self.asked = cosines.count
    mean = cosines.isEmpty ? nil : cosines.reduce(0, +) / Double(cosines.count)
    interval =
      asked.count < vectors.count && cosines.count > 1
      ? Bootstrap(seed: seed, threads: threads).mean(cosines) : nil
  }
}

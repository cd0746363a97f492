import SeedbedData
import SeedbedLearning
import Testing

@Suite("Search in cells")
struct VectorCellTests {
  private static func table() -> VectorTable {
    var source = VectorSource("cells")
    return source.table(5000, 24, near: 0.4)
  }

  @Test("finds nearly all pairs, only true ones, and says how many it misses")
  func recall() async throws {
    let table = Self.table()
    let exact = try await CosineSearch.findPairs(table, threshold: 0.9, threads: 2)
    #expect(
      exact.report == SearchReport(isExact: true, cells: 1, sampledRecall: 1, sampledPairs: 0)
    )
    #expect(exact.pairs == (try await CosineSearch.pairs(table, threshold: 0.9, threads: 1)))
    let found = try await CosineSearch.findPairs(
      table,
      threshold: 0.9,
      threads: 2,
      exactCount: 1000
    )
    #expect(Set(found.pairs).isSubset(of: Set(exact.pairs)))
    #expect(
      zip(found.pairs, found.pairs.dropFirst()).allSatisfy {
        ($0.left, $0.right) < ($1.left, $1.right)
      }
    )
    let recall = Double(found.pairs.count) / Double(exact.pairs.count)
    #expect(recall > 0.85)
    #expect(!found.report.isExact && found.report.cells == 35 && found.report.sampledPairs > 200)
    let sampled = try #require(found.report.sampledRecall)
    #expect(abs(sampled - recall) < 0.05)
  }

  @Test("threads change nothing, the seed only what is missed", arguments: [1, 3])
  func threads(_ threads: Int) async throws {
    let table = Self.table()
    let one = try await CosineSearch.findPairs(table, threshold: 0.9, threads: 2, exactCount: 10)
    let other = try await CosineSearch.findPairs(
      table,
      threshold: 0.9,
      threads: threads,
      exactCount: 10
    )
    #expect(one == other)
  }

  @Test("clusters that lie apart each get a cell of their own")
  func clusters() async throws {
    var source = VectorSource("clusters")
    let centres = (0..<6).map { _ in source.vector(30) }
    let rows = (0..<600).map { index in
      zip(centres[index % 6], source.vector(30)).map { $0 + 0.05 * $1 }
    }
    let table = VectorTable(dimensions: 30, values: rows.flatMap(\.self))
    let means = try await SphericalKMeans(table, cells: 6, seed: 3, threads: 2)
    let nearest = try await CosineSearch.nearest(table, in: means.centroids, count: 1, threads: 1)
    for index in 6..<600 { #expect(nearest[index][0].index == nearest[index % 6][0].index) }
    #expect(Set((0..<6).map { nearest[$0][0].index }).count == 6)
  }

  @Test("equal vectors and vectors without a direction need fewer cells")
  func degenerate() async throws {
    let equal = VectorTable(dimensions: 2, values: [Float](repeating: 1, count: 200))
    let one = try await SphericalKMeans(equal, cells: 5, seed: 1, threads: 1)
    #expect(one.centroids.count == 1)
    let found = try await CosineSearch.findPairs(
      equal,
      threshold: 0.999,
      threads: 2,
      exactCount: 10
    )
    #expect(found.pairs.count == 4950 && found.report.sampledRecall == 1)
    let none = VectorTable(dimensions: 2, values: [Float](repeating: 0, count: 200))
    let empty = try await CosineSearch.findPairs(none, threshold: 0, threads: 2, exactCount: 10)
    #expect(empty.pairs.isEmpty && empty.report.sampledRecall == nil)
    await #expect(throws: SeedbedError.self) {
      try await CosineSearch.findPairs(
        equal,
        threshold: 0.999,
        threads: 2,
        exactCount: 10,
        limit: 4000
      )
    }
  }
}

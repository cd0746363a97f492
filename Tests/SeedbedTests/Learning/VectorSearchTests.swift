import SeedbedData
import SeedbedKernels
import SeedbedLearning
import Synchronization
import Testing

/// Draws tables and answers searches the plain way.
struct VectorSource {
  var random: CounterRandom

  init(_ topic: String) {
    random = CounterRandom(seed: 11, sample: topic, operation: "vectors", draw: 0)
  }

  mutating func vector(_ dimensions: Int) -> [Float] {
    (0..<dimensions).map { _ in Float(random.unit() + random.unit() + random.unit() - 1.5) }
  }

  /// Vectors of which some are near others, of any length.
  mutating func table(_ count: Int, _ dimensions: Int, near: Double = 0.3) -> VectorTable {
    var rows: [[Float]] = []
    while rows.count < count {
      var row = vector(dimensions)
      if random.chance(near), !rows.isEmpty {
        let share = Float(random.unit() * 0.5)
        let other = rows[random.index(below: rows.count)]
        row = zip(other, row).map { $0 + share * $1 }
      }
      rows.append(row)
    }
    return VectorTable(dimensions: dimensions, values: rows.flatMap(\.self))
  }

  /// Cosines by the definition in double precision.
  static func cosine(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Double {
    let products = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let left = a.reduce(0.0) { $0 + Double($1) * Double($1) }
    let right = b.reduce(0.0) { $0 + Double($1) * Double($1) }
    return products / (left * right).squareRoot()
  }
}

@Suite("Cosine search is exact")
struct VectorSearchTests {
  @Test(
    "pairs equal those of all comparisons",
    arguments: [
      (1, 5, 0.5), (63, 3, 0.9), (64, 1, 0.5), (65, 17, 0.8), (400, 24, 0.9), (500, 100, 0.95),
      (300, 384, 0.99), (130, 40, 0.0), (120, 12, -1.0), (90, 700, 0.7),
    ]
  )
  func pairs(count: Int, dimensions: Int, threshold: Double) async throws {
    var source = VectorSource("pairs \(count)")
    let table = source.table(count, dimensions)
    let found = try await CosineSearch.pairs(table, threshold: Float(threshold), threads: 2)
    #expect(zip(found, found.dropFirst()).allSatisfy { ($0.left, $0.right) < ($1.left, $1.right) })
    let cosines = Dictionary(
      uniqueKeysWithValues: found.map { (Place(left: $0.left, right: $0.right), $0.cosine) }
    )
    for left in 0..<count {
      for right in (left + 1)..<max(left + 1, count) {
        let exact = VectorSource.cosine(table[left], table[right])
        let cosine = cosines[Place(left: left, right: right)]
        if let cosine {
          #expect(abs(Double(cosine) - exact) < 2e-6 && Double(cosine) >= threshold)
        } else {
          #expect(exact < threshold + 2e-6)
        }
      }
    }
  }

  struct Place: Hashable {
    var left: Int
    var right: Int
  }

  /// Enough vectors that directions are chosen and the screen looks at few of them.
  @Test("a search that looks at few directions misses nothing", arguments: [0.95, 0.8])
  func projected(threshold: Float) async throws {
    var source = VectorSource("projected")
    let dimensions = 96
    let table = source.table(11_000, dimensions, near: 0.1)
    let all = try await CosineSearch.pairs(table, threshold: threshold, threads: 2)
    #expect(all.count > 500)
    // A thousand of the vectors are too few for that; their pairs are compared by all numbers.
    let part = VectorTable(dimensions: dimensions, values: Array(table.values[..<96_000]))
    let few = try await CosineSearch.pairs(part, threshold: threshold, threads: 1)
    #expect(all.filter { $0.right < 1000 } == few)
    let matches = try await CosineSearch.matches(
      part,
      in: table,
      threshold: threshold,
      threads: 1
    )
    let left = all.filter { $0.left < 1000 }
    for query in 0..<1000 {
      let later = matches[query].filter { $0.index > query }
      #expect(later.map(\.index) == left.filter { $0.left == query }.map(\.right))
      #expect(matches[query].contains { $0.index == query })
    }
  }

  @Test("a pair that equals the threshold is found")
  func inclusive() async throws {
    let table = VectorTable(dimensions: 2, values: [1, 0, 0.6, 0.8, 0, 1])
    let found = try await CosineSearch.pairs(table, threshold: 0.6, threads: 1)
    #expect(
      found == [
        CosinePair(left: 0, right: 1, cosine: 0.6), CosinePair(left: 1, right: 2, cosine: 0.8),
      ]
    )
    #expect(try await CosineSearch.pairs(table, threshold: 0.81, threads: 1).isEmpty)
  }

  @Test("threads and order change nothing but the order", arguments: [1, 2, 3, 7])
  func threads(_ threads: Int) async throws {
    var source = VectorSource("threads")
    let table = source.table(700, 33)
    let one = try await CosineSearch.pairs(table, threshold: 0.9, threads: 1)
    #expect(try await CosineSearch.pairs(table, threshold: 0.9, threads: threads) == one)
    let nearest = try await CosineSearch.nearest(table, in: table, count: 5, threads: 1)
    #expect(try await CosineSearch.nearest(table, in: table, count: 5, threads: threads) == nearest)
    let reversed = VectorTable(
      dimensions: 33,
      values: (0..<700).reversed().flatMap { Array(table[$0]) }
    )
    let backwards = try await CosineSearch.pairs(reversed, threshold: 0.9, threads: threads)
    let mapped = backwards.map {
      CosinePair(left: 699 - $0.right, right: 699 - $0.left, cosine: $0.cosine)
    }
    #expect(mapped.sorted { ($0.left, $0.right) < ($1.left, $1.right) } == one)
  }

  @Test("matches and nearest equal a sort of all cosines", arguments: [1, 3, 64, 65, 1000])
  func queries(count: Int) async throws {
    var source = VectorSource("queries \(count)")
    let table = source.table(300, 20)
    let queries = source.table(70, 20)
    let nearest = try await CosineSearch.nearest(queries, in: table, count: count, threads: 2)
    // Every cosine, from a threshold that none is below.
    let all = try await CosineSearch.matches(queries, in: table, threshold: -1, threads: 1)
    let some = try await CosineSearch.matches(queries, in: table, threshold: 0.4, threads: 2)
    for query in 0..<queries.count {
      #expect(all[query].map(\.index) == Array(0..<table.count))
      #expect(some[query] == all[query].filter { $0.cosine >= 0.4 })
      let sorted = all[query].sorted { ($1.cosine, $0.index) < ($0.cosine, $1.index) }
      #expect(nearest[query] == Array(sorted.prefix(count)))
      let exact = VectorSource.cosine(queries[query], table[nearest[query][0].index])
      #expect(abs(exact - Double(nearest[query][0].cosine)) < 2e-6)
    }
  }

  @Test("of equal neighbours the first ones are named")
  func ties() async throws {
    let table = VectorTable(
      dimensions: 3,
      values: (0..<200).flatMap { $0 % 2 == 0 ? [1, 0, 0] : [0, 2, 0] }
    )
    let query = VectorTable(dimensions: 3, values: [1, 0, 0])
    let nearest = try await CosineSearch.nearest(query, in: table, count: 3, threads: 2)
    #expect(nearest == [[0, 2, 4].map { Neighbor(index: $0, cosine: 1) }])
    #expect(try await CosineSearch.nearest(query, in: table, count: 0, threads: 1) == [[]])
  }

  @Test("vectors without a direction are like nothing (pitfall: NaN in a table)")
  func hostile() async throws {
    let table = VectorTable(
      dimensions: 2,
      values: [
        .nan, 1, 0, 0, .infinity, 1, 1, 1, 3e38, 3e38, .leastNonzeroMagnitude,
        .leastNonzeroMagnitude, -1, -1, .nan, 1, 0, 0,
        .greatestFiniteMagnitude, 0,
      ]
    )
    let pairs = try await CosineSearch.pairs(table, threshold: -1, threads: 2)
    let usable: Set = [3, 4, 5, 6, 9]
    #expect(pairs.count == 10)
    #expect(pairs.allSatisfy { usable.contains($0.left) && usable.contains($0.right) })
    #expect(pairs.allSatisfy { (-1...1).contains($0.cosine) })
    #expect(pairs.first { $0.left == 3 && $0.right == 4 }.map { $0.cosine > 0.999999 } == true)
    let nearest = try await CosineSearch.nearest(table, in: table, count: 9, threads: 1)
    #expect(nearest.map(\.count) == [0, 0, 0, 5, 5, 5, 5, 0, 0, 5])
    #expect(try await CosineSearch.pairs(table, threshold: .nan, threads: 1).isEmpty)
    let none = VectorTable(dimensions: 2)
    #expect(try await CosineSearch.pairs(none, threshold: 0, threads: 1).isEmpty)
    let lists = try await CosineSearch.matches(table, in: none, threshold: 0, threads: 1)
    #expect(lists == Array(repeating: [], count: 10))
  }

  @Test("too many pairs are refused with what to do")
  func limit() async throws {
    let table = VectorTable(dimensions: 2, values: [Float](repeating: 1, count: 2000))
    let error = await #expect(throws: SeedbedError.self) {
      try await CosineSearch.pairs(table, threshold: 0.9, threads: 2, limit: 1000)
    }
    #expect(
      error?.description == """
        More than `1000` pairs of vectors reach the threshold
        hint: raise the threshold, or remove exact duplicates first
        """
    )
    await #expect(throws: SeedbedError.self) {
      try await CosineSearch.matches(table, in: table, threshold: 0.9, threads: 2, limit: 1000)
    }
    #expect(try await CosineSearch.pairs(table, threshold: 0.9, threads: 1).count == 499_500)
  }

  @Test("a cancelled search ends with a cancellation; progress reaches its total")
  func cancellation() async throws {
    var source = VectorSource("cancelled")
    let table = source.table(500, 8)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await CosineSearch.pairs(table, threshold: 0.9, threads: 2)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    let seen = Mutex<[Int]>([])
    _ = try await CosineSearch.pairs(table, threshold: 0.9, threads: 2) { done, total in
      seen.withLock { $0.append(done * 1000 + total) }
    }
    #expect(seen.withLock { $0.sorted() } == (1...8).map { $0 * 1000 + 8 })
  }
}

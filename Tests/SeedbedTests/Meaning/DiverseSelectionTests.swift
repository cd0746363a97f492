import Foundation
import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Selection for diversity")
struct DiverseSelectionTests {
  /// The similarities of unit vectors, in double precision.
  static func cosines(_ table: VectorTable) -> [[Double]] {
    (0..<table.count).map { left in
      (0..<table.count).map { right in
        zip(table[left], table[right]).reduce(0) { $0 + Double($1.0) * Double($1.1) }
      }
    }
  }

  static func coverage(_ cosines: [[Double]], _ rows: [Int]) -> Double {
    cosines.reduce(0) { sum, row in sum + rows.reduce(0) { max($0, row[$1]) } }
  }

  static func radius(_ cosines: [[Double]], _ rows: [Int]) -> Double {
    cosines.reduce(0) { worst, row in
      let nearest = rows.reduce(-1) { max($0, row[$1]) }
      return max(worst, max(0, 2 - 2 * nearest).squareRoot())
    }
  }

  static func subsets(_ count: Int, of total: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return (0..<total).flatMap { last in
      subsets(count - 1, of: last).map { $0 + [last] }
    }
  }

  @Test("facility location and farthest-first choose what NumPy chooses")
  func golden() async throws {
    let golden = try MeaningGolden.read()
    let located = try await DiverseSelection.facilityLocation(golden.table, count: 12, threads: 2)
    #expect(located.rows == golden.facilityLocation.rows)
    for (gain, expected) in zip(located.gains, try #require(golden.facilityLocation.gains)) {
      #expect(abs(gain - expected) < 1e-5)
    }
    let farthest = try await DiverseSelection.farthestFirst(golden.table, count: 12, threads: 2)
    #expect(farthest.rows == golden.farthestFirst.rows)
  }

  @Test("facility location reaches 63 % of the best possible coverage", arguments: 0..<20)
  func guarantee(draw: Int) async throws {
    var random = MeaningRandom(draw)
    let table = random.table(count: 9, dimensions: 3, centres: 4, spread: 0.5)
    let cosines = Self.cosines(table)
    for count in 1...4 {
      let choice = try await DiverseSelection.facilityLocation(table, count: count)
      let best = Self.subsets(count, of: 9).reduce(0) { max($0, Self.coverage(cosines, $1)) }
      let reached = Self.coverage(cosines, choice.rows)
      #expect(reached >= (1 - 1 / M_E) * best - 1e-6)
      #expect(abs(choice.gains.reduce(0, +) - reached) < 1e-4)
      #expect(zip(choice.gains, choice.gains.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    }
  }

  @Test("farthest-first is never farther than twice the best possible", arguments: 0..<20)
  func approximation(draw: Int) async throws {
    var random = MeaningRandom(draw)
    let table = random.table(count: 9, dimensions: 3, centres: 3, spread: 0.8)
    let cosines = Self.cosines(table)
    for count in 1...4 {
      let choice = try await DiverseSelection.farthestFirst(table, count: count)
      let best = Self.subsets(count, of: 9).reduce(9) { min($0, Self.radius(cosines, $1)) }
      #expect(Self.radius(cosines, choice.rows) <= 2 * best + 1e-3)
    }
  }

  @Test("the lazy choice is the plain greedy one", arguments: 0..<8)
  func lazy(draw: Int) async throws {
    var random = MeaningRandom(100 + draw)
    let count = 110 + random.random.index(below: 80)
    let table = random.table(count: count, dimensions: 5, centres: 6, spread: 0.4)
    let cosines = Self.cosines(table)
    let choice = try await DiverseSelection.facilityLocation(table, count: 100, threads: 3)
    var nearest = [Double](repeating: 0, count: count)
    for (row, gain) in zip(choice.rows, choice.gains) {
      let gains = (0..<count).map { candidate in
        (0..<count).reduce(0) { $0 + max(0, cosines[$1][candidate] - nearest[$1]) }
      }
      // Float products may turn a near tie round, never more.
      #expect(abs(gains[row] - (gains.max() ?? 0)) < 1e-4)
      #expect(abs(gains[row] - gain) < 1e-4)
      for other in 0..<count { nearest[other] = max(nearest[other], cosines[other][row]) }
    }
  }

  @Test(
    "a choice is the same with any number of threads",
    arguments: DiverseSelection.Method.allCases
  )
  func threads(method: DiverseSelection.Method) async throws {
    var random = MeaningRandom(5)
    let table = random.table(count: 2500, dimensions: 8, centres: 30, spread: 0.4)
    let one = try await DiverseSelection.choose(table, count: 40, method: method, threads: 1)
    let many = try await DiverseSelection.choose(table, count: 40, method: method, threads: 5)
    #expect(one == many)
    #expect(Set(one.rows).count == 40)
  }

  @Test(
    "equal rows tie by position, and all rows come in the end",
    arguments: DiverseSelection.Method.allCases
  )
  func ties(method: DiverseSelection.Method) async throws {
    let table = plane([10, 10, 10, 100, 100])
    let choice = try await DiverseSelection.choose(table, count: 9, method: method)
    #expect(choice.rows == [0, 3, 1, 2, 4])
    let none = try await DiverseSelection.choose(table, count: 0, method: method)
    #expect(none.rows.isEmpty)
  }

  @Test("rows without a direction come last", arguments: DiverseSelection.Method.allCases)
  func zeros(method: DiverseSelection.Method) async throws {
    let table = VectorTable(dimensions: 2, values: [0, 0, 1, 0, .nan, 0, 0, 1])
    let choice = try await DiverseSelection.choose(table, count: 4, method: method)
    #expect(choice.rows == [1, 3, 0, 2])
  }

  @Test("what is covered already is not chosen again", arguments: DiverseSelection.Method.allCases)
  func covered(method: DiverseSelection.Method) async throws {
    let table = plane([0, 1, 2, 90])
    let choice = try await DiverseSelection.choose(
      table,
      count: 1,
      method: method,
      covered: plane([1])
    )
    #expect(choice.rows == [3])
  }

  @Test(
    "selection compares with what is selected, so duplicates leave one and no set comes out empty"
  )
  func budget() async throws {
    // 500 unrelated rows and five pairs of equal ones.
    var random = MeaningRandom(17)
    var table = random.table(count: 505, dimensions: 24, centres: 505, spread: 1)
    table.append(table.rows([500, 501, 502, 503, 504]))
    let choice = try await DiverseSelection.farthestFirst(table, count: 505)
    #expect(choice.rows.count == 505)
    #expect(Set(choice.rows.map { $0 >= 505 ? $0 - 5 : $0 }).count == 505)
  }

  @Test("quotas follow largest remainders and hold exactly")
  func quotas() async throws {
    let labels = ["a", "a", "a", "a", "b", "b", "b", "c"]
    #expect(DiverseSelection.quotas(labels: labels, total: 5) == ["a": 2, "b": 2, "c": 1])
    #expect(
      DiverseSelection.quotas(labels: labels, total: 6, weights: ["a": 1, "b": 1, "c": 1])
        == ["a": 3, "b": 2, "c": 1]
    )
    #expect(DiverseSelection.quotas(labels: labels, total: 99).values.reduce(0, +) == 8)
    let table = plane([0, 1, 60, 61, 0, 50, 51, 0])
    for method in DiverseSelection.Method.allCases {
      let rows = try await DiverseSelection.choose(
        table,
        labels: labels,
        quotas: ["a": 2, "b": 2, "c": 1],
        method: method
      )
      #expect(rows.count == 5)
      #expect(rows.count { labels[$0] == "a" } == 2)
      #expect(Set(rows.filter { $0 < 4 }.map { $0 / 2 }) == [0, 1])
      #expect(rows == rows.sorted())
    }
  }
}

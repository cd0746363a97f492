import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Covering arrays")
struct CoveringArrayTests {
  /// How many combinations of values of any few columns no row has, by plain counting.
  static func missing(_ array: CoveringArray, _ sizes: [Int], _ strength: Int) -> Int {
    var missing = 0
    func check(_ columns: [Int]) {
      guard columns.count < strength else {
        var seen: Set<[Int]> = []
        for row in 0..<array.count {
          let values = Array(array[row])
          seen.insert(columns.map { values[$0] })
        }
        missing += columns.reduce(1) { $0 * sizes[$1] } - seen.count
        return
      }
      for next in ((columns.last ?? -1) + 1)..<sizes.count { check(columns + [next]) }
    }
    if strength <= sizes.count { check([]) }
    return missing
  }

  @Test(
    "known problems take few rows, and every combination is there",
    arguments: [
      ([Int](repeating: 3, count: 13), 2, 20), ([Int](repeating: 2, count: 10), 3, 20),
      ([10, 10, 10, 10], 2, 130), ([3, 3, 3, 3], 2, 9), ([Int](repeating: 5, count: 6), 2, 25),
      ([Int](repeating: 2, count: 20), 2, 12), ([5, 3, 3, 3, 2, 2], 2, 17), ([2, 2, 2], 3, 8),
      ([4, 4, 4, 4], 3, 90), ([30, 20, 5], 2, 600), ([7], 2, 7), ([3, 4], 2, 12),
      ([Int](repeating: 4, count: 10), 2, 32),
    ]
  )
  func sizes(sizes: [Int], strength: Int, most: Int) {
    let array = CoveringArray(sizes: sizes, strength: strength)
    #expect(array.count <= most, "\(sizes) at \(strength): \(array.count) rows")
    #expect(Self.missing(array, sizes, min(strength, sizes.count)) == 0)
  }

  @Test("random problems are covered, no row comes twice, and the first rows show every value")
  func random() {
    for number in 0..<50 {
      var random = CounterRandom(seed: 5, sample: UInt64(number), operation: 1, draw: 0)
      let sizes = (0..<(1 + random.index(below: 6))).map { _ in 1 + random.index(below: 7) }
      let strength = 1 + random.index(below: 3)
      let array = CoveringArray(sizes: sizes, strength: strength)
      #expect(Self.missing(array, sizes, min(strength, sizes.count)) == 0, "\(sizes) \(strength)")
      let rows = (0..<array.count).map { Array(array[$0]) }
      #expect(Set(rows).count == rows.count)
      for row in rows {
        #expect(zip(row, sizes).allSatisfy { $0 >= 0 && $0 < $1 })
      }
      let early = rows.prefix(2 * (sizes.max() ?? 1))
      for column in sizes.indices {
        #expect(Set(early.map { $0[column] }).count == min(sizes[column], rows.count), "\(sizes)")
      }
    }
  }

  @Test("the same problem gives the same rows, another seed others")
  func deterministic() {
    let sizes = [Int](repeating: 3, count: 8)
    #expect(CoveringArray(sizes: sizes, strength: 2) == CoveringArray(sizes: sizes, strength: 2))
    #expect(
      CoveringArray(sizes: sizes, strength: 2, seed: 1)
        != CoveringArray(sizes: sizes, strength: 2, seed: 2)
    )
  }

  @Test("empty problems have no rows, and combinations are counted without overflow")
  func degenerate() {
    #expect(CoveringArray(sizes: [], strength: 2).count == 0)
    #expect(CoveringArray(sizes: [3, 0], strength: 2).count == 0)
    #expect(CoveringArray.tuples(sizes: [2, 3, 4], strength: 2) == 26)
    #expect(CoveringArray.tuples(sizes: [2, 3, 4], strength: 3) == 24)
    #expect(CoveringArray.tuples(sizes: [Int.max, 2, 2], strength: 2) == nil)
  }
}

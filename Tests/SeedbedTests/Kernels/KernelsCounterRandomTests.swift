import SeedbedKernels
import Testing

@Suite("Counter-based randomness")
struct KernelsCounterRandomTests {
  @Test(
    "Philox4x32-10 gives Random123's known answers",
    arguments: [
      (
        SIMD4<UInt32>(0, 0, 0, 0), SIMD2<UInt32>(0, 0),
        SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
      ),
      (
        SIMD4(repeating: UInt32.max), SIMD2(repeating: UInt32.max),
        SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
      ),
      (
        SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
        SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
      ),
    ]
  )
  func knownAnswers(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, expected: SIMD4<UInt32>) {
    #expect(Philox4x32.block(counter: counter, key: key) == expected)
  }

  @Test("what is chosen never changes")
  func golden() {
    var random = CounterRandom(seed: 42, sample: "sample", operation: "typo", draw: 0)
    var numbers = Array(0..<10)
    random.shuffle(&numbers)
    #expect(numbers == [7, 0, 3, 8, 2, 5, 9, 6, 1, 4])
    #expect(random.sample(3, of: 100) == [15, 84, 86])
    #expect(random.sample(4, of: 10) == [0, 4, 8, 9])
  }

  @Test("each of seed, sample, operation and draw makes a stream of its own")
  func independence() {
    var firsts: Set<UInt64> = []
    let values: [UInt64] = [0, 1, 2, 1 << 31, 1 << 32, 1 << 63, .max]
    for seed in values {
      for sample in values {
        for operation in values {
          for draw in values {
            var random = CounterRandom(seed: seed, sample: sample, operation: operation, draw: draw)
            firsts.insert(random.next())
          }
        }
      }
    }
    #expect(firsts.count == 7 * 7 * 7 * 7)
  }

  @Test("same seed constant for every sample gives different numbers (pitfall 9)")
  func samplesDiffer() {
    let firsts = (0..<1000).map { index -> UInt64 in
      var random = CounterRandom(seed: 10, sample: "row \(index)", operation: "noise", draw: 0)
      return random.next()
    }
    #expect(Set(firsts).count == 1000)
  }

  @Test("words of neighbouring streams are uncorrelated bits")
  func bits() {
    var ones = 0
    var flips = 0
    for index in 0..<10_000 {
      var random = CounterRandom(seed: 1, sample: UInt64(index), operation: 2, draw: 3)
      var next = CounterRandom(seed: 1, sample: UInt64(index + 1), operation: 2, draw: 3)
      let word = random.next()
      ones += word.nonzeroBitCount
      flips += (word ^ next.next()).nonzeroBitCount
    }
    // 640,000 fair bits: a standard deviation is 400.
    #expect(abs(ones - 320_000) < 2000)
    #expect(abs(flips - 320_000) < 2000)
  }

  @Test(
    "an index is uniform also where the bound divides badly",
    arguments: [1, 2, 3, 7, 10, 1000, 3 << 61]
  )
  func indices(bound: Int) {
    var random = CounterRandom(seed: 5, sample: 5, operation: 5, draw: UInt64(bound))
    let cells = min(bound, 6)
    let trials = 30_000
    var counts = [Int](repeating: 0, count: cells)
    for _ in 0..<trials {
      let index = random.index(below: bound)
      #expect(index >= 0 && index < bound)
      counts[min(cells - 1, Int(Double(index) / Double(bound) * Double(cells)))] += 1
    }
    guard bound != 7, bound != 10 else { return }
    let expected = Double(trials) / Double(cells)
    for count in counts { #expect(abs(Double(count) - expected) < 6 * expected.squareRoot()) }
  }

  @Test("an index below nothing is a programmer error")
  func emptyBound() async {
    await #expect(processExitsWith: .failure) {
      var random = CounterRandom(seed: 1, sample: 1, operation: 1, draw: 1)
      _ = random.index(below: 0)
    }
  }

  @Test("unit numbers have mean 1/2 and stay below 1; chance follows its probability")
  func units() {
    var random = CounterRandom(seed: 3, sample: 3, operation: 3, draw: 3)
    var (sum, hits) = (0.0, 0)
    for _ in 0..<100_000 {
      let unit = random.unit()
      #expect(unit >= 0 && unit < 1)
      sum += unit
      if random.chance(0.03) { hits += 1 }
    }
    #expect(abs(sum / 100_000 - 0.5) < 0.005)
    #expect(abs(hits - 3000) < 275)
    #expect(
      (0..<1000).allSatisfy { _ in random.chance(1) && !random.chance(0) && !random.chance(.nan) }
    )
  }

  @Test("a shuffle makes every order of four equally often")
  func shuffles() {
    var random = CounterRandom(seed: 4, sample: 4, operation: 4, draw: 4)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var items = [0, 1, 2, 3]
      random.shuffle(&items)
      counts[items, default: 0] += 1
    }
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 190 })
    var none: [Int] = []
    random.shuffle(&none)
    #expect(none.isEmpty)
    #expect(random.pick(none) == nil)
  }

  @Test(
    "samples without replacement are distinct, ascending and uniform",
    arguments: [
      (0, 10), (3, 10), (1, 100), (10, 100), (12, 100), (13, 100), (100, 100), (200, 100), (5, 0),
      (-1, 5), (3, 1_000_000_000),
    ]
  )
  func samples(count: Int, total: Int) {
    var random = CounterRandom(
      seed: 6,
      sample: 6,
      operation: UInt64(count + 10),
      draw: UInt64(total)
    )
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<2000 {
      let drawn = random.sample(count, of: total)
      #expect(drawn.count == max(0, min(count, total)))
      #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0 < $1 })
      #expect(drawn.allSatisfy { $0 >= 0 && $0 < total })
      for index in drawn { counts[index * 10 / total] += 1 }
    }
    let expected = Double(2000 * max(0, min(count, total))) / 10
    #expect(counts.allSatisfy { abs(Double($0) - expected) <= 6 * expected.squareRoot() })
  }

  @Test("a weighted index follows the weights and passes over useless ones")
  func weighted() {
    var random = CounterRandom(seed: 7, sample: 7, operation: 7, draw: 7)
    var counts = [0, 0, 0, 0, 0, 0]
    for _ in 0..<10_000 {
      if let index = random.weightedIndex([0, 1, -5, 3, .nan, .infinity]) { counts[index] += 1 }
    }
    #expect(counts[1] + counts[3] == 10_000)
    #expect(abs(counts[1] - 2500) < 250)
    #expect(random.weightedIndex([]) == nil)
    #expect(random.weightedIndex([0, -1, .nan]) == nil)
    #expect(random.weightedIndex([.greatestFiniteMagnitude, .greatestFiniteMagnitude]) != nil)
  }
}

import Dispatch
import SeedbedKernels
import SeedbedLearning
import Synchronization

/// Random numbers for simulated samples.
struct DriftSample {
  var random: CounterRandom

  init(_ seed: Int, _ name: String) {
    random = CounterRandom(seed: UInt64(seed), sample: "drift tests", operation: name, draw: 0)
  }

  mutating func normal() -> Double { normalQuantile(max(random.unit(), 0x1p-60)) }

  mutating func normals(_ count: Int, mean: Double = 0, deviation: Double = 1) -> [Double] {
    (0..<count).map { _ in mean + deviation * normal() }
  }

  /// Counts of categories drawn with the given weights.
  mutating func counts(_ count: Int, weights: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: weights.count)
    for _ in 0..<count { counts[random.weightedIndex(weights) ?? 0] += 1 }
    return counts
  }

  mutating func vectors(_ count: Int, dimensions: Int, mean: Double = 0) -> VectorTable {
    VectorTable(
      dimensions: dimensions,
      values: normals(count * dimensions, mean: mean).map { Float($0) }
    )
  }

  /// Texts of common words, of which a share is taken from the last words of the list.
  mutating func texts(
    _ count: Int,
    lengths: ClosedRange<Int> = 3...8,
    lastShare: Double = 0.3
  )
    -> [String]
  {
    let words = [
      "card", "pin", "cash", "bank", "fee", "rate", "loan", "bill", "note", "coin", "when", "where",
      "please", "help", "money", "refund", "today", "still", "could", "again",
    ]
    return (0..<count).map { _ in
      let length = lengths.lowerBound + random.index(below: lengths.count)
      return (0..<length).map { _ in
        random.chance(lastShare)
          ? words[14 + random.index(below: 6)] : words[random.index(below: 14)]
      }.joined(separator: " ")
    }
  }
}

/// How many of the trials 0..<count are true, on both cores.
func driftHits(_ count: Int, _ trial: @Sendable (Int) -> Bool) -> Int {
  let hits = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: count) { number in
    if trial(number) { hits.add(1, ordering: .relaxed) }
  }
  return hits.load(ordering: .relaxed)
}

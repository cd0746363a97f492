import SeedbedKernels

/// Draws rows of a side; each side and purpose has its own draws.
struct RowSample: Sendable {
  let seed: UInt64

  /// The positions of at most so many rows, ascending.
  func rows(_ most: Int, of count: Int, side: Int, for purpose: String) -> [Int] {
    guard count > most else { return Array(0..<count) }
    var random = CounterRandom(seed: seed, sample: purpose, operation: "compare", draw: side)
    return random.sample(most, of: count).sorted()
  }
}

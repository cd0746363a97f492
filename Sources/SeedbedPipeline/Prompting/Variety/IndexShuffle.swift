import SeedbedKernels

/// A random order of the first whole numbers that is never written down.
///
/// A four-round Feistel network over twice as many bits as are needed, walked until it ends within the range
/// (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002).
struct IndexShuffle {
  private let count: Int
  private let halfBits: Int
  private let keys: [UInt64]

  init(count: Int, random: CounterRandom) {
    var random = random
    self.count = max(count, 1)
    var bits = 1
    while 1 << (2 * bits) < self.count { bits += 1 }
    halfBits = bits
    keys = (0..<4).map { _ in random.next() }
  }

  /// The number at a place of the order.
  func index(of place: Int) -> Int {
    var value = place
    repeat { value = step(value) } while value >= count
    return value
  }

  private func step(_ value: Int) -> Int {
    let mask = 1 << halfBits - 1
    var (left, right) = (value >> halfBits, value & mask)
    for key in keys {
      // Any function of the right half keeps the whole a permutation.
      let block = Philox4x32.block(
        counter: SIMD4(UInt32(truncatingIfNeeded: right), 0, 0, 0),
        key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
      )
      (left, right) = (right, left ^ (Int(block.x) & mask))
    }
    return left << halfBits | right
  }
}

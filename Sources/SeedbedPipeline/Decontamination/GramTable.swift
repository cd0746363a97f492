/// The n-grams of a benchmark, each with a number.
///
/// Most n-grams of the data are not in it, so a blocked Bloom filter (Putze, Sanders and Singler
/// 2007) of two bytes an n-gram, small enough for a near cache, stands before the table.
struct GramTable: Sendable {
  private var filter: [UInt64]
  private var keys: [UInt64]
  private var numbers: [UInt32]
  /// How many n-grams there are; numbers run from 0 up to it.
  let count: Int

  /// Numbers n-grams in their order.
  ///
  /// - Parameter grams: Hashes, each once.
  init(_ grams: [UInt64]) {
    count = grams.count
    let slots = Self.powerOfTwo(atLeast: max(16, grams.count * 2))
    filter = [UInt64](repeating: 0, count: Self.powerOfTwo(atLeast: max(16, grams.count / 4)))
    keys = [UInt64](repeating: 0, count: slots)
    numbers = [UInt32](repeating: .max, count: slots)
    for (number, gram) in grams.enumerated() {
      filter[Self.block(gram, filter.count)] |= Self.bits(gram)
      var slot = Self.slot(gram, slots)
      while numbers[slot] != .max { slot = (slot + 1) & (slots - 1) }
      keys[slot] = gram
      numbers[slot] = UInt32(truncatingIfNeeded: number)
    }
  }

  /// Appends each n-gram of a text that is in the table, and where it begins.
  func find(
    _ words: Span<UInt64>,
    n: Int,
    grams: inout [UInt32],
    positions: inout [Int32]
  ) {
    guard count > 0 else { return }
    let filter = filter.span, keys = keys.span, numbers = numbers.span
    GramHashes.forEach(words, n: n) { gram, position in
      let number = Self.number(gram, filter, keys, numbers)
      guard number != .max else { return }
      grams.append(number)
      positions.append(Int32(truncatingIfNeeded: position))
    }
  }

  /// Appends the number of each hash that is in the table.
  func find(_ hashes: Span<UInt64>, numbers found: inout [UInt32]) {
    guard count > 0 else { return }
    let filter = filter.span, keys = keys.span, numbers = numbers.span
    for index in 0..<hashes.count {
      let number = Self.number(hashes[index], filter, keys, numbers)
      if number != .max { found.append(number) }
    }
  }

  /// The number of a hash, or the largest `UInt32` when it has none.
  @inline(__always)
  private static func number(
    _ gram: UInt64,
    _ filter: Span<UInt64>,
    _ keys: Span<UInt64>,
    _ numbers: Span<UInt32>
  ) -> UInt32 {
    let bits = Self.bits(gram)
    guard filter[block(gram, filter.count)] & bits == bits else { return .max }
    var slot = slot(gram, keys.count)
    while numbers[slot] != .max {
      if keys[slot] == gram { return numbers[slot] }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
    return .max
  }

  private static func powerOfTwo(atLeast value: Int) -> Int {
    1 << (Int.bitWidth - (value - 1).leadingZeroBitCount)
  }

  @inline(__always)
  private static func block(_ gram: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: gram >> 24) & (count &- 1)
  }

  /// Three bits of one word: a share of about one in a hundred strangers passes.
  @inline(__always)
  private static func bits(_ gram: UInt64) -> UInt64 {
    1 &<< (gram & 63) | 1 &<< (gram >> 6 & 63) | 1 &<< (gram >> 12 & 63)
  }

  @inline(__always)
  private static func slot(_ gram: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: gram >> 20) & (count &- 1)
  }
}

/// Sorts hashes in linear time, relying on their being spread evenly.
///
/// The upper bits choose a bucket of about one member; an insertion sort then has little to do.
/// Buckets that are crowded all the same (a few windows repeated very often) are sorted on their
/// own first, so the worst case is O(n log n).
struct HashSorter: Sendable {
  private static let crowded = 24
  private var scattered: [UInt64] = []
  private var ends: [Int32] = []

  /// Puts the hashes in ascending order and drops repeated ones.
  mutating func sortUnique(_ hashes: inout [UInt64]) {
    if hashes.count >= Int32.max {
      // A bucket's end would not fit 32 bits; a text of two billion windows is no sample.
      hashes.sort()
    } else if hashes.count > Self.crowded {
      // Sixteen bits are buckets enough for a cache; beyond that they get more members each.
      let bits = min(16, Int.bitWidth - hashes.count.leadingZeroBitCount)
      let buckets = 1 << bits
      if ends.count < buckets { ends = Array(repeating: 0, count: buckets) }
      // Only makes room: every place is written to again.
      scattered.removeAll(keepingCapacity: true)
      scattered.append(contentsOf: hashes)
      Self.scatter(hashes.span, into: &scattered, ends: &ends, bits: bits)
      Self.sortCrowded(&scattered, ends: ends[..<buckets])
      swap(&hashes, &scattered)
    }
    Self.insertionSort(&hashes)
    Self.removeRepeated(&hashes)
  }

  /// Groups the hashes by their upper bits and leaves the end of each group in `ends`.
  private static func scatter(
    _ source: Span<UInt64>,
    into scattered: inout [UInt64],
    ends: inout [Int32],
    bits: Int
  ) {
    let shift = UInt64(64 - bits)
    let buckets = 1 << bits
    var ends = ends.mutableSpan
    var target = scattered.mutableSpan
    for bucket in 0..<buckets { ends[bucket] = 0 }
    for index in 0..<source.count {
      ends[Int(truncatingIfNeeded: source[index] &>> shift)] &+= 1
    }
    var next: Int32 = 0
    for bucket in 0..<buckets {
      let size = ends[bucket]
      ends[bucket] = next
      next &+= size
    }
    for index in 0..<source.count {
      let bucket = Int(truncatingIfNeeded: source[index] &>> shift)
      target[Int(ends[bucket])] = source[index]
      ends[bucket] &+= 1
    }
  }

  private static func sortCrowded(_ scattered: inout [UInt64], ends: ArraySlice<Int32>) {
    var start = 0
    for end in ends.lazy.map(Int.init) {
      if end - start > crowded { scattered[start..<end].sort() }
      start = end
    }
  }

  private static func insertionSort(_ hashes: inout [UInt64]) {
    var hashes = hashes.mutableSpan
    for index in 1..<max(1, hashes.count) {
      let hash = hashes[index]
      var hole = index
      while hole > 0 && hashes[hole - 1] > hash {
        hashes[hole] = hashes[hole - 1]
        hole -= 1
      }
      hashes[hole] = hash
    }
  }

  private static func removeRepeated(_ hashes: inout [UInt64]) {
    guard hashes.count > 1 else { return }
    var kept = 1
    for index in 1..<hashes.count where hashes[index] != hashes[kept - 1] {
      hashes[kept] = hashes[index]
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
  }
}

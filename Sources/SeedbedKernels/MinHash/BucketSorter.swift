/// Puts records of a 32-bit key and a 32-bit position in the order of their keys.
///
/// A radix sort from the lowest digit, three passes of eleven bits: linear, stable, and the same
/// speed whatever the keys.
public struct BucketSorter: Sendable {
  private static let bits: UInt64 = 11
  private var scratch: [UInt64] = []
  private var counts = [UInt32](repeating: 0, count: 3 << 11)

  /// Makes a sorter, whose memory serves one sort after the other.
  public init() {}

  /// Sorts records by their upper 32 bits; those with equal keys keep their order.
  ///
  /// - Parameter records: The key above the position; at most 2³² − 1 records.
  public mutating func sort(_ records: inout [UInt64]) {
    precondition(records.count <= Int(UInt32.max), "too many records")
    guard records.count > 1 else { return }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: records)
    countDigits(records.span)
    for pass in 0..<3 {
      Self.scatter(
        records.span,
        into: &scratch,
        next: &counts,
        first: pass << 11,
        shift: 32 + UInt64(pass) * Self.bits
      )
      swap(&records, &scratch)
    }
  }

  /// Turns the counts of each digit of each pass into the places where its records go.
  private mutating func countDigits(_ records: Span<UInt64>) {
    var counts = counts.mutableSpan
    for index in 0..<counts.count { counts[index] = 0 }
    for index in 0..<records.count {
      let key = records[index] >> 32
      counts[Int(truncatingIfNeeded: key & 2047)] &+= 1
      counts[Int(truncatingIfNeeded: 2048 | key >> 11 & 2047)] &+= 1
      counts[Int(truncatingIfNeeded: 4096 | key >> 22)] &+= 1
    }
    for pass in 0..<3 {
      var next: UInt32 = 0
      for digit in pass << 11..<(pass + 1) << 11 {
        let count = counts[digit]
        counts[digit] = next
        next &+= count
      }
    }
  }

  private static func scatter(
    _ source: Span<UInt64>,
    into target: inout [UInt64],
    next: inout [UInt32],
    first: Int,
    shift: UInt64
  ) {
    var target = target.mutableSpan
    var next = next.mutableSpan
    for index in 0..<source.count {
      let slot = first | Int(truncatingIfNeeded: source[index] &>> shift & 2047)
      target[Int(next[slot])] = source[index]
      next[slot] &+= 1
    }
  }
}

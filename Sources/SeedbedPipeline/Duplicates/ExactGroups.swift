/// Finds the rows whose views are the same, byte for byte.
///
/// Rows with equal hashes are compared, so no collision makes two rows one. Each thread takes the
/// rows whose hash falls into its share, in their order.
enum ExactGroups {
  /// A row and the earlier one that it repeats.
  struct Repetition: Sendable {
    var row: Int32
    var first: Int32
  }

  /// Finds repetitions.
  ///
  /// - Parameters:
  ///   - order: The rows, best first.
  ///   - hashes: The hash of each row's view.
  ///   - views: The views.
  ///   - threads: The most threads.
  /// - Returns: Every row that repeats one before it in the order, with the first such one.
  /// - Throws: `CancellationError`.
  static func find(
    order: [Int32],
    hashes: [UInt64],
    views: ViewReader,
    threads: Int
  ) async throws -> [Repetition] {
    let shares = min(max(1, threads), 16)
    let parts = try await WorkQueue.map(shares, chunk: 1, threads: threads, state: {}) {
      _,
      share in
      repetitions(of: order, share: share.lowerBound, of: shares, hashes, views)
    }
    return parts.flatMap(\.self)
  }

  private static func repetitions(
    of order: [Int32],
    share: Int,
    of shares: Int,
    _ hashes: [UInt64],
    _ views: ViewReader
  ) -> [Repetition] {
    let share = UInt64(share), shares = UInt64(shares)
    // The upper bits choose the share, the lower ones the slot.
    let members = hashes.count { ($0 >> 32) &* shares >> 32 == share }
    var size = 16
    while size < members * 2 { size *= 2 }
    let mask = size - 1
    var slots = [Int32](repeating: -1, count: size)
    var found: [Repetition] = []
    for row in order {
      let hash = hashes[Int(row)]
      guard (hash >> 32) &* shares >> 32 == share else { continue }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let first = slots[slot]
        if first < 0 {
          slots[slot] = row
          break
        }
        if hashes[Int(first)] == hash, same(views[Int(first)], views[Int(row)]) {
          found.append(Repetition(row: row, first: first))
          break
        }
        slot = (slot + 1) & mask
      }
    }
    return found
  }

  private static func same(
    _ left: UnsafeBufferPointer<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }
}

/// Maps `body` over slices of `items` on some threads; results come in input order.
///
/// The cut into slices does not depend on the number of threads, and `body` sees one slice at a time,
/// so neither does the result. Cancelling the surrounding task ends the work after the slices in hand.
///
/// - Parameters:
///   - items: What to work on.
///   - threads: The most slices in hand at a time, at least 1.
///   - chunk: The number of items in a slice.
///   - body: Turns a slice into as many results as it likes.
/// - Returns: All results, slice by slice.
/// - Throws: `CancellationError`, or what `body` throws.
public func mapChunks<Item: Sendable, Output: Sendable>(
  _ items: [Item],
  threads: Int,
  chunk: Int = 256,
  _ body: @escaping @Sendable (ArraySlice<Item>) throws -> [Output]
) async throws -> [Output] {
  try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
    var parts = [[Output]](repeating: [], count: (items.count + chunk - 1) / chunk)
    var next = 0
    func addNext() {
      let index = next
      let slice = items[index * chunk..<min(items.count, (index + 1) * chunk)]
      next += 1
      group.addTask {
        try Task.checkCancellation()
        return (index, try body(slice))
      }
    }
    while next < min(max(1, threads), parts.count) { addNext() }
    while let (index, part) = try await group.next() {
      parts[index] = part
      if next < parts.count { addNext() }
    }
    return parts.flatMap { $0 }
  }
}

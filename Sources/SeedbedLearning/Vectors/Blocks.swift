import Synchronization

/// Runs independent blocks of a search on several threads.
enum Blocks {
  /// Collects what `body` makes of each block, in the order of the blocks.
  ///
  /// - Parameters:
  ///   - count: How many blocks there are.
  ///   - threads: The most threads, at least 1.
  ///   - progress: Called with the blocks done and their total after each, from any thread.
  ///   - body: The work on one block.
  /// - Returns: One result a block.
  /// - Throws: `CancellationError` when the task was cancelled between two blocks; what `body` throws.
  static func map<Output: Sendable>(
    _ count: Int,
    threads: Int,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    _ body: @escaping @Sendable (Int) throws -> Output
  ) async throws -> [Output] {
    let counters = Counters()
    var parts: [(Int, Output)] = []
    parts.reserveCapacity(count)
    try await withThrowingTaskGroup(of: [(Int, Output)].self) { group in
      for _ in 0..<max(1, min(threads, count)) {
        group.addTask {
          var own: [(Int, Output)] = []
          while true {
            let block = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard block < count else { return own }
            try Task.checkCancellation()
            own.append((block, try body(block)))
            progress(counters.done.wrappingAdd(1, ordering: .relaxed).newValue, count)
          }
        }
      }
      for try await own in group { parts += own }
    }
    parts.sort { $0.0 < $1.0 }
    return parts.map(\.1)
  }

  private final class Counters: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
  }
}

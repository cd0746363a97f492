import Synchronization

/// Works through numbered items in chunks that several threads take in turn.
///
/// The chunks depend on the items alone and results come in their order, so nothing depends on the
/// number of threads. Each thread has one scratch state for all of its chunks. Cancelling the
/// surrounding task ends the work after the chunks in hand.
enum WorkQueue {
  /// The number of the next chunk that nobody has taken.
  private final class Ticket: Sendable {
    private let next = Atomic<Int>(0)

    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
  }

  /// Maps chunks of `0..<count`.
  ///
  /// - Parameters:
  ///   - count: How many items.
  ///   - chunk: How many items a chunk has, at least 1.
  ///   - threads: The most threads.
  ///   - state: Makes a thread's scratch state.
  ///   - body: Works on one chunk.
  /// - Returns: What `body` returned, chunk by chunk.
  /// - Throws: `CancellationError`, or what `body` throws.
  static func map<State, Output: Sendable>(
    _ count: Int,
    chunk: Int,
    threads: Int,
    state: @escaping @Sendable () -> State,
    _ body: @escaping @Sendable (inout State, Range<Int>) throws -> Output
  ) async throws -> [Output] {
    let chunks = (count + chunk - 1) / chunk
    let workers = max(1, min(threads, chunks))
    guard workers > 1 else {
      var scratch = state()
      return try (0..<chunks).map { index in
        try Task.checkCancellation()
        return try body(&scratch, index * chunk..<min(count, (index + 1) * chunk))
      }
    }
    let ticket = Ticket()
    return try await withThrowingTaskGroup(of: [(Int, Output)].self) { group in
      for _ in 0..<workers {
        group.addTask {
          var scratch = state()
          var outputs: [(Int, Output)] = []
          while true {
            let index = ticket.take()
            guard index < chunks else { return outputs }
            try Task.checkCancellation()
            let range = index * chunk..<min(count, (index + 1) * chunk)
            outputs.append((index, try body(&scratch, range)))
          }
        }
      }
      var placed = [Output?](repeating: nil, count: chunks)
      for try await outputs in group {
        for (index, output) in outputs { placed[index] = output }
      }
      return placed.compactMap(\.self)
    }
  }
}

/// Tasks that wait for something in the order in which they came; part of a state under a lock.
struct WaitingLine<Ticket: Sendable, Value: Sendable>: Sendable {
  struct Waiter: Sendable {
    var ticket: Ticket
    var continuation: CheckedContinuation<Value, any Error>
  }

  private var waiters: [UInt64: Waiter] = [:]
  private var order: [UInt64] = []
  private var head = 0

  var isEmpty: Bool { waiters.isEmpty }
  var count: Int { waiters.count }

  /// The ticket of the one who waits longest.
  mutating func first() -> Ticket? {
    // Whoever gave up left only a number behind.
    while head < order.count {
      if let waiter = waiters[order[head]] { return waiter.ticket }
      head += 1
    }
    return nil
  }

  mutating func append(_ id: UInt64, _ waiter: Waiter) {
    if head > 256, head * 2 > order.count {
      order.removeFirst(head)
      head = 0
    }
    waiters[id] = waiter
    order.append(id)
  }

  mutating func popFirst() -> Waiter? {
    guard first() != nil else { return nil }
    head += 1
    return waiters.removeValue(forKey: order[head - 1])
  }

  mutating func remove(_ id: UInt64) -> Waiter? { waiters.removeValue(forKey: id) }

  /// Empties the line.
  mutating func removeAll() -> [Waiter] {
    var all: [Waiter] = []
    while let waiter = popFirst() { all.append(waiter) }
    (order, head) = ([], 0)
    return all
  }
}

/// Suspends until another task resumes the continuation, or the own task is cancelled.
///
/// - Parameters:
///   - enqueue: Puts the continuation in a line; called once.
///   - remove: Takes it out again, if it is still there.
/// - Returns: What the continuation was resumed with.
/// - Throws: What the continuation was resumed with; `CancellationError`.
func waitInLine<Value: Sendable>(
  _ enqueue: (CheckedContinuation<Value, any Error>) -> Void,
  remove: @escaping @Sendable () -> CheckedContinuation<Value, any Error>?
) async throws -> Value {
  try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { continuation in
      enqueue(continuation)
      // The handler may have run before there was anything to take out.
      if Task.isCancelled { remove()?.resume(throwing: CancellationError()) }
    }
  } onCancel: {
    remove()?.resume(throwing: CancellationError())
  }
}

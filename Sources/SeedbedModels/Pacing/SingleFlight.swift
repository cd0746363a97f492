import Synchronization

/// Lets equal work that is wanted several times at once be done once.
final class SingleFlight<Value: Sendable>: Sendable {
  private typealias Line = WaitingLine<Void, Value?>

  private struct State {
    var flights: [String: Line] = [:]
    var nextID: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Does the work, or waits for whoever does it already.
  ///
  /// Whoever is cancelled drops out alone: when it was the one at work, another one takes over.
  func share(_ key: String, _ work: () async throws -> Value) async throws -> Value {
    while true {
      let id: UInt64? = state.withLock { state in
        guard state.flights[key] != nil else {
          state.flights[key] = Line()
          return nil
        }
        state.nextID += 1
        return state.nextID
      }
      guard let id else { return try await lead(key, work) }
      if let value = try await follow(key, id) { return value }
      try Task.checkCancellation()
    }
  }

  private func lead(_ key: String, _ work: () async throws -> Value) async throws -> Value {
    do {
      let value = try await work()
      for waiter in finish(key) { waiter.continuation.resume(returning: value) }
      return value
    } catch is CancellationError {
      for waiter in finish(key) { waiter.continuation.resume(returning: nil) }
      throw CancellationError()
    } catch {
      for waiter in finish(key) { waiter.continuation.resume(throwing: error) }
      throw error
    }
  }

  /// The leader's value; nil when there is none and somebody must do the work.
  private func follow(_ key: String, _ id: UInt64) async throws -> Value? {
    try await waitInLine { continuation in
      let isOver = state.withLock { state in
        guard state.flights[key] != nil else { return true }
        state.flights[key]?.append(id, .init(ticket: (), continuation: continuation))
        return false
      }
      if isOver { continuation.resume(returning: nil) }
    } remove: { [self] in
      state.withLock { $0.flights[key]?.remove(id)?.continuation }
    }
  }

  private func finish(_ key: String) -> [Line.Waiter] {
    state.withLock { state in
      var line = state.flights.removeValue(forKey: key)
      return line?.removeAll() ?? []
    }
  }
}

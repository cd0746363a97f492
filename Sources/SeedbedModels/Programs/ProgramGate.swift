import Synchronization

/// Lets so many requests be under way at once, in the order in which they came.
final class ProgramGate: Sendable {
  private struct State {
    var free: Int
    var line = WaitingLine<Void, Void>()
    var nextID: UInt64 = 0
  }

  private let state: Mutex<State>

  init(width: Int) { state = Mutex(State(free: max(1, width))) }

  /// Waits for a place.
  func enter() async throws {
    let id: UInt64? = state.withLock { state in
      guard state.free == 0 else {
        state.free -= 1
        return nil
      }
      state.nextID += 1
      return state.nextID
    }
    guard let id else { return }
    try await waitInLine { continuation in
      let hasPlace = state.withLock { state in
        guard state.free == 0 else {
          state.free -= 1
          return true
        }
        state.line.append(id, .init(ticket: (), continuation: continuation))
        return false
      }
      if hasPlace { continuation.resume() }
    } remove: { [self] in
      state.withLock { $0.line.remove(id)?.continuation }
    }
  }

  /// Gives the place to the next.
  func leave() {
    let next = state.withLock { state in
      let next = state.line.popFirst()
      if next == nil { state.free += 1 }
      return next
    }
    next?.continuation.resume()
  }
}

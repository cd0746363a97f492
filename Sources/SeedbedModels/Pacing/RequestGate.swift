import SeedbedData
import Synchronization

/// Where the requests to one endpoint wait until they may go out.
///
/// First come, first served; a cancelled task leaves the line at once.
final class RequestGate: Sendable {
  private let clock: PacingClock
  private let state: Mutex<GateState>
  private let number = Atomic<UInt64>(0)
  /// When the one who looks again is to wake up.
  private let alarm = Mutex<Duration?>(nil)

  init(_ limits: ModelSettings.Limits, clock: PacingClock) {
    self.clock = clock
    state = Mutex(GateState(limits, now: clock.now()))
  }

  /// A number that no other request has.
  func newNumber() -> UInt64 { number.wrappingAdd(1, ordering: .relaxed).newValue }

  /// The most that may be under way now.
  var width: Int { state.withLock { $0.limit.current } }

  /// Waits until a try may go out.
  func enter(_ wish: GateState.Wish, again: Bool) async throws -> GateState.Pass {
    let pass = try state.withLock { state in
      if let error = state.error { throw error }
      return state.pass(at: wish, now: clock.now())
    }
    if let pass { return pass }
    let id = newNumber()
    return try await waitInLine { continuation in
      let admission = state.withLock { state in
        let waiter = GateState.Line.Waiter(ticket: wish, continuation: continuation)
        if again { state.again.append(id, waiter) } else { state.fresh.append(id, waiter) }
        if let error = state.error {
          for waiter in state.close(error) { waiter.continuation.resume(throwing: error) }
        }
        return state.admit(now: clock.now())
      }
      carryOut(admission)
    } remove: { [self] in
      state.withLock { ($0.again.remove(id) ?? $0.fresh.remove(id))?.continuation }
    }
  }

  /// Ends a try and lets others in.
  ///
  /// - Returns: Whether the endpoint has been away for too long.
  func leave(
    _ pass: GateState.Pass,
    _ ending: GateState.Ending,
    used: Int? = nil,
    hold: Duration? = nil
  ) -> Bool {
    let now = clock.now()
    let (isGone, admission) = state.withLock { state in
      let isGone = state.end(pass, ending, used: used, hold: hold, now: now)
      return (isGone, isGone ? GateState.Admission() : state.admit(now: now))
    }
    carryOut(admission)
    return isGone
  }

  /// Ends everything: nobody gets in any more.
  func close(_ error: SeedbedError) {
    for waiter in state.withLock({ $0.close(error) }) {
      waiter.continuation.resume(throwing: error)
    }
  }

  private func carryOut(_ admission: GateState.Admission) {
    for (waiter, pass) in admission.granted { waiter.continuation.resume(returning: pass) }
    guard let wait = admission.wait else { return }
    let due = clock.now() + wait
    let isNews = alarm.withLock { alarm in
      if let set = alarm, set <= due { return false }
      alarm = due
      return true
    }
    guard isNews else { return }
    Task { [clock, weak self] in
      try? await clock.sleep(wait)
      self?.lookAgain(due)
    }
  }

  private func lookAgain(_ due: Duration) {
    alarm.withLock { alarm in
      if alarm == due { alarm = nil }
    }
    carryOut(state.withLock { $0.admit(now: clock.now()) })
  }
}

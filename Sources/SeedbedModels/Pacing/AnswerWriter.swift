import SeedbedData
import Synchronization

/// Puts what comes together into one transaction of the store.
///
/// While one transaction is being written, everything else that arrives makes up the next.
final class AnswerWriter: Sendable {
  private enum Entry: Sendable {
    case answer(PaidAnswer)
    case failure(FailedRequest)
  }

  private struct State {
    var entries: [(entry: Entry, continuation: CheckedContinuation<Void, any Error>)] = []
    var isWriting = false
  }

  private let store: any AnswerStore
  private let state = Mutex(State())

  init(_ store: any AnswerStore) { self.store = store }

  /// Stores an answer; a cancelled task waits for it too, since it is paid.
  func write(_ answer: PaidAnswer) async throws { try await write(.answer(answer)) }

  /// Stores that there is none.
  func write(_ failure: FailedRequest) async throws { try await write(.failure(failure)) }

  private func write(_ entry: Entry) async throws {
    try await withCheckedThrowingContinuation { continuation in
      let isFirst = state.withLock { state in
        state.entries.append((entry, continuation))
        defer { state.isWriting = true }
        return !state.isWriting
      }
      if isFirst { Task { self.drain() } }
    }
  }

  private func drain() {
    while true {
      let batch = state.withLock { state in
        defer { state.entries = [] }
        if state.entries.isEmpty { state.isWriting = false }
        return state.entries
      }
      guard !batch.isEmpty else { return }
      let result = Result { try commit(batch.map(\.entry)) }
      for waiting in batch { waiting.continuation.resume(with: result) }
    }
  }

  private func commit(_ entries: [Entry]) throws {
    var answers: [PaidAnswer] = []
    var failures: [FailedRequest] = []
    for entry in entries {
      switch entry {
      case .answer(let answer): answers.append(answer)
      case .failure(let failure): failures.append(failure)
      }
    }
    if !answers.isEmpty { try store.store(answers) }
    if !failures.isEmpty { try store.store(failures) }
  }
}

import Synchronization

/// Tells how far a run has come; called from any thread.
final class ProgressMeter: Sendable {
  private struct Counts {
    var stage: DuplicateProgress.Stage = .reading
    var done = 0
    var total = 0
  }

  private let report: (@Sendable (DuplicateProgress) -> Void)?
  private let counts = Mutex(Counts())

  init(_ report: (@Sendable (DuplicateProgress) -> Void)?) {
    self.report = report
  }

  /// Begins a stage.
  func begin(_ stage: DuplicateProgress.Stage, total: Int) {
    counts.withLock { $0 = Counts(stage: stage, done: 0, total: total) }
  }

  /// Reports that so much more is done.
  func advance(by count: Int) {
    guard let report else { return }
    // Reported under the lock, so that numbers never go back.
    counts.withLock {
      $0.done = min($0.done + count, $0.total)
      report(DuplicateProgress(stage: $0.stage, done: $0.done, total: $0.total))
    }
  }
}

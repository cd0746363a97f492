import SeedbedPipeline
import Synchronization

/// Remembers what progress was told.
final class ProgressLog: Sendable {
  private let entries = Mutex<[DuplicateProgress]>([])

  func note(_ progress: DuplicateProgress) { entries.withLock { $0.append(progress) } }

  /// The stages in the order in which they were first seen.
  var stages: [DuplicateProgress.Stage] {
    entries.withLock { entries in
      var stages: [DuplicateProgress.Stage] = []
      for entry in entries where stages.last != entry.stage { stages.append(entry.stage) }
      return stages
    }
  }

  /// Whether no stage went back or beyond its end.
  var isAscending: Bool {
    entries.withLock { entries in
      zip(entries, entries.dropFirst()).allSatisfy { $0.stage != $1.stage || $0.done <= $1.done }
        && entries.allSatisfy { $0.done <= $0.total ?? .max }
    }
  }
}

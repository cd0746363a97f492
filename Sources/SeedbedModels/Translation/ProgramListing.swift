import SeedbedData
import Synchronization

/// What a program prints that is run once, without input.
enum ProgramListing {
  /// Runs a program to its end.
  ///
  /// - Returns: Its output.
  /// - Throws: A `SeedbedError` where it cannot be started; `CancellationError`.
  static func output(_ launch: ProgramLaunch) async throws -> String {
    let lines = Mutex<[String]>([])
    let running = Mutex<ProgramProcess?>(nil)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let listener = ProgramProcess.Listener(
          line: { line in lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } },
          end: { _, _ in
            continuation.resume(returning: lines.withLock { $0.joined(separator: "\n") })
          }
        )
        do {
          let process = try ProgramProcess(launch, lineLimit: 1 << 20, listener: listener)
          running.withLock { $0 = process }
          process.finish()
        } catch {
          continuation.resume(throwing: error)
        }
      }
    } onCancel: {
      running.withLock { $0 }?.kill()
    }
  }
}

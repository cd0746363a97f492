import Foundation
import Synchronization

/// Where words go: results to standard output, everything else to standard error.
enum Terminal {
  /// Whether standard error is a terminal, on which a progress line may be drawn.
  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Whether words may be coloured: on a terminal, unless `NO_COLOR` is set (no-color.org).
  static let showsColor =
    isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Prints words to standard error.
  static func note(_ words: String) {
    ProgressLine.shared.clear()
    FileHandle.standardError.write(Data((words + "\n").utf8))
  }

  /// Prints a result to standard output.
  static func result(_ words: String) {
    ProgressLine.shared.clear()
    FileHandle.standardOutput.write(Data((words + "\n").utf8))
  }
}

/// One line on a terminal that says what is being done; nothing where there is no terminal.
final class ProgressLine: Sendable {
  static let shared = ProgressLine()
  private let isShown = Mutex(false)

  /// Shows a stage, and how far it is.
  func show(_ stage: String, done: Int, total: Int) {
    guard Terminal.showsProgress else { return }
    let count =
      total > 0 ? done > 0 ? " \(done)/\(total)" : " \(total)" : done > 0 ? " \(done)" : ""
    write("\r\u{1B}[K\(stage)\(count)…")
    isShown.withLock { $0 = true }
  }

  /// Takes the line away.
  func clear() {
    let wasShown = isShown.withLock { shown in
      defer { shown = false }
      return shown
    }
    if wasShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Colours by meaning; plain words where colour is not wanted.
enum Style {
  static func error(_ text: String) -> String { wrap(text, "31;1") }
  static func hint(_ text: String) -> String { wrap(text, "36") }
  static func heading(_ text: String) -> String { wrap(text, "1") }
  static func good(_ text: String) -> String { wrap(text, "32") }
  static func poor(_ text: String) -> String { wrap(text, "33") }
  static func faint(_ text: String) -> String { wrap(text, "2") }

  private static func wrap(_ text: String, _ code: String) -> String {
    Terminal.showsColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

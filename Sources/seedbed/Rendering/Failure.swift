import ArgumentParser
import Foundation
import SeedbedData

/// What goes wrong, as words on standard error and an exit code.
enum Failure {
  /// Prints an error.
  ///
  /// - Parameter error: What a command threw.
  /// - Returns: The exit code.
  static func report(_ error: any Error) -> Int32 {
    switch error {
    case let error as SeedbedError:
      var lines = ["\(Style.error("error:")) \(error.message)"]
      if let cause = error.cause { lines.append("  caused by: \(cause)") }
      if let hint = error.hint { lines += ["", "\(Style.hint("hint:")) \(hint)"] }
      Terminal.note(lines.joined(separator: "\n"))
      return code(of: error.code)
    case let row as BadRow:
      Terminal.note(
        """
        \(Style.error("error:")) \(row.description)

        \(Style.hint("hint:")) mend the row, or go on without such rows with \
        `--on-bad-row skip` or `--on-bad-row quarantine` (`on_bad_row` in seedbed.yaml)
        """
      )
      return 65
    case is CancellationError:
      Terminal.note(
        "interrupted: run the same command again; a project goes on where it stopped, a file is made anew"
      )
      return 130
    default:
      let code = SeedbedCommand.exitCode(for: error).rawValue
      let words = SeedbedCommand.fullMessage(for: error)
      if !words.isEmpty { code == 0 ? print(words) : Terminal.note(words) }
      return code
    }
  }

  private static func code(of code: SeedbedError.Code) -> Int32 {
    switch code {
    case .gate, .check, .notFound: 1
    case .usage: 64
    case .data: 65
    case .endpoint, .missingResource: 69
    case .inputOutput, .ledger: 74
    case .configuration: 78
    case .interrupted: 130
    default: 1
    }
  }
}

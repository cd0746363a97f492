import GRDB
import SeedbedData

/// Turns what SQLite reports into what happened, to which file, and what to do.
enum LedgerFailure {
  static func error(_ error: any Error, at place: String) -> SeedbedError {
    switch error {
    case let error as SeedbedError: error
    case let error as DatabaseError: databaseError(error, at: place)
    default:
      SeedbedError(
        .ledger,
        "the ledger `\(place)` holds a row that cannot be read",
        hint: damageHint,
        cause: String(describing: error)
      )
    }
  }

  /// The error for a stored value that no version of the program writes.
  static func unreadable(_ what: String) -> SeedbedError {
    SeedbedError(.ledger, "the ledger holds \(what)", hint: damageHint)
  }

  private static let damageHint =
    "the file was changed by something else or is damaged: restore it from a backup, or move it "
    + "away and start a new one"

  private static func databaseError(_ error: DatabaseError, at place: String) -> SeedbedError {
    let (code, message, hint) = words(for: error.resultCode, at: place)
    let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_TRIGGER, .SQLITE_CONSTRAINT_CHECK:
      return SeedbedError(.gate, "the ledger refuses the row: \(detail)")
    default: return SeedbedError(code, message, hint: hint, cause: detail)
    }
  }

  private static func words(
    for code: ResultCode,
    at place: String
  ) -> (SeedbedError.Code, String, String?) {
    switch code {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      (
        .ledger, "the ledger `\(place)` is locked by another process",
        "wait until the other seedbed command has finished, or stop it, and try again"
      )
    case .SQLITE_NOTADB:
      (
        .ledger, "`\(place)` is not a ledger: it is no SQLite database",
        "name another file, or move this one away to start a new ledger"
      )
    case .SQLITE_CORRUPT: (.ledger, "the ledger `\(place)` is damaged", damageHint)
    case .SQLITE_CANTOPEN:
      (
        .inputOutput, "the ledger `\(place)` cannot be opened",
        "check that the path names a file and that you may read and write it and its folder"
      )
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      (
        .inputOutput, "the ledger `\(place)` cannot be written",
        "check that you may write the file and its folder"
      )
    case .SQLITE_FULL:
      (
        .inputOutput, "there is no room left for the ledger `\(place)`",
        "make room on the disk and run the command again: it goes on from where it was"
      )
    case .SQLITE_IOERR:
      (
        .inputOutput, "the ledger `\(place)` could not be read or written",
        "check the disk, then run the command again"
      )
    default: (.ledger, "the ledger `\(place)` could not carry out a step", nil)
    }
  }
}

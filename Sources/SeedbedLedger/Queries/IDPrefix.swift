import GRDB
import SeedbedData

/// Finds the one id that begins with what a person typed.
enum IDPrefix {
  /// Fewer digits than this are hardly ever meant.
  private static let leastDigits = 4
  private static let shownCandidates = 5

  /// The id in a table that begins with a prefix.
  ///
  /// - Parameters:
  ///   - prefix: At least four hex digits; capitals are taken for small letters.
  ///   - table: `samples`, `batches` or `versions`.
  ///   - noun: What the ids name, for messages.
  ///   - db: The database.
  /// - Returns: The whole id.
  /// - Throws: A `SeedbedError`: `usage` for a prefix that is none or is ambiguous, `notFound`.
  static func resolve(
    _ prefix: String,
    in table: String,
    noun: String,
    _ db: Database
  ) throws -> String {
    let digits = prefix.lowercased()
    guard digits.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }),
      digits.utf8.count <= 32
    else {
      throw SeedbedError(
        .usage,
        "`\(prefix)` is no id of a \(noun)",
        hint: "an id is 32 hex digits; its first \(leastDigits) or more are enough"
      )
    }
    guard digits.utf8.count >= leastDigits else {
      throw SeedbedError(
        .usage,
        "`\(prefix)` is too short to name a \(noun)",
        hint: "give at least the first \(leastDigits) digits of its id"
      )
    }
    let found = try String.fetchAll(
      db,
      sql: LedgerQuery.idsByPrefix(in: table),
      arguments: [digits, shownCandidates + 1]
    )
    guard let id = found.first else {
      throw SeedbedError(
        .notFound,
        "no \(noun) has an id that begins with `\(prefix)`",
        hint: try suggestion(table, noun, db)
      )
    }
    guard found.count == 1 else {
      throw SeedbedError(
        .usage,
        "`\(prefix)` could be more than one \(noun): \(list(found))",
        hint: "give more digits of the id"
      )
    }
    return id
  }

  private static func list(_ ids: [String]) -> String {
    let shown = ids.prefix(shownCandidates).map { "`\($0)`" }.joined(separator: ", ")
    return ids.count > shownCandidates ? shown + " and others" : shown
  }

  /// Versions and batches are few, so those that there are can be named.
  private static func suggestion(_ table: String, _ noun: String, _ db: Database) throws -> String {
    guard table != "samples" else {
      return "the id of a row is in its object `seedbed`, and in reports"
    }
    let newest = try String.fetchAll(
      db,
      sql: "SELECT id FROM \(table) ORDER BY number DESC LIMIT ?",
      arguments: [shownCandidates + 1]
    )
    return newest.isEmpty ? "there is none yet" : "the newest are \(list(newest))"
  }
}

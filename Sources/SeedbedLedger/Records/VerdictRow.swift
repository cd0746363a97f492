import GRDB
import SeedbedData

/// Verdicts as rows of the table `verdicts`, of which the last revision of a sample holds.
enum VerdictRow {
  /// Adds verdicts as a new revision unless the last one says the same.
  static func record(_ verdicts: [Verdict], on sample: SampleID, _ db: Database) throws {
    let current = try db.cachedStatement(sql: "SELECT verdict_revision FROM samples WHERE id = ?")
    guard let revision = try Int.fetchOne(current, arguments: [sample.hex]),
      revision >= 0, revision < Int.max,
      try self.verdicts(on: sample, revision: revision, db) != verdicts.map(\.storable)
    else { return }
    for start in stride(from: 0, to: verdicts.count, by: rowsAtOnce) {
      let rows = start..<min(start + rowsAtOnce, verdicts.count)
      try add(verdicts, rows, on: sample.hex, revision: revision + 1, db)
    }
    try db.cachedStatement(sql: "UPDATE samples SET verdict_revision = ? WHERE id = ?")
      .execute(arguments: [revision + 1, sample.hex])
  }

  /// One statement for all verdicts of a sample takes a quarter less time than one for each.
  private static let rowsAtOnce = 16

  private static func add(
    _ verdicts: [Verdict],
    _ rows: Range<Int>,
    on sample: String,
    revision: Int,
    _ db: Database
  ) throws {
    let places = rows.map { _ in "(?, ?, ?, ?, ?, ?, ?, ?)" }.joined(separator: ", ")
    var arguments: [(any DatabaseValueConvertible)?] = []
    arguments.reserveCapacity(rows.count * 8)
    for position in rows {
      let verdict = verdicts[position]
      arguments += [
        sample, revision, position, verdict.check, verdict.outcome.rawValue, verdict.score,
        verdict.threshold, StoredText.encode(verdict.evidence),
      ]
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO verdicts
          (sample, revision, position, check_name, outcome, score, threshold, evidence)
        VALUES \(places)
        """
    ).execute(arguments: StatementArguments(arguments))
  }

  /// The verdicts of one revision, in the order of the checks.
  static func verdicts(
    on sample: SampleID,
    revision: Int,
    _ db: Database
  ) throws -> [Verdict] {
    guard revision > 0 else { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT check_name, outcome, score, threshold, evidence
        FROM verdicts WHERE sample = ? AND revision = ? ORDER BY position
        """
    )
    return try Array(
      Row.fetchCursor(statement, arguments: [sample.hex, revision]).map { row in
        var columns = ColumnReader(row)
        return Verdict(
          check: try columns.text(),
          try columns.word(),
          score: try columns.optionalReal(),
          threshold: try columns.optionalReal(),
          evidence: StoredText.decode(try columns.text())
        )
      }
    )
  }

  /// The verdicts that hold now.
  static func current(on sample: SampleID, _ db: Database) throws -> [Verdict] {
    let statement = try db.cachedStatement(sql: "SELECT verdict_revision FROM samples WHERE id = ?")
    let revision = try Int.fetchOne(statement, arguments: [sample.hex]) ?? 0
    return try verdicts(on: sample, revision: revision, db)
  }
}

extension Verdict {
  /// The verdict as it comes back: SQLite has no number that is not a number.
  fileprivate var storable: Verdict {
    var verdict = self
    if verdict.score?.isNaN == true { verdict.score = nil }
    if verdict.threshold?.isNaN == true { verdict.threshold = nil }
    return verdict
  }
}

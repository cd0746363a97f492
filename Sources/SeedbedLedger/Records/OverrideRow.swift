import GRDB
public import SeedbedData

/// A rule that was set aside, with the time at which it was recorded.
public struct RecordedOverride: Sendable, Hashable {
  /// What was set aside, why, and in which run.
  public var override: RuleOverride
  /// When, in seconds since 1970.
  public var recordedAt: Int

  /// `rule`, `because`, `finding`, `run` and `recorded_at`.
  public var json: JSONObject {
    [
      "rule": .string(override.rule), "because": .string(override.because),
      "finding": .string(override.finding), "run": .string(override.run),
      "recorded_at": .number(JSONNumber(recordedAt)),
    ]
  }
}

/// An override as a row of the table `overrides`.
enum OverrideRow {
  static func add(_ override: RuleOverride, at time: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO overrides (rule, because, finding, run, recorded_at) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        override.rule, StoredText.encode(override.because), StoredText.encode(override.finding),
        override.run, time,
      ]
    )
  }

  static func overrides(
    _ db: Database,
    _ condition: String = "",
    _ arguments: StatementArguments = []
  ) throws -> [RecordedOverride] {
    let sql = """
      SELECT rule, because, finding, run, recorded_at FROM overrides \(condition) ORDER BY number
      """
    return try Array(
      Row.fetchCursor(db, sql: sql, arguments: arguments).map { row in
        var columns = ColumnReader(row)
        return RecordedOverride(
          override: RuleOverride(
            rule: try columns.text(),
            because: StoredText.decode(try columns.text()),
            finding: StoredText.decode(try columns.text()),
            run: try columns.text()
          ),
          recordedAt: try columns.int()
        )
      }
    )
  }
}

import GRDB
import SeedbedData

/// A run as a row of the table `runs`.
enum RunRow {
  static let columns = "id, command, key, status, started_at, version, summary"

  static func add(_ run: RunRecord, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO runs (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: arguments(run)
    )
  }

  static func renew(_ run: RunRecord, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE runs SET id = ?, command = ?, key = ?, status = ?, started_at = ?, version = ?,
          summary = ? WHERE id = ?
        """,
      arguments: arguments(run) + [run.id]
    )
  }

  static func runs(
    _ db: Database,
    _ condition: String,
    _ arguments: StatementArguments
  ) throws -> [RunRecord] {
    let sql = "SELECT \(columns) FROM runs \(condition)"
    return try Array(Row.fetchCursor(db, sql: sql, arguments: arguments).map(run))
  }

  private static func run(_ row: Row) throws -> RunRecord {
    var columns = ColumnReader(row)
    let id = try columns.text()
    let command = try columns.text(), key = try columns.text()
    let status = try columns.word(RunRecord.Status.self)
    var run = RunRecord(command: command, key: key, startedAt: try columns.int(), attempt: 0)
    run.id = id
    run.status = status
    run.version = try columns.optionalText()
    run.summary = try StoredJSON.object(in: columns.text())
    return run
  }

  private static func arguments(_ run: RunRecord) -> StatementArguments {
    [
      run.id, run.command, run.key, run.status.rawValue, run.startedAt, run.version,
      JSONValue.object(run.summary).serialized(.compact),
    ]
  }
}

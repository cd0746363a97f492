import GRDB
import SeedbedData

/// A batch as a row of the table `batches`.
enum BatchRow {
  static let columns = "id, plan, method, model, prompt_version"

  /// Adds a batch unless it is known, and notes that a run added candidates to it.
  static func put(_ batch: Batch, run: String?, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO batches (\(columns)) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
      arguments: [batch.id, batch.plan, batch.method, batch.model, batch.promptVersion]
    )
    guard let run else { return }
    try db.execute(
      sql: "INSERT INTO batch_runs (batch, run) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [batch.id, run]
    )
  }

  static func batch(_ row: Row) throws -> Batch {
    var columns = ColumnReader(row)
    let id = try columns.text()
    var batch = Batch(
      plan: try columns.text(),
      method: try columns.text(),
      model: try columns.optionalText(),
      promptVersion: try columns.optionalText()
    )
    batch.id = id
    return batch
  }

  static func batch(id: String, _ db: Database) throws -> Batch? {
    let sql = "SELECT \(columns) FROM batches WHERE id = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [id]).map(batch)
  }

  static func json(_ batch: Batch) -> JSONObject {
    [
      "id": .string(batch.id), "plan": .string(batch.plan), "method": .string(batch.method),
      "model": .optional(batch.model), "prompt": .optional(batch.promptVersion),
    ]
  }
}

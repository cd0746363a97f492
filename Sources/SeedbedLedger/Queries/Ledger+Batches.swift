import GRDB
import SeedbedData

extension Ledger {
  /// What became of each batch, in the order in which they were made.
  ///
  /// - Returns: Each batch with its counts and the versions that hold samples of it.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func batchSummary() throws -> [BatchSummary] {
    try read { db in
      let sql = "SELECT \(BatchRow.columns) FROM batches ORDER BY number"
      return try Row.fetchAll(db, sql: sql).map(BatchRow.batch).map { batch in
        BatchSummary(
          batch: batch,
          runs: try Self.runs(of: batch, db),
          counts: try Self.counts(of: batch, db),
          versions: try Self.versions(with: batch, db)
        )
      }
    }
  }

  /// The candidates of one batch.
  ///
  /// - Parameter prefix: The first four or more digits of the batch's id.
  /// - Returns: The batch with the ids and status of its candidates.
  /// - Throws: A `SeedbedError` when no batch, or more than one, has such an id, or when the ledger
  ///   cannot be read.
  public func batch(prefix: String) throws -> BatchContent {
    try read { db in
      let id = try IDPrefix.resolve(prefix, in: "batches", noun: "batch", db)
      guard let batch = try BatchRow.batch(id: id, db) else {
        throw SeedbedError(.notFound, "the batch `\(id)` is not in the ledger")
      }
      let rows = try Row.fetchCursor(db, sql: LedgerQuery.candidatesOfBatch, arguments: [id])
      let members = try Array(
        rows.map { row in
          var columns = ColumnReader(row)
          return BatchContent.Member(
            sample: try columns.id(),
            status: try columns.word(),
            round: try columns.int(),
            quota: try columns.int()
          )
        }
      )
      return BatchContent(batch: batch, members: members)
    }
  }

  private static func runs(of batch: Batch, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT r.id FROM batch_runs AS b JOIN runs AS r ON r.id = b.run
        WHERE b.batch = ? ORDER BY r.number
        """,
      arguments: [batch.id]
    )
  }

  private static func counts(
    of batch: Batch,
    _ db: Database
  ) throws -> [BatchSummary.Count] {
    let sql = """
      SELECT c.status, count(*) FROM samples AS s CROSS JOIN candidates AS c ON c.sample = s.id
      WHERE s.batch = ? GROUP BY c.status
      """
    var counts: [CandidateStatus: Int] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: [batch.id]) {
      var columns = ColumnReader(row)
      counts[try columns.word()] = try columns.int()
    }
    return CandidateStatus.allCases.compactMap { status in
      counts[status].map { BatchSummary.Count(status: status, count: $0) }
    }
  }

  private static func versions(with batch: Batch, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT v.id FROM versions AS v WHERE v.number IN (
          SELECT m.version FROM samples AS s
          CROSS JOIN version_members AS m ON m.sample = s.id WHERE s.batch = ?)
        ORDER BY v.number
        """,
      arguments: [batch.id]
    )
  }
}

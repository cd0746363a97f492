import GRDB
import SeedbedData

/// Duplicate decisions as rows of the table `duplicates`: at most one for each removed sample.
enum DuplicateRow {
  static let columns = "removed, kept, kind, similarity"

  static func put(_ decision: DuplicateDecision, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO duplicates (\(columns)) VALUES (?, ?, ?, ?) ON CONFLICT (removed) DO UPDATE
        SET kept = excluded.kept, kind = excluded.kind, similarity = excluded.similarity
        """
    ).execute(arguments: [
      decision.removed.hex, decision.kept.hex, decision.kind.rawValue, decision.similarity,
    ])
  }

  static func forget(_ removed: SampleID, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM duplicates WHERE removed = ?")
      .execute(arguments: [removed.hex])
  }

  static func decision(_ columns: inout ColumnReader) throws -> DuplicateDecision {
    DuplicateDecision(
      removed: try columns.id(),
      kept: try columns.id(),
      kind: try columns.word(),
      similarity: try columns.real()
    )
  }

  static func removing(_ sample: SampleID, _ db: Database) throws -> DuplicateDecision? {
    try decisions("WHERE removed = ?", sample, db).first
  }

  static func keeping(_ sample: SampleID, _ db: Database) throws -> [DuplicateDecision] {
    try decisions("WHERE kept = ? ORDER BY removed", sample, db)
  }

  private static func decisions(
    _ condition: String,
    _ sample: SampleID,
    _ db: Database
  ) throws -> [DuplicateDecision] {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM duplicates \(condition)")
    return try Array(
      Row.fetchCursor(statement, arguments: [sample.hex]).map { row in
        var columns = ColumnReader(row)
        return try decision(&columns)
      }
    )
  }
}

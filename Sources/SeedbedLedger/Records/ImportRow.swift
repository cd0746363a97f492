import GRDB
import SeedbedData

/// A reading of the real data: a row of the table `imports` and its rows of `import_members`.
enum ImportRow {
  /// The number of the last import, whose samples are the current real data.
  static func currentNumber(_ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT max(number) FROM imports")
  }

  static func current(_ db: Database) throws -> DataImport? {
    let sql =
      "SELECT fingerprint, file, count, bad_rows FROM imports ORDER BY number DESC LIMIT 1"
    return try Row.fetchOne(db, sql: sql).map { row in
      var columns = ColumnReader(row)
      return DataImport(
        fingerprint: try columns.text(),
        file: try columns.text(),
        count: try columns.int(),
        badRows: try columns.int()
      )
    }
  }

  static func add(_ data: DataImport, _ samples: [Sample], _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO imports (fingerprint, file, count, bad_rows) VALUES (?, ?, ?, ?)",
      arguments: [data.fingerprint, data.file, data.count, data.badRows]
    )
    let number = db.lastInsertedRowID
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO import_members (import, position, sample, source_id, source_row, source_byte)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    )
    for (position, sample) in samples.enumerated() {
      let source = sample.provenance.source
      try insertion.execute(arguments: [
        number, position, sample.id.hex, source.id, source.row, source.byte,
      ])
    }
  }

  /// Whether the last import was of the same rows at the same places, so that it stands for both.
  static func isCurrent(_ data: DataImport, _ samples: [Sample], _ db: Database) throws -> Bool {
    guard try current(db) == data, let number = try currentNumber(db) else { return false }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sample, source_id, source_row, source_byte FROM import_members
        WHERE import = ? ORDER BY position
        """,
      arguments: [number]
    )
    for sample in samples {
      guard let row = try rows.next() else { return false }
      var columns = ColumnReader(row)
      let source = sample.provenance.source
      guard try columns.id() == sample.id, try columns.text() == source.id,
        try columns.optionalInt() == source.row, try columns.optionalInt() == source.byte
      else { return false }
    }
    return try rows.next() == nil
  }
}

import GRDB
import SeedbedData

/// A release as a row of the table `releases`.
enum ReleaseRow {
  private static let columns =
    "version, author, released_at, checked, wrong, upper_bound, error_limit, ruling, because"

  /// Adds a release unless the version was released before.
  static func add(_ release: Release, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO releases (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (version) DO NOTHING
        """,
      arguments: [
        release.version, StoredText.encode(release.author), release.releasedAt, release.checked,
        release.wrong, release.upperBound, release.limit, release.ruling,
        release.because.map(StoredText.encode),
      ]
    )
  }

  static func all(_ db: Database) throws -> [Release] {
    try Row.fetchAll(db, sql: "SELECT \(columns) FROM releases ORDER BY number").map { row in
      var columns = ColumnReader(row)
      return Release(
        version: try columns.text(),
        author: StoredText.decode(try columns.text()),
        releasedAt: try columns.int(),
        checked: try columns.int(),
        wrong: try columns.int(),
        upperBound: try columns.real(),
        limit: try columns.real(),
        ruling: try columns.text(),
        because: try columns.optionalText().map(StoredText.decode)
      )
    }
  }
}

import GRDB
import SeedbedData

/// The tables of the ledger, as a list of named steps to which steps are only ever added.
enum LedgerSchema {
  /// Marks the file as a ledger in SQLite's header: the letters `Seed`.
  static let applicationID = 0x5365_6564

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    for (name, sql) in steps {
      migrator.registerMigration(name) { try $0.execute(sql: sql) }
    }
    return migrator
  }()

  /// The steps in the order in which they are taken; a step that was released never changes.
  private static let steps = [
    ("m001_runs", m001Runs),
    ("m002_samples", m002Samples),
    ("m003_candidates", m003Candidates),
    ("m004_versions", m004Versions),
    ("m005_embeddings", m005Embeddings),
    ("m006_answers", m006Answers),
    ("m007_reviews", m007Reviews),
  ]

  /// Refuses a database of another program, and a ledger of a newer one.
  static func refuseStrangers(_ db: Database, at place: String) throws {
    let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
    let hasTables = try Bool.fetchOne(db, sql: "SELECT count(*) > 0 FROM sqlite_master") ?? false
    guard mark == applicationID || !hasTables else {
      throw SeedbedError(
        .ledger,
        "`\(place)` is a database of another program, not a ledger",
        hint: "name another file; this one is left as it is"
      )
    }
    let known = Set(steps.map(\.0))
    let unknown = try migrator.appliedIdentifiers(db).subtracting(known).min()
    guard unknown == nil else {
      throw SeedbedError(
        .ledger,
        "the ledger `\(place)` was written by a newer version of seedbed",
        hint: "update seedbed",
        cause: "unknown migration `\(unknown ?? "")`"
      )
    }
  }
}

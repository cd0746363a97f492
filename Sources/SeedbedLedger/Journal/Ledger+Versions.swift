import GRDB
public import SeedbedData

extension Ledger {
  /// Stores a version; storing the same version again changes nothing.
  ///
  /// Difficulty, verdicts and place in the file of each member are kept as they are now, so that
  /// the version gives the same rows for ever.
  ///
  /// - Parameter version: The version.
  /// - Throws: A `SeedbedError` of code `gate` that names a member which may not enter: one that is
  ///   not in the ledger, is of another origin than it says, or is synthetic and has not passed
  ///   every check; nothing is stored then.
  public func record(_ version: DatasetVersion) throws {
    try write { db in
      guard try VersionRow.number(of: version.id, db) == nil else { return }
      try VersionRow.add(version, at: clock(), db)
    }
  }

  /// How many versions were made.
  ///
  /// - Returns: The number of versions.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func versionCount() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM versions") ?? 0 }
  }
}

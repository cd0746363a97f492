import GRDB
public import SeedbedData

extension Ledger {
  /// What there is to know about each version without its members, the oldest first.
  ///
  /// - Returns: A summary of each version.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func versions() throws -> [VersionSummary] {
    try read { db in
      let sql = """
        SELECT number, id, created_at, run, holdout_seal, leak_scan FROM versions ORDER BY number
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        var columns = ColumnReader(row)
        let number = try columns.int()
        return VersionSummary(
          id: try columns.text(),
          createdAt: try columns.int(),
          run: try columns.text(),
          holdoutSeal: try columns.optionalText(),
          counts: try Self.counts(ofVersion: number, db),
          leakScan: try LeakScanJSON.decode(StoredJSON.object(in: columns.text()))
        )
      }
    }
  }

  /// The version of an id.
  ///
  /// - Parameter prefix: The first four or more digits of its id, or `latest`.
  /// - Returns: The version, whose members are proved to be those that it was made of.
  /// - Throws: A `SeedbedError` when no version, or more than one, has such an id, or when the
  ///   ledger cannot be read.
  public func version(prefix: String) throws -> DatasetVersion {
    try read { db in
      let id = try Self.versionID(prefix, db)
      guard let version = try VersionRow.version(id: id, db) else { throw Self.unknown(id) }
      return version
    }
  }

  /// The samples of a version in member order, as they were when it was made.
  ///
  /// - Parameter version: A version that is in the ledger.
  /// - Returns: Each sample with its part, and the verdicts on it.
  /// - Throws: A `SeedbedError` when the version is not in the ledger or it cannot be read.
  public func samples(
    in version: DatasetVersion
  ) throws -> [(sample: Sample, verdicts: [Verdict])] {
    var samples: [(sample: Sample, verdicts: [Verdict])] = []
    samples.reserveCapacity(version.members.count)
    try forEachSample(in: version) { samples.append(($0, $1)) }
    return samples
  }

  /// The samples of a version in member order without the verdicts on them, which are most of what is to read.
  ///
  /// - Parameters:
  ///   - version: A version that is in the ledger.
  ///   - range: The places of the members to read; nil for all.
  /// - Returns: Each sample with its part, as it was when the version was made.
  /// - Throws: A `SeedbedError` when the version is not in the ledger or it cannot be read.
  public func rows(in version: DatasetVersion, _ range: Range<Int>? = nil) throws -> [Sample] {
    let range = range ?? version.members.indices
    let rows = try read { db in
      try Self.members(of: version.id, range, db) { row in try SampleRow.sample(row, db) }
    }
    guard rows.count == range.count else { throw Self.incomplete(version) }
    return rows
  }

  /// Gives the samples of a version one by one, without holding all in memory.
  ///
  /// - Parameters:
  ///   - version: A version that is in the ledger.
  ///   - body: Is given each sample, with its part, and the verdicts on it; it may use the ledger.
  /// - Throws: A `SeedbedError` when the version is not in the ledger or it cannot be read, and
  ///   what `body` throws.
  public func forEachSample(
    in version: DatasetVersion,
    _ body: (Sample, [Verdict]) throws -> Void
  ) throws {
    // Versions never change, so that pages read one after the other belong together.
    let page = 1_000
    for start in stride(from: 0, to: version.members.count, by: page) {
      let range = start..<min(start + page, version.members.count)
      let samples = try read { db in
        try Self.members(of: version.id, range, db) { row in
          let sample = try SampleRow.sample(row, db)
          var columns = ColumnReader(row, from: SampleRow.columns.count)
          let revision = try columns.int()
          return (sample, try VerdictRow.verdicts(on: sample.id, revision: revision, db))
        }
      }
      guard samples.count == range.count else { throw Self.incomplete(version) }
      for (sample, verdicts) in samples { try body(sample, verdicts) }
    }
  }

  /// Reads members with a part of the query `membersOfVersion`.
  private static func members<Member>(
    of version: String,
    _ range: Range<Int>,
    _ db: Database,
    _ member: (Row) throws -> Member
  ) throws -> [Member] {
    let sql = "SELECT number, import FROM versions WHERE id = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [version]) else {
      throw unknown(version)
    }
    var columns = ColumnReader(row)
    let number = try columns.int(), data = try columns.optionalInt()
    let statement = try db.cachedStatement(sql: LedgerQuery.membersOfVersion)
    let arguments: StatementArguments = [number, range.lowerBound, range.upperBound, data]
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var members: [Member] = []
    members.reserveCapacity(range.count)
    while let row = try rows.next() { members.append(try member(row)) }
    return members
  }

  private static func incomplete(_ version: DatasetVersion) -> SeedbedError {
    LedgerFailure.unreadable("too few members of the version `\(version.id)`")
  }

  private static func versionID(_ prefix: String, _ db: Database) throws -> String {
    guard prefix == "latest" else {
      return try IDPrefix.resolve(prefix, in: "versions", noun: "version", db)
    }
    let sql = "SELECT id FROM versions ORDER BY number DESC LIMIT 1"
    guard let id = try String.fetchOne(db, sql: sql) else {
      throw SeedbedError(
        .notFound,
        "there is no version yet",
        hint: "`seedbed run` makes one"
      )
    }
    return id
  }

  private static func counts(
    ofVersion number: Int,
    _ db: Database
  ) throws -> [VersionSummary.Count] {
    let sql = """
      SELECT split, origin, count(*) FROM version_members WHERE version = ?
      GROUP BY split, origin ORDER BY split, origin
      """
    return try Row.fetchAll(db, sql: sql, arguments: [number]).map { row in
      var columns = ColumnReader(row)
      return VersionSummary.Count(
        split: try columns.word(),
        origin: try columns.word(),
        count: try columns.int()
      )
    }
  }

  private static func unknown(_ version: String) -> SeedbedError {
    SeedbedError(.notFound, "the version `\(version)` is not in the ledger")
  }
}

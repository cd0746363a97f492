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
      let samples = try read { try Self.samples(in: version.id, range, $0) }
      guard samples.count == range.count else {
        throw LedgerFailure.unreadable("too few members of the version `\(version.id)`")
      }
      for (sample, verdicts) in samples { try body(sample, verdicts) }
    }
  }

  private static func samples(
    in version: String,
    _ range: Range<Int>,
    _ db: Database
  ) throws -> [(Sample, [Verdict])] {
    let sql = "SELECT number, import FROM versions WHERE id = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [version]) else {
      throw unknown(version)
    }
    var columns = ColumnReader(row)
    let number = try columns.int(), data = try columns.optionalInt()
    let statement = try db.cachedStatement(sql: LedgerQuery.membersOfVersion)
    return try Array(
      Row.fetchCursor(
        statement,
        arguments: [number, range.lowerBound, range.upperBound, data]
      ).map { row in
        let sample = try SampleRow.sample(row, db)
        var columns = ColumnReader(row, from: SampleRow.columns.count)
        let revision = try columns.int()
        return (sample, try VerdictRow.verdicts(on: sample.id, revision: revision, db))
      }
    )
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

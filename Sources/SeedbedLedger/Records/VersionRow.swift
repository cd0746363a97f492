import GRDB
import SeedbedData

/// A version as a row of the table `versions` and the rows of its members.
enum VersionRow {
  static func number(of id: String, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT number FROM versions WHERE id = ?", arguments: [id])
  }

  static func add(_ version: DatasetVersion, at time: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO versions
          (id, run, holdout_seal, leak_scan, import, member_count, created_at)
        VALUES (?, ?, ?, ?, (SELECT max(number) FROM imports), ?, ?)
        """,
      arguments: [
        version.id, version.run, version.holdoutSeal,
        JSONValue.object(LeakScanJSON.encode(version.leakScan)).serialized(.compact),
        version.members.count, time,
      ]
    )
    let number = db.lastInsertedRowID
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO version_members
          (version, position, sample, split, origin, tier, tier_reasons, verdict_revision)
        SELECT ?, ?, id, ?, ?, tier, tier_reasons, verdict_revision FROM samples WHERE id = ?
        """
    )
    for (position, member) in version.members.enumerated() {
      do {
        try insertion.execute(arguments: [
          number, position, member.split.rawValue, member.origin.rawValue, member.sample.hex,
        ])
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw try refusal(of: member, error, db)
      }
      guard db.changesCount > 0 else { throw refusal(of: member, "it is not in the ledger") }
    }
  }

  /// The version with its members; its id proves that they are those it was made of.
  static func version(id: String, _ db: Database) throws -> DatasetVersion? {
    let sql = "SELECT number, run, holdout_seal, leak_scan FROM versions WHERE id = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else { return nil }
    var columns = ColumnReader(row)
    let number = try columns.int()
    let version = DatasetVersion(
      run: try columns.text(),
      holdoutSeal: try columns.optionalText(),
      members: try members(of: number, db),
      leakScan: try LeakScanJSON.decode(StoredJSON.object(in: columns.text()))
    )
    guard version.id == id else {
      throw LedgerFailure.unreadable("a version `\(id)` whose members are not those it was made of")
    }
    return version
  }

  private static func members(of number: Int, _ db: Database) throws -> [DatasetVersion.Member] {
    let sql =
      "SELECT sample, split, origin FROM version_members WHERE version = ? ORDER BY position"
    return try Array(
      Row.fetchCursor(db, sql: sql, arguments: [number]).map { row in
        var columns = ColumnReader(row)
        return DatasetVersion.Member(
          sample: try columns.id(),
          split: try columns.word(),
          origin: try columns.word()
        )
      }
    )
  }

  private static func refusal(
    of member: DatasetVersion.Member,
    _ error: DatabaseError,
    _ db: Database
  ) throws -> SeedbedError {
    let sql = "SELECT origin FROM samples WHERE id = ?"
    let origin = try String.fetchOne(db, sql: sql, arguments: [member.sample.hex])
    if let origin, origin != member.origin.rawValue {
      return refusal(of: member, "it is \(origin) and not \(member.origin) (rule 4)")
    }
    if member.origin == .real, member.split == .syntheticEval {
      return refusal(of: member, "it is real and the part is for synthetic samples (rule 4)")
    }
    if member.origin == .synthetic {
      let verdicts = try VerdictRow.current(on: member.sample, db)
      guard !verdicts.isEmpty else {
        return refusal(of: member, "it has no verdict: it was never checked (rule 5)")
      }
      if let verdict = verdicts.first(where: { $0.outcome != .pass }) {
        let outcome = verdict.outcome == .fail ? "failed" : "is undecided"
        return refusal(of: member, "its check `\(verdict.check)` \(outcome) (rule 5)")
      }
    }
    return refusal(of: member, error.message ?? "the ledger refuses it")
  }

  private static func refusal(of member: DatasetVersion.Member, _ reason: String) -> SeedbedError {
    SeedbedError(
      .gate,
      "the \(member.origin) sample `\(member.sample.hex)` cannot enter `\(member.split.rawValue)`: "
        + reason
    )
  }
}

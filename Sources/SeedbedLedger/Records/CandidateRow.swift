import GRDB
import SeedbedData

/// A candidate as a row of the table `candidates`, beside its sample, verdicts and duplicate.
enum CandidateRow {
  /// Adds a candidate as pending unless it is there already.
  static func add(_ candidate: Candidate, plan: String, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO candidates (plan, round, quota, draw, sample, status)
        VALUES (?, ?, ?, ?, ?, 'pending') ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      plan, candidate.round, candidate.quota, candidate.sample.provenance.method?.draw ?? 0,
      candidate.sample.id.hex,
    ])
  }

  /// Stores what was found about a candidate; passes over one that is not in the ledger.
  static func recordOutcome(_ candidate: Candidate, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE candidates SET status = ? WHERE sample = ? AND round = ? AND quota = ?"
    ).execute(arguments: [
      candidate.status.rawValue, candidate.sample.id.hex, candidate.round, candidate.quota,
    ])
    guard db.changesCount > 0 else { return }
    try SampleRow.mark(candidate.sample, db)
    try VerdictRow.record(candidate.verdicts, on: candidate.sample.id, db)
    if let decision = candidate.duplicate {
      try DuplicateRow.put(decision, db)
    } else {
      try DuplicateRow.forget(candidate.sample.id, db)
    }
  }

  /// Whether anything is known about a candidate beyond its being generated.
  static func hasOutcome(_ candidate: Candidate) -> Bool {
    candidate.status != .pending || !candidate.verdicts.isEmpty || candidate.duplicate != nil
  }

  /// Reads a row of the query `candidatesOfPlan` or `candidate`.
  static func candidate(_ row: Row, _ db: Database) throws -> Candidate {
    let sample = try SampleRow.sample(row, db)
    var columns = ColumnReader(row, from: SampleRow.columns.count)
    let revision = try columns.int()
    var candidate = Candidate(sample: sample, quota: try columns.int(), round: try columns.int())
    candidate.status = try columns.word()
    candidate.verdicts = try VerdictRow.verdicts(on: sample.id, revision: revision, db)
    if try columns.optionalText() != nil {
      candidate.duplicate = try DuplicateRow.removing(sample.id, db)
    }
    return candidate
  }
}

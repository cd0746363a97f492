import GRDB
public import SeedbedData
import SeedbedPipeline
import Synchronization

extension Ledger {
  /// The quotas of a plan whose candidates of a round are stored.
  ///
  /// - Parameters:
  ///   - plan: The digest of the plan.
  ///   - round: The round of generation, from 0.
  /// - Returns: The indexes of the quotas.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func generatedQuotas(plan: String, round: Int) throws -> Set<Int> {
    try read { db in
      try Int.fetchSet(
        db,
        sql: "SELECT quota FROM generated_quotas WHERE plan = ? AND round = ?",
        arguments: [plan, round]
      )
    }
  }

  /// Stores the candidates of some quotas of a plan and marks these quotas as generated.
  ///
  /// Candidates that are stored already are not stored twice.
  ///
  /// - Parameters:
  ///   - candidates: The candidates, each with its full provenance.
  ///   - batches: The batches that they name.
  ///   - plan: The digest of the plan.
  ///   - round: The round of generation, from 0.
  ///   - quotas: The indexes of the quotas that are now generated.
  /// - Throws: A `SeedbedError` that names the candidate and what its provenance lacks, or one when
  ///   the ledger cannot be written; nothing is stored then.
  public func record(
    _ candidates: [Candidate],
    batches: [Batch],
    plan: String,
    round: Int,
    quotas: [Int]
  ) throws {
    let run = openRun.withLock(\.self)
    try write { db in
      try Self.store(candidates, batches: batches, plan: plan, run: run, db)
      for quota in quotas {
        try db.execute(
          sql: """
            INSERT INTO generated_quotas (plan, round, quota) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
          arguments: [plan, round, quota]
        )
      }
    }
  }

  /// Stores candidates with all that is known about them, and the batches that they name.
  static func store(
    _ candidates: [Candidate],
    batches: [Batch],
    plan: String,
    run: String?,
    _ db: Database
  ) throws {
    for batch in batches { try BatchRow.put(batch, run: run, db) }
    var known = Set(batches.map(\.id))
    for candidate in candidates {
      try demandProvenance(candidate.sample, batches: &known, db)
    }
    let order = StorageOrder.of(candidates.map(\.sample.id))
    for index in order { try SampleRow.addCandidate(candidates[index].sample, db) }
    // Only now is a parent there that comes later in the same call.
    for index in order { try SampleRow.addParents(of: candidates[index].sample, db) }
    for candidate in candidates { try CandidateRow.add(candidate, plan: plan, db) }
    for index in order where CandidateRow.hasOutcome(candidates[index]) {
      try CandidateRow.recordOutcome(candidates[index], db)
    }
  }

  /// All candidates of a plan by round, quota and draw.
  ///
  /// - Parameter plan: The digest of the plan.
  /// - Returns: The candidates with what was found about them.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func candidates(plan: String) throws -> [Candidate] {
    let found = try read { db in
      try Array(
        Row.fetchCursor(db, sql: LedgerQuery.candidatesOfPlan, arguments: [plan])
          .map { try CandidateRow.candidate($0, db) }
      )
    }
    // Places, since a candidate takes long to move.
    return found.indices.sorted { Candidate.precedes(found[$0], found[$1]) }.map { found[$0] }
  }

  /// Stores status, verdicts, duplicate decision and difficulty of candidates.
  ///
  /// - Parameter candidates: Candidates that are in the ledger; others are passed over.
  /// - Throws: A `SeedbedError` when the ledger cannot be written.
  public func recordOutcomes(_ candidates: [Candidate]) throws {
    try write { db in
      for index in StorageOrder.of(candidates.map(\.sample.id)) {
        try CandidateRow.recordOutcome(candidates[index], db)
      }
    }
  }

  /// Rule 3 in words; the schema says the same without naming what is missing.
  private static func demandProvenance(
    _ sample: Sample,
    batches known: inout Set<String>,
    _ db: Database
  ) throws {
    var missing = sample.provenance.missingParts
    if sample.origin != .synthetic { missing.insert("synthetic origin", at: 0) }
    guard missing.isEmpty, let batch = sample.provenance.batch else {
      throw SeedbedError(
        .gate,
        "the candidate `\(sample.id.hex)` lacks its \(missing.joined(separator: ", ")) "
          + "(rule 3: nothing without provenance)"
      )
    }
    guard !known.contains(batch) else { return }
    guard try BatchRow.batch(id: batch, db) != nil else {
      throw SeedbedError(
        .gate,
        "the candidate `\(sample.id.hex)` names the batch `\(batch)`, which is not recorded "
          + "(rule 3: nothing without provenance)"
      )
    }
    known.insert(batch)
  }
}

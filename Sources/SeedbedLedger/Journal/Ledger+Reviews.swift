import GRDB
public import SeedbedData
public import SeedbedPipeline
import Synchronization

extension Ledger: ReviewJournal {
  /// The newest version.
  ///
  /// - Returns: The version, or nil where there is none.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func newestVersion() throws -> DatasetVersion? {
    try read { db in
      let sql = "SELECT id FROM versions ORDER BY number DESC LIMIT 1"
      return try String.fetchOne(db, sql: sql).flatMap { try VersionRow.version(id: $0, db) }
    }
  }

  /// The record of reviews after a number, in its order.
  ///
  /// - Parameter number: The number of the last line that is known, 0 for all.
  /// - Returns: The lines that follow.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func reviewEvents(after number: Int) throws -> [ReviewEvent] {
    try read { try DecisionRow.events($0, "WHERE number > ?", [number]) }
  }

  /// Stores a decision, and the sample that it made.
  ///
  /// - Parameters:
  ///   - decision: What was decided.
  ///   - remake: What it made.
  /// - Returns: The decision with its number.
  /// - Throws: A `SeedbedError` when the ledger refuses it or cannot be written; nothing is stored then.
  public func record(
    _ decision: ReviewDecision,
    making remake: Remake?
  ) throws -> ReviewDecision {
    let run = openRun.withLock(\.self)
    return try write { db in
      var decision = decision
      if let remake {
        try Self.store(
          [remake.candidate],
          batches: [remake.batch],
          plan: remake.batch.plan,
          run: run,
          db
        )
        decision.replacement = remake.candidate.sample.id
      }
      return try DecisionRow.add(decision, db)
    }
  }

  /// Stores that a decision was taken back.
  ///
  /// - Parameters:
  ///   - number: The decision's number.
  ///   - author: Who takes it back; the one who made it.
  ///   - time: Seconds since 1970.
  /// - Throws: A `SeedbedError` for a decision that is not there, is somebody else's, or was taken back.
  public func withdraw(decision number: Int, by author: String, at time: Int) throws {
    try write { try DecisionRow.withdraw(number, by: author, at: time, $0) }
  }

  /// All releases, the oldest first.
  ///
  /// - Returns: The releases with the numbers that they rested on.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func releases() throws -> [Release] { try read(ReleaseRow.all) }

  /// Stores a release; releasing a version again changes nothing.
  ///
  /// - Parameter release: The release.
  /// - Throws: A `SeedbedError` when the ledger refuses it or cannot be written.
  public func record(_ release: Release) throws { try write { try ReleaseRow.add(release, $0) } }

  /// What people's decisions that stand mean for candidates.
  ///
  /// - Returns: What stays out, and what stands in its place.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func reviewRulings() throws -> ReviewRulings {
    ReviewRulings(ReviewLog(try reviewEvents(after: 0)))
  }
}

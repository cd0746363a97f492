import GRDB
public import SeedbedData
import Synchronization

extension Ledger {
  /// Records that a run began; batches that are recorded until it ends belong to it.
  ///
  /// - Parameter run: The run.
  /// - Throws: A `SeedbedError` when the ledger cannot be written.
  public func begin(_ run: RunRecord) throws {
    try write { try RunRow.add(run, $0) }
    openRun.withLock { $0 = run.id }
  }

  /// Records how a run ended; nothing happens when no such run began.
  ///
  /// - Parameter run: The run, with its result.
  /// - Throws: A `SeedbedError` when the ledger cannot be written.
  public func finish(_ run: RunRecord) throws {
    try write { try RunRow.renew(run, $0) }
    openRun.withLock { if $0 == run.id { $0 = nil } }
  }

  /// How many runs were begun with a key.
  ///
  /// - Parameter key: A hash over all inputs of a run.
  /// - Returns: The number of runs, however they ended.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func attempts(key: String) throws -> Int {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM runs WHERE key = ?", arguments: [key]) ?? 0
    }
  }

  /// The last run with a key that finished.
  ///
  /// - Parameter key: A hash over all inputs of a run.
  /// - Returns: The run, or nil when none finished.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func finishedRun(key: String) throws -> RunRecord? {
    try read { db in
      try RunRow.runs(
        db,
        "WHERE key = ? AND status = 'finished' ORDER BY number DESC LIMIT 1",
        [key]
      ).first
    }
  }

  /// The runs, the newest first.
  ///
  /// - Parameter limit: How many at most, from 0.
  /// - Returns: The runs.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func runs(limit: Int = 20) throws -> [RunRecord] {
    try read { try RunRow.runs($0, "ORDER BY number DESC LIMIT ?", [max(0, limit)]) }
  }

  /// Stores that a rule was set aside, with the present time.
  ///
  /// - Parameter override: The rule, the reason and the run.
  /// - Throws: A `SeedbedError` when the ledger cannot be written.
  public func record(_ override: RuleOverride) throws {
    try write { try OverrideRow.add(override, at: clock(), $0) }
  }

  /// The rules that were set aside, the oldest first.
  ///
  /// - Returns: Each with its reason and time.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func overrides() throws -> [RecordedOverride] {
    try read { try OverrideRow.overrides($0) }
  }

  /// All rules that were ever set aside, in the order in which they were.
  ///
  /// - Returns: The rules with reasons and findings.
  /// - Throws: A ledger error.
  public func overridesOnRecord() throws -> [RuleOverride] { try overrides().map(\.override) }
}

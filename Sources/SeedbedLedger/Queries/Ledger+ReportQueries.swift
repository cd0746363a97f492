import GRDB
public import SeedbedData

extension Ledger {
  /// The latest calibration of each judge under each rubric and kind of question.
  ///
  /// - Returns: The calibrations in the order in which they were recorded.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func calibrations() throws -> [CalibrationRecord] {
    try read { db in
      let sql = """
        SELECT record FROM calibrations WHERE number IN (
          SELECT max(number) FROM calibrations GROUP BY judge, rubric, kind)
        ORDER BY number
        """
      return try String.fetchAll(db, sql: sql).map { text in
        guard let record = CalibrationRecord(json: try StoredJSON.object(in: text)) else {
          throw LedgerFailure.unreadable("a calibration that cannot be read")
        }
        return record
      }
    }
  }

  /// Everything that was made under the plans that a version's synthetic rows come from.
  ///
  /// - Parameter version: The version's id.
  /// - Returns: The batches of those plans in the order in which they were made, and their candidates.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func candidates(
    behind version: String
  ) throws -> (batches: [BatchSummary], candidates: [Candidate]) {
    let all = try batchSummary()
    var plans: [String] = []
    for batch in all where batch.versions.contains(version) {
      if !plans.contains(batch.batch.plan) { plans.append(batch.batch.plan) }
    }
    return (
      all.filter { plans.contains($0.batch.plan) },
      try plans.flatMap { try candidates(plan: $0) }
    )
  }
}

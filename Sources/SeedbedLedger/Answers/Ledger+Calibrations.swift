import GRDB
public import SeedbedData

extension Ledger {
  /// What is known of a judge under a version of a rubric.
  ///
  /// - Parameters:
  ///   - judge: Which judge: its endpoint and model count, not its name.
  ///   - version: The version of the rubric.
  ///   - kind: What the judge was asked.
  /// - Returns: The latest calibration, or nil.
  /// - Throws: A ledger error.
  public func calibration(
    of judge: ModelIdentity,
    rubric version: String,
    kind: CalibrationRecord.Kind
  ) throws -> CalibrationRecord? {
    try read { db in
      let sql = """
        SELECT record FROM calibrations WHERE judge = ? AND rubric = ? AND kind = ?
        ORDER BY number DESC LIMIT 1
        """
      guard
        let text = try String.fetchOne(
          db,
          sql: sql,
          arguments: [Self.key(of: judge), version, kind.rawValue]
        )
      else {
        return nil
      }
      guard let record = CalibrationRecord(json: try StoredJSON.object(in: text)) else {
        throw LedgerFailure.unreadable("a calibration that cannot be read")
      }
      return record
    }
  }

  /// Stores what a calibration found.
  ///
  /// - Parameter calibration: The numbers and the verdict on the judge.
  /// - Throws: A ledger error.
  public func record(_ calibration: CalibrationRecord) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO calibrations (judge, rubric, kind, record, recorded_at) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          Self.key(of: calibration.judge), calibration.rubricVersion, calibration.kind.rawValue,
          JSONValue.object(calibration.json).serialized(.compact), clock(),
        ]
      )
    }
  }

  private static func key(of judge: ModelIdentity) -> String { "\(judge.endpoint) \(judge.model)" }
}

import GRDB
public import SeedbedData
public import SeedbedPipeline

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

  /// The batches of all plans that a version's synthetic rows come from.
  ///
  /// - Parameter version: The version's id.
  /// - Returns: Its own batches and those beside them, in the order in which they were made.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func batches(behind version: String) throws -> [BatchSummary] {
    let all = try batchSummary()
    let plans = Set(all.filter { $0.versions.contains(version) }.map(\.batch.plan))
    return all.filter { plans.contains($0.batch.plan) }
  }

  /// All candidates of plans, as far as they are counted.
  ///
  /// - Parameter plans: The digests of the plans.
  /// - Returns: The candidates plan by plan, each by the ids of samples.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func candidateLines(plans: [String]) throws -> [CandidateLine] {
    try read { db in
      try plans.flatMap { plan in
        try Array(
          Row.fetchCursor(db, sql: LedgerQuery.candidateLines, arguments: [plan]).map { row in
            var columns = ColumnReader(row)
            return CandidateLine(
              sample: try columns.id(),
              method: try columns.optionalText(),
              status: try columns.word(),
              rejectingCheck: try columns.optionalText()
            )
          }
        )
      }
    }
  }

  /// What the judges said about the candidates of plans.
  ///
  /// - Parameter plans: The digests of the plans.
  /// - Returns: The counts.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func panelTally(plans: [String]) throws -> PanelTally {
    try read { db in
      var tally = PanelTally()
      for plan in plans {
        let rows = try Row.fetchAll(
          db,
          sql: LedgerQuery.verdictCounts,
          arguments: [plan, JudgePanel.checkName, PanelTally.disagreement]
        )
        for row in rows {
          var columns = ColumnReader(row)
          tally.add(
            try columns.word(),
            disagreeing: try columns.int() != 0,
            count: try columns.int()
          )
        }
      }
      return tally
    }
  }

  /// Some candidates of plans, whole.
  ///
  /// - Parameters:
  ///   - ids: The ids of their samples.
  ///   - plans: The digests of the plans.
  /// - Returns: The candidates that there are.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func candidates(_ ids: Set<SampleID>, plans: [String]) throws -> [Candidate] {
    try read { db in
      let statement = try db.cachedStatement(sql: LedgerQuery.candidate)
      return try plans.flatMap { plan in
        try ids.sorted().flatMap { id in
          try Row.fetchAll(statement, arguments: [plan, id.hex])
            .map { try CandidateRow.candidate($0, db) }
        }
      }
    }
  }

  /// Some samples, real or synthetic.
  ///
  /// - Parameter ids: Their ids.
  /// - Returns: Those that are in the ledger.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func samples(_ ids: Set<SampleID>) throws -> [Sample] {
    try read { db in try ids.sorted().compactMap { try SampleRow.find($0, db) } }
  }
}

import GRDB
public import SeedbedData
import Synchronization

/// The ledger keeps every paid answer, so that no request is paid twice.
extension Ledger: AnswerStore {
  /// The stored answer to a request.
  ///
  /// - Parameter key: The key of the request.
  /// - Returns: The answer, or nil.
  /// - Throws: A ledger error.
  public func storedAnswer(key: String) throws -> ModelAnswer? {
    try read { try AnswerRow.answer(key: key, $0) }
  }

  /// Stores answers in one transaction; one whose key is there already changes nothing.
  ///
  /// - Parameter answers: The answers with what was sent for them.
  /// - Throws: A ledger error; then none is stored.
  public func store(_ answers: [PaidAnswer]) throws {
    let run = openRun.withLock { $0 }
    let time = clock()
    try write { db in
      for answer in answers { try AnswerRow.add(answer, run: run, at: time, db) }
    }
  }

  /// Stores in one transaction that requests have no answer.
  ///
  /// - Parameter failures: The requests with the reasons.
  /// - Throws: A ledger error; then none is stored.
  public func store(_ failures: [FailedRequest]) throws {
    let run = openRun.withLock { $0 }
    let time = clock()
    try write { db in
      for failure in failures { try FailedRequestRow.add(failure, run: run, at: time, db) }
    }
  }

  /// What a run paid, model by model.
  ///
  /// - Parameter run: The run's id; nil for all runs together.
  /// - Returns: One entry a model, in the order of the names.
  /// - Throws: A ledger error.
  public func spending(run: String?) throws -> [ModelSpending] {
    try read { try AnswerRow.spending(run: run, $0) }
  }

  /// What all runs paid, model by model.
  ///
  /// - Returns: One entry a model, in the order of the names.
  /// - Throws: A ledger error.
  public func spending() throws -> [ModelSpending] { try spending(run: nil) }

  /// What answers cost.
  ///
  /// - Parameter keys: The keys of their requests.
  /// - Returns: The costs of those that have one, in the order of the keys.
  /// - Throws: A ledger error.
  public func costs(ofAnswers keys: [String]) throws -> [Double] {
    try read { db in try keys.compactMap { try AnswerRow.cost(key: $0, db) } }
  }

  /// How many requests of a run have no answer, by kind.
  ///
  /// - Parameter run: The run's id; nil for all runs together.
  /// - Returns: The kinds with their counts, in the order of the kinds' names.
  /// - Throws: A ledger error.
  public func failedRequests(run: String? = nil) throws -> [(kind: String, count: Int)] {
    try read { db in
      let condition = run == nil ? "" : "WHERE run = ?"
      let sql =
        "SELECT kind, count(*) FROM failed_requests \(condition) GROUP BY kind ORDER BY kind"
      let arguments: StatementArguments = run.map { [$0] } ?? []
      return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
        var columns = ColumnReader(row)
        return (try columns.text(), try columns.int())
      }
    }
  }
}

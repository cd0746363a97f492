import GRDB
import SeedbedData

/// The rows of `answers`.
enum AnswerRow {
  static func answer(key: String, _ db: Database) throws -> ModelAnswer? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT text, finish, model, input_tokens, cached_tokens, output_tokens FROM answers
        WHERE key = ?
        """
    )
    guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
    var columns = ColumnReader(row)
    return ModelAnswer(
      key: key,
      text: StoredText.decode(try columns.text()),
      finish: try columns.word(),
      model: StoredText.decode(try columns.text()),
      usage: TokenUsage(
        input: try columns.int(),
        cachedInput: try columns.int(),
        output: try columns.int()
      )
    )
  }

  static func add(_ paid: PaidAnswer, run: String?, at time: Int, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO answers (key, name, endpoint, model, request, text, finish,
          input_tokens, cached_tokens, output_tokens, cost, is_batch, attempts, run, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    let answer = paid.answer
    try statement.execute(arguments: [
      answer.key, paid.name, paid.endpoint, StoredText.encode(answer.model),
      StoredText.encode(paid.request), StoredText.encode(answer.text), answer.finish.rawValue,
      answer.usage.input, answer.usage.cachedInput, answer.usage.output, paid.cost,
      paid.isBatch, paid.attempts, run, time,
    ])
  }

  static func cost(key: String, _ db: Database) throws -> Double? {
    let statement = try db.cachedStatement(sql: "SELECT cost FROM answers WHERE key = ?")
    return try Double.fetchOne(statement, arguments: [key])
  }

  static func spending(run: String?, _ db: Database) throws -> [ModelSpending] {
    let sql = """
      SELECT name, count(*), sum(input_tokens), sum(cached_tokens), sum(output_tokens), sum(cost)
      FROM answers \(run == nil ? "" : "WHERE run = ?") GROUP BY name ORDER BY name
      """
    let arguments: StatementArguments = run.map { [$0] } ?? []
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      var columns = ColumnReader(row)
      return ModelSpending(
        name: try columns.text(),
        answers: try columns.int(),
        usage: TokenUsage(
          input: try columns.int(),
          cachedInput: try columns.int(),
          output: try columns.int()
        ),
        cost: try columns.optionalReal()
      )
    }
  }
}

/// The rows of `failed_requests`.
enum FailedRequestRow {
  static func add(_ failed: FailedRequest, run: String?, at time: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO failed_requests (key, name, kind, reason, attempts, run, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        failed.failure.key, failed.name, failed.failure.kind.rawValue,
        StoredText.encode(failed.failure.reason), failed.attempts, run, time,
      ]
    )
  }
}

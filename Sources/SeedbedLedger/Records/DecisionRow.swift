import GRDB
import SeedbedData

/// A person's decision as a row of the table `reviews`.
enum DecisionRow {
  static let columns = """
    number, sample, purpose, version, author, verdict, reason, new_text, new_label, new_tier,
    replacement, withdraws, decided_at
    """

  /// What a row says in the place of a verdict where it takes another one back.
  private static let withdrawal = "withdrawal"

  /// Adds a decision; its number is the place that it got.
  static func add(_ decision: ReviewDecision, _ db: Database) throws -> ReviewDecision {
    let correction = decision.correction
    try db.cachedStatement(
      sql: """
        INSERT INTO reviews (sample, purpose, version, author, verdict, reason, new_text, new_label,
          new_tier, replacement, decided_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      decision.sample.hex, decision.purpose.rawValue, decision.version,
      StoredText.encode(decision.author), decision.verdict.rawValue,
      decision.reason.map(StoredText.encode), correction?.text.map(StoredText.encode),
      correction?.label.map(StoredText.encode), correction?.difficulty?.rawValue,
      decision.replacement?.hex, decision.decidedAt,
    ])
    var stored = decision
    stored.number = Int(db.lastInsertedRowID)
    return stored
  }

  /// Adds that a decision was taken back.
  static func withdraw(_ number: Int, by author: String, at time: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO reviews (sample, purpose, version, author, verdict, withdraws, decided_at)
        SELECT sample, purpose, version, ?, '\(withdrawal)', number, ? FROM reviews WHERE number = ?
        """,
      arguments: [StoredText.encode(author), time, number]
    )
    guard db.changesCount > 0 else {
      throw SeedbedError(.notFound, "the decision \(number) is not in the ledger")
    }
  }

  static func events(
    _ db: Database,
    _ condition: String,
    _ arguments: StatementArguments
  ) throws -> [ReviewEvent] {
    let sql = "SELECT \(columns) FROM reviews \(condition) ORDER BY number"
    return try Array(Row.fetchCursor(db, sql: sql, arguments: arguments).map(event))
  }

  private static func event(_ row: Row) throws -> ReviewEvent {
    var columns = ColumnReader(row)
    let number = try columns.int(), sample = try columns.id()
    let purpose = try columns.word(ReviewPurpose.self), version = try columns.optionalText()
    let author = StoredText.decode(try columns.text()), word = try columns.text()
    let reason = try columns.optionalText().map(StoredText.decode)
    let correction = ReviewCorrection(
      text: try columns.optionalText().map(StoredText.decode),
      label: try columns.optionalText().map(StoredText.decode),
      difficulty: try columns.optionalWord()
    )
    let replacement = try columns.optionalText().map(ColumnReader.id)
    let withdrawn = try columns.optionalInt(), time = try columns.int()
    if let withdrawn {
      return .withdrawn(decision: withdrawn, author: author, at: time, number: number)
    }
    guard let verdict = ReviewVerdict(rawValue: word) else {
      throw LedgerFailure.unreadable("an unknown verdict of a person: `\(word)`")
    }
    var decision = ReviewDecision(
      sample: sample,
      purpose: purpose,
      version: version,
      author: author,
      verdict: verdict,
      reason: reason,
      correction: correction.isEmpty ? nil : correction,
      decidedAt: time
    )
    decision.number = number
    decision.replacement = replacement
    return .decided(decision)
  }
}

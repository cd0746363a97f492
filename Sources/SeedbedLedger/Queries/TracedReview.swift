import GRDB
public import SeedbedData

/// A person's decision in the life of a sample: on it, or the one that made it.
public struct TracedReview: Sendable, Hashable {
  /// A sample's text and label.
  public struct Content: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The label.
    public var label: String?

    var json: JSONValue { ["text": .string(text), "label": .optional(label)] }
  }

  /// The decision.
  public var decision: ReviewDecision
  /// The sample as it was shown.
  public var before: Content
  /// The sample that a fix made; nil for other verdicts.
  public var after: Content?
  /// When the decision was taken back, in seconds since 1970; nil where it stands.
  public var withdrawnAt: Int?

  /// `number`, `sample`, `purpose`, `version`, `author`, `verdict`, `reason`, `difficulty`, `before`, `after`,
  /// `replacement`, `decided_at` and `withdrawn_at`.
  public var json: JSONObject {
    [
      "number": .optional(decision.number), "sample": .string(decision.sample.hex),
      "purpose": .string(decision.purpose.rawValue), "version": .optional(decision.version),
      "author": .string(decision.author), "verdict": .string(decision.verdict.rawValue),
      "reason": .optional(decision.reason),
      "difficulty": .optional(decision.correction?.difficulty?.rawValue), "before": before.json,
      "after": after?.json ?? .null, "replacement": .optional(decision.replacement?.hex),
      "decided_at": .optional(decision.decidedAt), "withdrawn_at": .optional(withdrawnAt),
    ]
  }
}

extension TracedReview {
  /// The decisions on a sample and those that made it, in the order in which they were made.
  static func all(about id: SampleID, _ db: Database) throws -> [TracedReview] {
    let events = try DecisionRow.events(
      db,
      """
      WHERE sample = ?1 OR replacement = ?1
        OR withdraws IN (SELECT number FROM reviews WHERE replacement = ?1)
      """,
      [id.hex]
    )
    var withdrawn: [Int: Int] = [:]
    for case .withdrawn(let number, _, let time, _) in events { withdrawn[number] = time }
    return try events.compactMap { event in
      guard case .decided(let decision) = event else { return nil }
      return TracedReview(
        decision: decision,
        before: try content(of: decision.sample, db),
        after: try decision.replacement.map { try content(of: $0, db) },
        withdrawnAt: decision.number.flatMap { withdrawn[$0] }
      )
    }
  }

  private static func content(of id: SampleID, _ db: Database) throws -> Content {
    let sql = "SELECT text, label FROM samples WHERE id = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.hex]) else {
      throw LedgerFailure.unreadable("a decision on the sample `\(id.hex)`, which is missing")
    }
    var columns = ColumnReader(row)
    return Content(
      text: StoredText.decode(try columns.text()),
      label: try columns.optionalText().map(StoredText.decode)
    )
  }
}

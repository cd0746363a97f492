import GRDB
import SeedbedData

extension Ledger {
  /// What is wrong with the stored data, one sentence a problem; nothing in a sound ledger.
  ///
  /// The file's structure, the references between rows, and what the rules promise of versions and
  /// candidates are looked at again, whoever wrote them.
  ///
  /// - Returns: The problems; after a hundred of one kind the rest of that kind are left out.
  /// - Throws: A `SeedbedError` when the ledger cannot be read at all.
  public func integrityProblems() throws -> [String] {
    let structure = try read { db in
      try Self.damage(db) + Self.danglingReferences(db) + Self.brokenRules(db)
    }
    return try structure + alteredVersions()
  }

  private static let limit = 100

  private static func damage(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(\(limit))").filter { $0 != "ok" }
      .map { "the file is damaged: \($0)" }
  }

  private static func danglingReferences(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT 'a row of `' || "table" || '` refers to a missing row of `' || "parent" || '`'
        FROM pragma_foreign_key_check LIMIT \(limit)
        """
    )
  }

  private static func brokenRules(_ db: Database) throws -> [String] {
    let rules = [
      (
        "the version `%` has a synthetic member that had not passed every check",
        """
        SELECT DISTINCT v.id FROM version_members AS m JOIN versions AS v ON v.number = m.version
        WHERE m.origin = 'synthetic' AND (
          NOT EXISTS (SELECT 1 FROM verdicts AS c
            WHERE c.sample = m.sample AND c.revision = m.verdict_revision)
          OR EXISTS (SELECT 1 FROM verdicts AS c
            WHERE c.sample = m.sample AND c.revision = m.verdict_revision
              AND c.outcome <> 'pass'))
        """
      ),
      (
        "the version `%` has a member of another origin than it says",
        """
        SELECT DISTINCT v.id FROM version_members AS m JOIN versions AS v ON v.number = m.version
        JOIN samples AS s ON s.id = m.sample WHERE s.origin <> m.origin
        """
      ),
      (
        "the candidate `%` is accepted though a check did not pass",
        """
        SELECT DISTINCT s.id FROM candidates AS c JOIN samples AS s ON s.id = c.sample
        JOIN verdicts AS v ON v.sample = s.id AND v.revision = s.verdict_revision
        WHERE c.status = 'accepted' AND v.outcome <> 'pass'
        """
      ),
      (
        "the synthetic sample `%` belongs to no plan",
        """
        SELECT id FROM samples WHERE origin = 'synthetic'
          AND NOT EXISTS (SELECT 1 FROM candidates WHERE sample = samples.id)
        """
      ),
      (
        "the synthetic sample `%` has neither parents nor a template",
        """
        SELECT id FROM samples WHERE origin = 'synthetic' AND source_id NOT LIKE 'template:%'
          AND NOT EXISTS (SELECT 1 FROM parents WHERE child = samples.id)
        """
      ),
    ]
    return try rules.flatMap { sentence, sql in
      let parts = sentence.split(separator: "%", maxSplits: 1).map(String.init)
      return try String.fetchAll(db, sql: sql + " ORDER BY 1 LIMIT \(limit)").map { id in
        parts.joined(separator: id)
      }
    }
  }

  /// The id of a version is a hash over its members, so that it proves them.
  private func alteredVersions() throws -> [String] {
    let ids = try read { try String.fetchAll($0, sql: "SELECT id FROM versions ORDER BY number") }
    return ids.compactMap { id in
      do {
        _ = try version(prefix: id)
        return nil
      } catch {
        return "the version `\(id)` cannot be restored: \(message(of: error))"
      }
    }
  }

  private func message(of error: any Error) -> String {
    LedgerFailure.error(error, at: place).message
  }
}

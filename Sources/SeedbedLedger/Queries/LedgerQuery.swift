/// The queries that must stay fast in a large ledger; a test asks SQLite how it runs them.
package enum LedgerQuery {
  /// The ids of samples that begin with a prefix: `?1`, at most `?2`.
  package static let samplesByPrefix = idsByPrefix(in: "samples")

  /// The current real data: of the import `?`.
  package static let realSamples = """
    SELECT \(SampleRow.selection(replacing: importedSource)) FROM import_members AS i
    JOIN samples AS s ON s.id = i.sample WHERE i.import = ? ORDER BY i.position
    """

  /// The candidates of the plan `?` with what was found about them, by their samples' ids: as samples and
  /// verdicts lie on the disk, which is a third faster than in the plan's order.
  package static let candidatesOfPlan = """
    SELECT \(SampleRow.selection()), s.verdict_revision, c.quota, c.round, c.status,
      (SELECT kept FROM duplicates WHERE removed = s.id)
    FROM (
      SELECT quota, round, status, sample FROM candidates WHERE plan = ? ORDER BY sample LIMIT -1
    ) AS c CROSS JOIN samples AS s ON s.id = c.sample
    """

  /// The members `?2 ..< ?3` of the version `?1`, whose real rows were read in the import `?4`.
  package static let membersOfVersion = """
    SELECT \(SampleRow.selection(replacing: memberColumns)), m.verdict_revision
    FROM version_members AS m CROSS JOIN samples AS s ON s.id = m.sample
    LEFT JOIN import_members AS i ON i.import = ?4 AND i.position = (
      SELECT min(position) FROM import_members WHERE import = ?4 AND sample = s.id)
    WHERE m.version = ?1 AND m.position >= ?2 AND m.position < ?3 ORDER BY m.position
    """

  /// The candidates of the batch `?` with their status.
  package static let candidatesOfBatch = """
    SELECT s.id, c.status, c.round, c.quota FROM samples AS s
    CROSS JOIN candidates AS c ON c.sample = s.id WHERE s.batch = ? ORDER BY s.id, c.round, c.quota
    """

  /// The vector of the text `?2` under the model `?1`.
  package static let vector = "SELECT vector FROM embeddings WHERE model = ?1 AND content = ?2"

  static func idsByPrefix(in table: String) -> String {
    // All that begins with the prefix sorts before the prefix with a `g` behind it.
    "SELECT id FROM \(table) WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT ?2"
  }

  private static let importedSource = [
    "source_id": "i.source_id", "source_row": "i.source_row", "source_byte": "i.source_byte",
  ]

  /// Part, difficulty and place in the file as they were when the version was made.
  private static let memberColumns = [
    "split": "m.split", "tier": "m.tier", "tier_reasons": "m.tier_reasons",
    "source_id": "coalesce(i.source_id, s.source_id)",
    "source_row": "iif(i.sample IS NULL, s.source_row, i.source_row)",
    "source_byte": "iif(i.sample IS NULL, s.source_byte, i.source_byte)",
  ]
}

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
    SELECT \(candidateColumns)
    FROM (
      SELECT quota, round, status, sample FROM candidates WHERE plan = ? ORDER BY sample LIMIT -1
    ) AS c CROSS JOIN samples AS s ON s.id = c.sample
    """

  /// The candidates of the plan `?` as far as they are counted.
  package static let candidateLines = """
    SELECT c.sample, s.method, c.status, iif(c.status = 'rejected', (
      SELECT check_name FROM verdicts
      WHERE sample = s.id AND revision = s.verdict_revision AND outcome <> 'pass'
      ORDER BY position LIMIT 1), NULL)
    FROM (SELECT status, sample FROM candidates WHERE plan = ? ORDER BY sample LIMIT -1) AS c
    CROSS JOIN samples AS s ON s.id = c.sample
    """

  /// The verdicts of the check `?2` on the candidates of the plan `?1`, counted by their outcome and by
  /// whether their evidence begins with `?3`.
  package static let verdictCounts = """
    SELECT v.outcome, substr(v.evidence, 1, length(?3)) = ?3 AS begins, count(*)
    FROM (SELECT sample FROM candidates WHERE plan = ?1 ORDER BY sample LIMIT -1) AS c
    CROSS JOIN samples AS s ON s.id = c.sample
    CROSS JOIN verdicts AS v ON v.sample = s.id AND v.revision = s.verdict_revision
    WHERE v.check_name = ?2 GROUP BY v.outcome, begins
    """

  /// The candidate of the plan `?1` that is the sample `?2`, once for each quota that it was made for.
  package static let candidate = """
    SELECT \(candidateColumns)
    FROM candidates AS c CROSS JOIN samples AS s ON s.id = c.sample
    WHERE c.sample = ?2 AND c.plan = ?1 ORDER BY c.round, c.quota
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

  /// What `CandidateRow` reads of the sample `s` and the candidate `c`.
  private static let candidateColumns = """
    \(SampleRow.selection()), s.verdict_revision, c.quota, c.round, c.status,
      (SELECT kept FROM duplicates WHERE removed = s.id)
    """

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

import GRDB
import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Testing

/// The schema is the last validator: whoever writes into the file meets the same rules.
@Suite("Ledger: the schema")
struct LedgerSchemaTests {
  /// A grown ledger in a file, closed, with a plain connection to it.
  private func withDatabase(
    _ body: (DatabaseQueue, LedgerFixture.Grown) throws -> Void
  ) throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let grown = try LedgerFixture.grown(Ledger(path: path))
      try body(DatabaseQueue(path: path), grown)
    }
  }

  @Test("a fresh file takes every step in order, and opens again")
  func migrations() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/a/b/ledger.sqlite"
      _ = try Ledger(path: path)
      _ = try Ledger(path: path)
      let names = try DatabaseQueue(path: path).read {
        try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
      }
      #expect(
        names == [
          "m001_runs", "m002_samples", "m003_candidates", "m004_versions", "m005_embeddings",
          "m006_answers", "m007_reviews",
        ]
      )
    }
  }

  @Test("every table is strict and the file is in write-ahead mode")
  func strictness() throws {
    try withDatabase { database, _ in
      let loose = try database.read {
        try String.fetchAll(
          $0,
          sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0"
        )
      }
      #expect(Set(loose).isSubset(of: ["sqlite_schema", "grdb_migrations"]))
      let mode = try database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
      #expect(mode == "wal")
    }
  }

  struct Forbidden: Sendable, CustomTestStringConvertible {
    var words: String
    var sql: String
    var testDescription: String { words }
  }

  static let forbidden = [
    Forbidden(words: "a version never changes", sql: "UPDATE versions SET run = 'x'"),
    Forbidden(words: "a version is never deleted", sql: "DELETE FROM versions"),
    Forbidden(words: "a version never changes", sql: "UPDATE version_members SET split = 'train'"),
    Forbidden(words: "a version never changes", sql: "DELETE FROM version_members"),
    Forbidden(
      words: "a version never changes",
      sql: """
        INSERT INTO version_members
        SELECT 1, 3, id, 'train', 'synthetic', NULL, NULL, 1 FROM samples
        WHERE origin = 'synthetic' LIMIT 1
        """
    ),
    Forbidden(
      words: "a recorded verdict never changes",
      sql: "UPDATE verdicts SET outcome = 'pass'"
    ),
    Forbidden(words: "a recorded verdict is never deleted", sql: "DELETE FROM verdicts"),
    Forbidden(
      words: "the id and origin of a sample never change",
      sql: "UPDATE samples SET origin = 'real' WHERE origin = 'synthetic'"
    ),
    Forbidden(
      words: "a candidate is never rewritten",
      sql: "UPDATE samples SET text = 'better' WHERE origin = 'synthetic'"
    ),
    Forbidden(
      words: "synthetic_samples_have_provenance",
      sql: """
        INSERT INTO samples (id, origin, fields, text, spans, tags, source_id, depth, edits)
        VALUES ('00000000000000000000000000000001', 'synthetic', '{}', '', '[]', '[]', 's', 1, '[]')
        """
    ),
    Forbidden(
      words: "real_samples_are_not_generated",
      sql: """
        INSERT INTO samples (id, origin, fields, text, spans, tags, source_id, depth, edits)
        VALUES ('00000000000000000000000000000001', 'real', '{}', '', '[]', '[]', 's', 1, '[]')
        """
    ),
    Forbidden(
      words: "FOREIGN KEY",
      sql: "INSERT INTO generated_quotas VALUES ('p', 0, 0); DELETE FROM samples"
    ),
    Forbidden(words: "CHECK", sql: "UPDATE samples SET tags = '[not json'"),
    Forbidden(words: "cannot store TEXT value in INTEGER", sql: "UPDATE runs SET started_at = 'x'"),
  ]

  @Test("a forbidden statement fails with words that say why", arguments: forbidden)
  func refusals(forbidden: Forbidden) throws {
    try withDatabase { database, _ in
      let error = #expect(throws: DatabaseError.self) {
        try database.write { try $0.execute(sql: forbidden.sql) }
      }
      #expect(error?.message?.contains(forbidden.words) == true, "\(error?.message ?? "")")
    }
  }

  @Test("a failed candidate cannot be slipped into a version that is being made")
  func slippedIn() throws {
    try withDatabase { database, grown in
      let error = #expect(throws: DatabaseError.self) {
        try database.write { db in
          try db.execute(
            sql: """
              INSERT INTO versions VALUES
                (9, '00000000000000000000000000000009', 'r', NULL, '{}', NULL, 1, 0)
              """
          )
          try db.execute(
            sql:
              "INSERT INTO version_members VALUES (9, 0, ?, 'train', 'synthetic', NULL, NULL, 1)",
            arguments: [grown.candidates[1].sample.id.hex]
          )
        }
      }
      #expect(error?.message == "rule 5: a synthetic member has not passed every check")
    }
  }

  struct Plan: Sendable, CustomTestStringConvertible {
    var sql: String
    var arguments: Int
    var index: String
    var testDescription: String { index }
  }

  static let plans = [
    Plan(
      sql: LedgerQuery.samplesByPrefix,
      arguments: 2,
      index: "SEARCH samples USING COVERING INDEX sqlite_autoindex_samples_1 (id>? AND id<?)"
    ),
    Plan(
      sql: LedgerQuery.candidatesOfPlan,
      arguments: 1,
      index: "SEARCH candidates USING PRIMARY KEY (plan=?)"
    ),
    Plan(
      sql: LedgerQuery.candidateLines,
      arguments: 1,
      index: "SEARCH candidates USING PRIMARY KEY (plan=?)"
    ),
    Plan(
      sql: LedgerQuery.verdictCounts,
      arguments: 3,
      index: "SEARCH v USING PRIMARY KEY (sample=? AND revision=?)"
    ),
    Plan(
      sql: LedgerQuery.candidate,
      arguments: 2,
      index: "SEARCH c USING INDEX candidates_by_sample (sample=? AND plan=?)"
    ),
    Plan(
      sql: LedgerQuery.realSamples,
      arguments: 1,
      index: "SEARCH i USING PRIMARY KEY (import=?)"
    ),
    Plan(
      sql: LedgerQuery.membersOfVersion,
      arguments: 4,
      index: "SEARCH m USING PRIMARY KEY (version=? AND position>? AND position<?)"
    ),
    Plan(
      sql: LedgerQuery.candidatesOfBatch,
      arguments: 1,
      index: "SEARCH s USING INDEX samples_by_batch (batch=?)"
    ),
    Plan(
      sql: LedgerQuery.vector,
      arguments: 2,
      index: "SEARCH embeddings USING PRIMARY KEY (model=? AND content=?)"
    ),
  ]

  @Test("hot queries search by an index and never scan a table", arguments: plans)
  func queryPlans(plan: Plan) throws {
    try withDatabase { database, _ in
      let steps = try database.read { db in
        try Row.fetchAll(
          db,
          sql: "EXPLAIN QUERY PLAN " + plan.sql,
          arguments: StatementArguments(Array(repeating: 0, count: plan.arguments))
        ).map { try $0.decode(String.self, forColumn: "detail") }
      }
      #expect(steps.contains { $0.contains(plan.index) }, "\(steps)")
      // `c` is what was searched for already.
      #expect(!steps.contains { $0.hasPrefix("SCAN") && $0 != "SCAN c" }, "\(steps)")
      // Only what has few rows, or nothing but keys, may be sorted afterwards.
      let sorts = steps.contains { $0.contains("TEMP B-TREE") }
      let mayBeSorted = [
        LedgerQuery.candidatesOfBatch, LedgerQuery.candidatesOfPlan, LedgerQuery.candidateLines,
        LedgerQuery.verdictCounts, LedgerQuery.candidate,
      ]
      #expect(!sorts || mayBeSorted.contains(plan.sql), "\(steps)")
    }
  }
}

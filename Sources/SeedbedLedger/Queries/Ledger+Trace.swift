import GRDB
import SeedbedData

extension Ledger {
  /// All that the ledger knows about one sample.
  ///
  /// - Parameter prefix: The first four or more digits of the sample's id.
  /// - Returns: Where the sample came from, what was found about it, and where it went.
  /// - Throws: A `SeedbedError`: `usage` when the prefix is no id or fits several samples, of which
  ///   it names five; `notFound` when it fits none; `ledger` when the ledger cannot be read.
  public func trace(idPrefix prefix: String) throws -> SampleTrace {
    try read { db in
      let id = try ColumnReader.id(
        IDPrefix.resolve(prefix, in: "samples", noun: "sample", db)
      )
      let sample = try Self.sample(id, db)
      return SampleTrace(
        sample: sample,
        candidacies: try Self.candidacies(of: id, db),
        verdicts: try VerdictRow.current(on: id, db),
        duplicateOf: try DuplicateRow.removing(id, db),
        duplicates: try DuplicateRow.keeping(id, db),
        batch: try sample.provenance.batch.flatMap { try BatchRow.batch(id: $0, db) },
        ancestors: try Self.ancestors(of: sample, db),
        childCount: try Int.fetchOne(
          db,
          sql: "SELECT count(DISTINCT child) FROM parents WHERE parent = ?",
          arguments: [id.hex]
        ) ?? 0,
        children: try String.fetchAll(
          db,
          sql: "SELECT DISTINCT child FROM parents WHERE parent = ? ORDER BY child LIMIT 20",
          arguments: [id.hex]
        ).map(ColumnReader.id),
        versions: try Self.places(of: id, db),
        overrides: try OverrideRow.overrides(
          db,
          "WHERE run IN (SELECT run FROM batch_runs WHERE batch = ?)",
          [sample.provenance.batch]
        ),
        reviews: try TracedReview.all(about: id, db)
      )
    }
  }

  static func sample(_ id: SampleID, _ db: Database) throws -> Sample {
    guard let sample = try SampleRow.find(id, db) else {
      throw LedgerFailure.unreadable("a reference to the sample `\(id.hex)`, which is missing")
    }
    return sample
  }

  /// Breadth first, so that a sample comes once, at its least distance.
  private static func ancestors(of sample: Sample, _ db: Database) throws -> [Sample] {
    var ancestors: [Sample] = []
    var seen: Set<SampleID> = [sample.id]
    var generation = [sample]
    while !generation.isEmpty {
      let parents = generation.flatMap(\.provenance.parents).filter { seen.insert($0).inserted }
      generation = try parents.map { try Self.sample($0, db) }
      ancestors += generation
    }
    return ancestors
  }

  private static func candidacies(
    of id: SampleID,
    _ db: Database
  ) throws -> [SampleTrace.Candidacy] {
    let sql = """
      SELECT plan, quota, round, status FROM candidates WHERE sample = ? ORDER BY plan, round, quota
      """
    return try Row.fetchAll(db, sql: sql, arguments: [id.hex]).map { row in
      var columns = ColumnReader(row)
      return SampleTrace.Candidacy(
        plan: try columns.text(),
        quota: try columns.int(),
        round: try columns.int(),
        status: try columns.word()
      )
    }
  }

  private static func places(of id: SampleID, _ db: Database) throws -> [SampleTrace.Place] {
    let sql = """
      SELECT v.id, m.split FROM version_members AS m JOIN versions AS v ON v.number = m.version
      WHERE m.sample = ? ORDER BY v.number
      """
    return try Row.fetchAll(db, sql: sql, arguments: [id.hex]).map { row in
      var columns = ColumnReader(row)
      return SampleTrace.Place(version: try columns.text(), split: try columns.word())
    }
  }
}

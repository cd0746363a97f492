import GRDB
import SeedbedData
import SeedbedKernels

/// A sample as a row of the table `samples`.
enum SampleRow {
  /// The columns that hold a sample, in the order in which they are written and read.
  static let columns = [
    "id", "origin", "fields", "text", "text_path", "comparison_text", "label", "spans", "tags",
    "split", "tier", "tier_reasons", "source_id", "source_row", "source_byte", "source_start",
    "source_end", "method", "parameters", "seed", "draw", "model", "prompt_version", "depth",
    "batch", "edits",
  ]

  /// Adds a candidate without its parents; one that is there already is the same, as its id is a
  /// hash of it.
  static func addCandidate(_ sample: Sample, _ db: Database) throws {
    try db.cachedStatement(sql: insertion + " ON CONFLICT (id) DO NOTHING")
      .execute(arguments: arguments(sample))
  }

  /// Adds the parents of a candidate, which must be in the ledger.
  static func addParents(of sample: Sample, _ db: Database) throws {
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO parents (child, position, parent) SELECT ?, ?, id FROM samples WHERE id = ?
        ON CONFLICT DO NOTHING
        """
    )
    for (position, parent) in sample.provenance.parents.enumerated() {
      try insertion.execute(arguments: [sample.id.hex, position, parent.hex])
      guard try db.changesCount > 0 || exists(parent, db) else {
        throw SeedbedError(
          .gate,
          "the candidate `\(sample.id.hex)` names the parent `\(parent.hex)`, "
            + "which is not in the ledger (rule 3: nothing without provenance)"
        )
      }
    }
  }

  private static func exists(_ id: SampleID, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM samples WHERE id = ?")
    return try Bool.fetchOne(statement, arguments: [id.hex]) ?? false
  }

  /// Adds a real sample, or renews how its row is read and where it stands in the file.
  static func putReal(_ sample: Sample, _ db: Database) throws {
    try db.cachedStatement(sql: realUpsert).execute(arguments: arguments(sample))
  }

  /// Stores what may change about a sample: its part, difficulty and tags.
  static func mark(_ sample: Sample, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE samples SET split = ?, tier = ?, tier_reasons = ?, tags = ? WHERE id = ?"
    ).execute(arguments: [
      sample.split?.rawValue, sample.difficulty?.tier.rawValue,
      sample.difficulty.map { StoredJSON.strings($0.reasons) }, StoredJSON.strings(sample.tags),
      sample.id.hex,
    ])
  }

  private static let insertion =
    "INSERT INTO samples (\(columns.joined(separator: ", "))) VALUES "
    + "(\(columns.map { _ in "?" }.joined(separator: ", ")))"

  private static let realUpsert =
    insertion + " ON CONFLICT (id) DO UPDATE SET "
    + columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")

  private static func arguments(_ sample: Sample) -> StatementArguments {
    let provenance = sample.provenance, source = provenance.source, method = provenance.method
    return [
      sample.id.hex, sample.origin.rawValue, JSONValue.object(sample.fields).serialized(.compact),
      StoredText.encode(sample.text), sample.textPath.map(StoredJSON.path),
      comparison(sample),
      sample.label.map(StoredText.encode), StoredJSON.spans(sample.spans),
      StoredJSON.strings(sample.tags), sample.split?.rawValue, sample.difficulty?.tier.rawValue,
      sample.difficulty.map { StoredJSON.strings($0.reasons) }, source.id, source.row, source.byte,
      source.span?.lowerBound, source.span?.upperBound, method?.name,
      method.map { JSONValue.object($0.parameters).serialized(.compact) }, method?.seed,
      method?.draw, provenance.model, provenance.promptVersion, provenance.depth,
      provenance.batch, StoredJSON.edits(provenance.edits),
    ]
  }

  /// Null where it is the text itself, by bytes: `==` would take two spellings of é for one.
  private static func comparison(_ sample: Sample) -> String? {
    sample.comparisonText.utf8.elementsEqual(sample.text.utf8)
      ? nil : StoredText.encode(sample.comparisonText)
  }
}

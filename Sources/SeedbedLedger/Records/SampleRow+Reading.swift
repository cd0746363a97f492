import GRDB
import SeedbedData
import SeedbedKernels

extension SampleRow {
  /// The columns to select for a sample of the table alias `s`.
  ///
  /// - Parameter replacements: Another expression for some of the columns: a version, say, keeps
  ///   the part that each member was in.
  /// - Returns: Expressions joined by commas, to stand first after SELECT.
  static func selection(replacing replacements: [String: String] = [:]) -> String {
    columns.map { replacements[$0] ?? "s.\($0)" }.joined(separator: ", ")
  }

  /// Reads a sample that `selection` selected as the first columns.
  static func sample(_ row: Row, _ db: Database) throws -> Sample {
    var columns = ColumnReader(row)
    let id = try columns.id()
    let origin = try columns.word(Origin.self)
    let fields = try StoredJSON.object(in: columns.text())
    let text = StoredText.decode(try columns.text())
    let textPath = try columns.optionalText().map { try StoredJSON.path(in: $0) }
    let comparisonText = try columns.optionalText().map(StoredText.decode) ?? text
    let label = try columns.optionalText().map(StoredText.decode)
    let spans = try StoredJSON.spans(in: columns.text())
    let tags = try StoredJSON.strings(in: columns.text())
    let split = try columns.optionalWord(Split.self)
    let difficulty = try difficulty(&columns)
    var provenance = try provenance(&columns)
    if origin == .synthetic { provenance.parents = try parents(of: id.hex, db) }
    var sample = Sample(
      id: id,
      origin: origin,
      fields: fields,
      text: text,
      textPath: textPath,
      comparisonText: comparisonText,
      label: label,
      spans: spans,
      provenance: provenance,
      tags: tags
    )
    sample.split = split
    sample.difficulty = difficulty
    return sample
  }

  /// The sample of an id as it is now; nil where there is none.
  static func find(_ id: SampleID, _ db: Database) throws -> Sample? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(selection()) FROM samples AS s WHERE s.id = ?"
    )
    return try Row.fetchOne(statement, arguments: [id.hex]).map { try sample($0, db) }
  }

  private static func difficulty(_ columns: inout ColumnReader) throws -> DifficultyTag? {
    let tier = try columns.optionalWord(Difficulty.self)
    let reasons = try columns.optionalText()
    guard let tier else { return nil }
    return DifficultyTag(tier, reasons: try reasons.map { try StoredJSON.strings(in: $0) } ?? [])
  }

  private static func provenance(_ columns: inout ColumnReader) throws -> Provenance {
    var source = SourceReference(id: try columns.text())
    source.row = try columns.optionalInt()
    source.byte = try columns.optionalInt()
    let start = try columns.optionalInt(), end = try columns.optionalInt()
    if let start, let end, start <= end { source.span = start..<end }
    var provenance = Provenance(real: source)
    let name = try columns.optionalText(), parameters = try columns.optionalText()
    let seed = try columns.optionalInt(), draw = try columns.optionalInt()
    if let name, let parameters, let seed, let draw {
      provenance.method = MethodApplication(
        name: name,
        parameters: try StoredJSON.object(in: parameters),
        seed: seed,
        draw: draw
      )
    }
    provenance.model = try columns.optionalText()
    provenance.promptVersion = try columns.optionalText()
    provenance.depth = try columns.int()
    provenance.batch = try columns.optionalText()
    provenance.edits = try StoredJSON.edits(in: columns.text())
    return provenance
  }

  /// The parents of a sample in the order in which its method named them.
  static func parents(of child: String, _ db: Database) throws -> [SampleID] {
    let statement = try db.cachedStatement(
      sql: "SELECT parent FROM parents WHERE child = ? ORDER BY position"
    )
    return try String.fetchAll(statement, arguments: [child]).map(ColumnReader.id)
  }
}

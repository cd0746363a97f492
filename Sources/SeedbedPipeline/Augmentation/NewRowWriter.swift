import SeedbedData
import SeedbedKernels

/// Writes rows that are made of no row, but of a document, a schema or a template.
struct NewRowWriter {
  private var writer: JSONLinesWriter
  private let options: AugmentOptions
  /// The id of each method's batch.
  private let batches: [String]
  private var buffer: [UInt8] = []
  private(set) var report: AugmentReport

  /// Opens the file for the rows, which are JSON Lines.
  init(path: String, options: AugmentOptions) throws {
    guard ![".csv", ".tsv"].contains(where: path.lowercased().hasSuffix) else {
      throw SeedbedError(
        .usage,
        "\(options.methods.joined(separator: ", ")) makes new rows, which have no columns in common: "
          + "they are written as JSON Lines, not to `\(path)`",
        hint: "name a file that ends in .jsonl"
      )
    }
    writer = try JSONLinesWriter(path: path)
    self.options = options
    let plan = options.digest
    batches = options.methods.map { Batch(plan: plan, method: $0).id }
    report = AugmentReport(methods: options.methods)
  }

  /// One row with what is recorded of it.
  struct Row {
    /// The place of its method among those asked for.
    var part: Int
    var fields: JSONObject
    /// The field that holds its text.
    var text: String
    var spans: [TextSpan] = []
    var tags: [String] = []
    var source: SourceReference
    var parents: [SampleID] = []
    /// What was drawn.
    var parameters: JSONObject
    var draw: Int
  }

  /// Writes a row.
  mutating func write(_ row: Row) throws {
    let method = options.methods[row.part]
    let text = row.fields[row.text]?.string ?? ""
    var sample = Sample.synthetic(
      row: row.fields,
      text: text,
      textPath: FieldPath(field: row.text),
      comparisonText: text,
      label: nil,
      spans: row.spans,
      fields: FieldMap(),
      provenance: Provenance(
        synthetic: row.source,
        method: MethodApplication(
          name: method,
          parameters: row.parameters,
          seed: options.seed,
          draw: row.draw
        ),
        parents: row.parents,
        depth: 1,
        edits: [],
        batch: batches[row.part]
      )
    )
    sample.tags = row.tags
    buffer.removeAll(keepingCapacity: true)
    if options.isPlain {
      SampleRowWriter().writePlain(sample, into: &buffer)
    } else {
      SampleRowWriter().write(sample, into: &buffer)
    }
    try writer.write(lines: buffer, count: 1)
    report.parts[row.part].made += 1
  }

  /// Notes that something was read, and how often a method found nothing to make of it.
  mutating func count(read: Int = 0, unchanged part: Int? = nil) {
    report.rows += read
    if let part { report.parts[part].unchanged += 1 }
  }

  /// Puts everything on the disk.
  mutating func close() throws -> AugmentReport {
    try writer.close()
    report.written = writer.count
    return report
  }
}

import SeedbedData
import SeedbedKernels

/// Learns templates from the rows of a file and fills them anew, without a project.
public struct TemplateAugmenter: Sendable {
  /// The name under which it is asked for.
  public static let method = "templates"

  private let options: AugmentOptions

  /// Takes the options; nil where other methods are asked for.
  ///
  /// - Parameter options: What is asked for; `copies` new rows are made for each row that a template explains.
  public init?(_ options: AugmentOptions) {
    guard options.methods == [Self.method] else { return nil }
    self.options = options
  }

  /// Learns and fills.
  ///
  /// The rows are held in memory, for a template is what several have in common.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - path: Where the rows go, or `-` for standard output.
  /// - Returns: What was done.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read or written;
  ///   `CancellationError`.
  public func augment(_ file: TextFile, to path: String) throws -> AugmentReport {
    var writer = try NewRowWriter(path: path, options: options)
    var samples = try file.samples()
    var rows: [TemplateRow] = []
    var shape: JSONObject?
    while case let batch = try samples.nextBatch(1024), !batch.isEmpty {
      try Task.checkCancellation()
      for sample in batch {
        guard !sample.tags.contains("span_invalid"),
          let text = SampleText(sample, language: options.language)
        else { continue }
        if shape == nil { shape = sample.fields.blanked }
        rows.append(
          TemplateRow(
            id: sample.id.hex,
            text: sample.text,
            label: sample.label,
            marks: text.seed.marks
          )
        )
      }
      writer.count(read: batch.count)
    }
    let learned = LearnedTemplates(rows: rows)
    let made = learned.expansions(count: learned.explained * options.copies, seed: options.seed)
    for (draw, expansion) in made.enumerated() {
      try write(expansion, draw: draw, shape: shape ?? JSONObject(), file.fields, &writer)
    }
    var report = try writer.close()
    report.badRows = samples.badRows
    return report
  }

  private func write(
    _ expansion: LearnedExpansion,
    draw: Int,
    shape: JSONObject,
    _ fields: FieldMap,
    _ writer: inout NewRowWriter
  ) throws {
    let offsets = ScalarOffsets(expansion.text)
    let spans = expansion.marks.compactMap { mark -> TextSpan? in
      guard let start = offsets.scalar(fromUTF8: mark.range.lowerBound),
        let end = offsets.scalar(fromUTF8: mark.range.upperBound)
      else { return nil }
      return TextSpan(
        start: start,
        end: end,
        label: mark.label,
        text: String(expansion.text.slice(mark.range))
      )
    }
    var row = shape
    let path = fields.text ?? FieldPath(field: "text")
    path.set(.string(expansion.text), in: &row)
    if let label = expansion.label { fields.label?.set(.string(label), in: &row) }
    if fields.hasSpans { SampleBuilder(fields: fields, file: "").write(spans, to: &row) }
    try writer.write(
      NewRowWriter.Row(
        part: 0,
        fields: row,
        text: path.description,
        spans: spans,
        source: SourceReference(
          id: "template:\(expansion.template)",
          span: 0..<offsets.scalarCount
        ),
        parameters: ["slots": .object(expansion.slots)],
        draw: draw
      )
    )
  }
}

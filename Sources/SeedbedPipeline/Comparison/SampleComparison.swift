public import SeedbedData
public import SeedbedLearning

extension FileComparison {
  /// Compares the samples of a project instead of files.
  ///
  /// - Parameters:
  ///   - real: The real samples, at least one.
  ///   - synthetic: The synthetic samples, at least one.
  ///   - fields: Which fields of the rows hold text and label.
  ///   - embedder: What embeds texts; nil where the rows are records.
  ///   - options: How to compare.
  ///   - progress: Told what is being done.
  /// - Returns: The report; nil where a side has no row.
  /// - Throws: What the embedder throws, and `CancellationError`.
  public static func compare(
    real: [Sample],
    synthetic: [Sample],
    fields: FieldMap,
    embedder: (any Embedder)?,
    options: ComparisonOptions,
    progress: @Sendable (String) -> Void = { _ in }
  ) async throws -> ComparisonReport? {
    guard !real.isEmpty, !synthetic.isEmpty else { return nil }
    let isOfTexts = embedder != nil && (fields.text != nil || fields.conversation != nil)
    let sides = [("real", real), ("synthetic", synthetic)].map {
      ComparedRows($0.1, named: $0.0, fields: fields, isOfTexts: isOfTexts)
    }
    return try await compare(
      sides,
      textFields: sides.map { _ in fields.text?.description },
      labelField: fields.label?.description,
      embedder: embedder,
      isOfTexts: isOfTexts,
      options: options,
      progress: progress
    )
  }
}

extension ComparedRows {
  /// The rows of samples.
  ///
  /// - Parameters:
  ///   - samples: The samples.
  ///   - name: What the side is called.
  ///   - fields: Which fields of the rows hold text and label.
  ///   - isOfTexts: Whether the rows are texts and no records.
  init(_ samples: [Sample], named name: String, fields: FieldMap, isOfTexts: Bool) {
    self.init(named: name)
    let paths = [
      fields.text, fields.conversation, fields.label, fields.id, fields.input, fields.context,
      fields.output, fields.spans, fields.spanColumns?.start, fields.spanColumns?.end,
    ]
    var skipped: Set = ["seedbed"]
    for case .key(let name)? in paths.map({ $0?.steps.first }) { skipped.insert(name) }
    for (index, sample) in samples.enumerated() {
      if isOfTexts { texts.append(sample.text) }
      labels.append(sample.label)
      columns.add(sample.fields, except: skipped)
      numbers.append(index + 1)
    }
  }
}

import SeedbedData
import SeedbedKernels
import SeedbedText

/// Makes questions about documents, without a project.
public struct DocumentAugmenter: Sendable {
  private let options: AugmentOptions
  private let methods: [any DocumentMethod]

  /// Resolves the methods; nil where they are not all about documents.
  ///
  /// - Parameters:
  ///   - options: What is asked for; of each section every method makes up to `copies` questions.
  ///   - registry: The methods.
  public init?(_ options: AugmentOptions, registry: MethodRegistry) {
    self.options = options
    methods = options.methods.compactMap { name in
      registry.documents.first { $0.descriptor.name == name }
    }
    guard methods.count == options.methods.count, !methods.isEmpty else { return nil }
  }

  /// Asks about documents.
  ///
  /// - Parameters:
  ///   - files: The documents.
  ///   - path: Where the rows go, or `-` for standard output.
  ///   - progress: Told how many documents have been read.
  /// - Returns: What was done; `rows` counts documents.
  /// - Throws: A `SeedbedError` when the rows cannot be written; `CancellationError`.
  public func augment(
    _ files: [DocumentFiles.File],
    to path: String,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws -> AugmentReport {
    var writer = try NewRowWriter(path: path, options: options)
    for (number, file) in files.enumerated() {
      try ask(
        about: file.text,
        format: DocumentFormat(ofFile: file.name, text: file.text),
        id: file.name,
        parent: nil,
        &writer
      )
      progress(number + 1)
    }
    return try writer.close()
  }

  /// Asks about the documents that the rows of a file hold.
  ///
  /// - Parameters:
  ///   - file: The file, whose text is a document in each row.
  ///   - path: Where the rows go, or `-` for standard output.
  ///   - progress: Told how many rows have been read.
  /// - Returns: What was done.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read or written;
  ///   `CancellationError`.
  public func augment(
    rowsOf file: TextFile,
    to path: String,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws -> AugmentReport {
    var writer = try NewRowWriter(path: path, options: options)
    var samples = try file.samples()
    while let sample = try samples.nextBatch(1).first {
      try ask(
        about: sample.text,
        format: DocumentFormat(ofFile: "", text: sample.text),
        id: sample.id.hex,
        parent: sample.id,
        &writer
      )
      progress(writer.report.rows)
    }
    var report = try writer.close()
    report.badRows = samples.badRows
    return report
  }

  private func ask(
    about text: String,
    format: DocumentFormat,
    id: String,
    parent: SampleID?,
    _ writer: inout NewRowWriter
  ) throws {
    let own = LanguageIdentifier(languages: []).identify(text).code
    let document = SectionedDocument(
      text,
      format: format,
      id: id,
      language: options.language ?? own
    )
    writer.count(read: 1)
    for (place, section) in document.sections.enumerated() {
      try Task.checkCancellation()
      for (part, method) in methods.enumerated() {
        var random = CounterRandom(
          seed: UInt64(bitPattern: Int64(options.seed)),
          sample: "\(id)/\(place)",
          operation: method.descriptor.name,
          draw: 0
        )
        let questions = method.questions(about: place, in: document, random: &random)
        if questions.isEmpty { writer.count(unchanged: part) }
        for (draw, question) in questions.prefix(options.copies).enumerated() {
          try writer.write(
            NewRowWriter.Row(
              part: part,
              fields: DocumentQuestionRows.row(question, about: section, document: id),
              text: "question",
              tags: question.isAnswerable ? [] : ["unanswerable"],
              source: SourceReference(
                id: parent == nil ? "document:\(id)" : id,
                span: section.range
              ),
              parents: parent.map { [$0] } ?? [],
              parameters: question.parameters,
              draw: draw
            )
          )
        }
      }
    }
  }
}

import SeedbedData
public import SeedbedLearning
import SeedbedText

/// Compares two files row by row and as wholes, without a project.
public enum FileComparison {
  /// Compares files.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - embedder: What embeds texts; nil where the rows are records, which need none.
  ///   - options: How to compare.
  ///   - progress: Told what is being done.
  /// - Returns: The report.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read, what the embedder throws, and
  ///   `CancellationError`.
  public static func compare(
    _ files: ComparedFiles,
    embedder: (any Embedder)?,
    options: ComparisonOptions = .init(),
    progress: @Sendable (String) -> Void = { _ in }
  ) async throws -> ComparisonReport {
    progress("reading")
    let sides = try [files.real, files.synthetic, files.holdout].compactMap(\.self)
      .map { try ComparedRows($0, of: files) }
    let textFields = [files.real, files.synthetic, files.holdout].compactMap(\.self)
      .map { $0.fields.text?.description }
    return try await compare(
      sides,
      textFields: textFields,
      labelField: files.label?.description,
      embedder: files.isOfTexts ? embedder : nil,
      isOfTexts: files.isOfTexts,
      options: options,
      progress: progress
    )
  }

  /// Compares rows that were read before.
  ///
  /// - Parameters:
  ///   - sides: The real rows, the synthetic ones and, where there are some, other real ones.
  ///   - textFields: The field of the texts of each side.
  ///   - labelField: The field of the labels.
  ///   - embedder: What embeds texts.
  ///   - isOfTexts: Whether the rows are texts and no records.
  ///   - options: How to compare.
  ///   - progress: Told what is being done.
  /// - Returns: The report.
  /// - Throws: What the embedder throws, and `CancellationError`.
  static func compare(
    _ sides: [ComparedRows],
    textFields: [String?],
    labelField: String?,
    embedder: (any Embedder)?,
    isOfTexts: Bool,
    options: ComparisonOptions,
    progress: @Sendable (String) -> Void
  ) async throws -> ComparisonReport {
    let compared = ComparedColumns(sides)
    func side(_ index: Int) -> ComparisonReport.Side {
      ComparisonReport.Side(
        name: sides[index].name,
        rows: sides[index].count,
        badRows: sides[index].badRows,
        repeatedRows: 0,
        textField: textFields[index],
        sampledRows: 0
      )
    }
    var report = ComparisonReport(
      real: side(0),
      synthetic: side(1),
      holdout: sides.count > 2 ? side(2) : nil,
      seed: options.seed
    )
    var traits: [TextTraits] = []
    if isOfTexts {
      guard let embedder else {
        throw SeedbedError(.usage, "texts cannot be compared without an embedder")
      }
      report.model = embedder.identity
      progress("measuring texts")
      traits = try await Self.traits(sides, options)
      report.numbers = TextTraits.numberNames.enumerated().compactMap { index, name in
        NumberDrift(
          name,
          real: traits[0].numbers[index],
          synthetic: traits[1].numbers[index],
          options
        )
      }
      report.categories = TextTraits.categoryNames.enumerated().compactMap { index, name in
        CategoryDrift(
          name,
          real: traits[0].categories[index],
          synthetic: traits[1].categories[index],
          options
        )
      }
      try await compareTexts(sides, embedder, options, &report, progress)
    }
    progress("comparing labels and columns")
    compareLabels(sides, traits, compared, labelField, options, &report)
    let labels = report.labels == nil ? nil : (real: sides[0].labels, synthetic: sides[1].labels)
    report.columns = try ColumnComparison(compared, labels: labels, options)
    if !isOfTexts { report.records = try RecordPrivacy(sides, compared, options) }
    report.real.repeatedRows = traits.first?.repeated ?? sides[0].repeatedRecords(compared, side: 0)
    report.synthetic.repeatedRows =
      traits.dropFirst().first?.repeated ?? sides[1].repeatedRecords(compared, side: 1)
    if sides.count > 2 {
      report.holdout?.repeatedRows =
        traits.last?.repeated ?? sides[2].repeatedRecords(compared, side: 2)
    }
    report.settle()
    return report
  }

  private static let textsForLanguages = 2000

  private static func traits(
    _ sides: [ComparedRows],
    _ options: ComparisonOptions
  ) async throws -> [TextTraits] {
    let sample = RowSample(seed: options.seed)
    let texts = sides.prefix(2).enumerated().flatMap { side, rows in
      sample.rows(textsForLanguages, of: rows.count, side: side, for: "languages")
        .map { rows.texts[$0] }
    }
    let languages = LanguageIdentifier.detectLanguages(in: texts, minimumShare: 0.02)
    var traits: [TextTraits] = []
    for side in sides {
      traits.append(
        try await TextTraits(side.texts, languages: languages, threads: options.threads)
      )
    }
    return traits
  }

  private static func compareTexts(
    _ sides: [ComparedRows],
    _ embedder: any Embedder,
    _ options: ComparisonOptions,
    _ report: inout ComparisonReport,
    _ progress: @Sendable (String) -> Void
  ) async throws {
    progress("embedding")
    var texts: [[String]] = [], vectors: [VectorTable] = []
    for (index, side) in sides.enumerated() {
      let rows = RowSample(seed: options.seed)
        .rows(options.sample, of: side.count, side: index, for: "texts")
      texts.append(rows.map { side.texts[$0] })
      vectors.append(try await embedder.embed(texts[index], threads: options.threads))
    }
    report.real.sampledRows = texts[0].count
    report.synthetic.sampledRows = texts[1].count
    if texts.count > 2 { report.holdout?.sampledRows = texts[2].count }
    progress("telling the sides apart")
    report.texts = try await TextDrift(
      texts[0],
      texts[1],
      vectors: (vectors[0], vectors[1]),
      options
    )
    progress("measuring variety")
    report.diversity = try DiversityComparison(
      texts[0],
      texts[1],
      vectors: (vectors[0], vectors[1]),
      options
    )
    guard options.looksForCopies else { return }
    progress("looking for copies")
    report.privacy = try await TextPrivacy(
      real: sides[0],
      synthetic: sides[1],
      holdout: sides.count > 2 ? sides[2] : nil,
      vectors: (vectors[0], vectors[1], vectors.count > 2 ? vectors[2] : nil),
      options
    )
  }

  private static func compareLabels(
    _ sides: [ComparedRows],
    _ traits: [TextTraits],
    _ compared: ComparedColumns,
    _ labelField: String?,
    _ options: ComparisonOptions,
    _ report: inout ComparisonReport
  ) {
    let words = TextTraits.numberNames.firstIndex(of: "words")
    report.labels = LabelDrift(
      real: sides[0].labels,
      synthetic: sides[1].labels,
      words: words.flatMap { index in
        traits.count > 1 ? (traits[0].numbers[index], traits[1].numbers[index]) : nil
      },
      options
    )
    guard report.labels != nil else { return }
    report.labelField = labelField
    let labels = (real: sides[0].labels, synthetic: sides[1].labels)
    if traits.count > 1 {
      for (index, name) in TextTraits.categoryNames.enumerated() {
        report.slices += [
          SliceBias(
            name,
            labels: labels,
            values: (traits[0].categories[index], traits[1].categories[index])
          )
        ].compactMap(\.self)
      }
    }
    for column in compared.columns {
      guard case .categories(let real) = column.sides[0],
        case .categories(let synthetic) = column.sides[1],
        let slice = SliceBias(column.name, labels: labels, values: (real, synthetic))
      else { continue }
      report.slices.append(slice)
    }
  }
}

extension ComparedRows {
  /// How many records are the same as an earlier one in label and columns.
  fileprivate func repeatedRecords(_ compared: ComparedColumns, side: Int) -> Int {
    var seen: Set<[String?]> = []
    let values = compared.columns.map { columns.values(of: $0.name) }
    for row in 0..<count { seen.insert([labels[row]] + values.map { $0[row] }) }
    return count - seen.count
  }
}

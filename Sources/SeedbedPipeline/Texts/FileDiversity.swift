import SeedbedData
public import SeedbedLearning
import SeedbedText

/// Measures how varied the rows of a file are, without a project.
public enum FileDiversity {
  /// What was measured.
  public struct Result: Sendable {
    /// The measures.
    public var diversity: DiversityReport
    /// Which texts the rows with these positions have; for the examples of clusters.
    public var examples: [Int: String]
    /// Where the rows stand in the file.
    public var numbers: RowNumbers
    /// Rows that were left out because they cannot be read.
    public var badRows: Int
  }

  private static let rowsPerBatch = 4096
  /// The longest text, in bytes, from which the language is told.
  private static let textsForLanguage = 500

  /// Measures a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - vectors: Vectors made before, one a row; nil to make them.
  ///   - embedder: What makes the vectors, where none are given.
  ///   - threads: The most threads, at least 1.
  ///   - progress: Told what is being done.
  /// - Returns: The measures.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read, what the embedder throws,
  ///   and `CancellationError`.
  public static func measure(
    _ file: TextFile,
    vectors: NPYReader?,
    embedder: (any Embedder)?,
    threads: Int,
    progress: @Sendable (String) -> Void = { _ in }
  ) async throws -> Result {
    var rows = try file.rows()
    var texts: [String] = [], labels: [String?] = [], numbers = RowNumbers()
    var search = try DuplicateSearch(options: DuplicateOptions(threads: threads))
    progress("reading")
    while case let batch = try rows.nextBatch(rowsPerBatch), !batch.isEmpty {
      let added = batch.map(\.text)
      try search.add(added)
      texts += added
      labels += batch.map(\.label)
      for row in batch { numbers.append(row.row.number) }
    }
    let duplicates = try await search.report()
    let language = LanguageIdentifier.detectLanguages(
      in: Array(texts.prefix(textsForLanguage)),
      minimumShare: 0.5
    ).first
    let meter = DiversityMeter(language: language ?? "en", threads: threads)
    let hasLabels = labels.contains { $0 != nil }
    let diversity: DiversityReport
    if let vectors {
      guard vectors.count == texts.count else {
        throw SeedbedError(
          .usage,
          "there are \(vectors.count) vectors for \(texts.count) rows",
          hint: "make them with `seedbed embed` from the same file, with the same `--on-bad-row`"
        )
      }
      progress("measuring")
      diversity = try await meter.measure(
        texts,
        labels: hasLabels ? labels : nil,
        vectors: vectors.table(),
        nearPatterns: duplicates.kept
      )
    } else if let embedder {
      progress("embedding")
      diversity = try await meter.measure(
        texts,
        labels: hasLabels ? labels : nil,
        embedder: embedder,
        nearPatterns: duplicates.kept
      )
    } else {
      preconditionFailure("diversity needs vectors or what makes them")
    }
    let examples = diversity.clusters.map { ($0.example, texts[$0.example]) }
    return Result(
      diversity: diversity,
      examples: Dictionary(examples) { first, _ in first },
      numbers: numbers,
      badRows: rows.badRows
    )
  }
}

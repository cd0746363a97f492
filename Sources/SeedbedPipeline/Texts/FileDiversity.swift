import SeedbedData
import SeedbedLearning

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

  /// Measures a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - vectors: Where the vectors come from.
  ///   - threads: The most threads, at least 1.
  ///   - progress: Told what is being done.
  /// - Returns: The measures.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read, what the embedder throws,
  ///   and `CancellationError`.
  public static func measure(
    _ file: TextFile,
    vectors: VectorSource,
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
    let meter = DiversityMeter(language: MainLanguage.of(texts), threads: threads)
    let known = labels.contains { $0 != nil } ? labels : nil
    progress("measuring")
    let diversity =
      switch vectors {
      case .embedder(let embedder):
        try await meter.measure(
          texts,
          labels: known,
          embedder: embedder,
          nearPatterns: duplicates.kept
        )
      case .file(let reader):
        try await meter.measure(
          texts,
          labels: known,
          vectors: try reader.table(forRows: texts.count),
          nearPatterns: duplicates.kept
        )
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

import SeedbedData
public import SeedbedLearning

/// Searches a file for the rows of benchmark files, without a project.
public struct FileDecontaminator: Sendable {
  /// What was found in one row of the file.
  public struct Row: Sendable {
    /// Which row of the file it is, from 1.
    public var number: Int
    /// What was found.
    public var leaks: RowLeaks
  }

  /// What was found in a file.
  public struct Result: Sendable {
    /// The rows that are not clean, in the order of the file.
    public var rows: [Row]
    /// The counts in both directions.
    public var summary: DecontaminationSummary
    /// Rows of the file that were left out because they cannot be read.
    public var badRows: Int
  }

  private static let rowsPerBatch = 4096
  /// The most benchmark rows close in meaning that are weighed for one row.
  private static let mostNeighbors = 3

  private let index: BenchmarkIndex
  private let threads: Int
  private let embedder: (any Embedder)?
  private let vectors: VectorTable?

  /// Reads the benchmarks.
  ///
  /// - Parameters:
  ///   - benchmarks: The files with the rows to look for.
  ///   - options: How the data is searched.
  ///   - embedder: What compares meaning, where that is wanted.
  ///   - threads: The most threads, at least 1.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read, and what the embedder
  ///   throws.
  public init(
    benchmarks: [TextFile],
    options: DecontaminationOptions,
    embedder: (any Embedder)? = nil,
    threads: Int
  ) async throws {
    var rows: [BenchmarkRow] = []
    for file in benchmarks {
      var reader = try file.rows()
      while case let batch = try reader.nextBatch(Self.rowsPerBatch), !batch.isEmpty {
        for row in batch {
          rows.append(
            BenchmarkRow(
              file: file.name,
              row: row.row.number - 1,
              question: row.text,
              answer: row.answer
            )
          )
        }
      }
    }
    do {
      index = try BenchmarkIndex(rows, options: options)
    } catch let error as DecontaminationError {
      throw SeedbedError(.usage, error.description)
    }
    self.threads = threads
    self.embedder = embedder
    vectors = try await embedder?.embed(rows.map(\.joined), threads: threads)
  }

  /// Searches a file, in memory that grows with what is found and not with the file.
  ///
  /// - Parameters:
  ///   - file: The data.
  ///   - progress: Told how many rows have been searched.
  /// - Returns: What was found.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read; `CancellationError`.
  public func search(
    _ file: TextFile,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Result {
    var reader = try file.rows()
    var scanner = DecontaminationScanner(index)
    var numbers: [Int: Int] = [:]
    var batch = try reader.nextBatch(Self.rowsPerBatch)
    while !batch.isEmpty {
      let first = scanner.scannedRows
      let rows = try await scanned(batch)
      // The next rows are read while these are searched.
      let current = scanner
      async let step = Self.scan(rows, with: current, threads: threads)
      let next = try reader.nextBatch(Self.rowsPerBatch)
      let (advanced, found) = try await step
      scanner = advanced
      for leaks in found where leaks.outcome != .clean {
        numbers[leaks.row] = batch[leaks.row - first].row.number
      }
      progress(scanner.scannedRows)
      batch = next
    }
    let report = scanner.report()
    return Result(
      rows: report.rows.map { Row(number: numbers[$0.row] ?? $0.row + 1, leaks: $0) },
      summary: report.summary,
      badRows: reader.badRows
    )
  }

  private static func scan(
    _ rows: [ScannedRow],
    with scanner: DecontaminationScanner,
    threads: Int
  ) async throws -> (DecontaminationScanner, [RowLeaks]) {
    var scanner = scanner
    let found = try await scanner.scan(rows, threads: threads)
    return (scanner, found)
  }

  private func scanned(_ batch: [TextRow]) async throws -> [ScannedRow] {
    var rows = batch.map { ScannedRow(text: $0.text, answer: $0.answer) }
    guard let embedder, let vectors else { return rows }
    let embedded = try await embedder.embed(rows.map(\.joined), threads: threads)
    let found = try await CosineSearch.matches(
      embedded,
      in: vectors,
      threshold: Float(index.options.semantic.low),
      threads: threads
    )
    for (row, neighbors) in found.enumerated() {
      let nearest = neighbors.sorted { ($1.cosine, $0.index) < ($0.cosine, $1.index) }
      rows[row].neighbors = nearest.prefix(Self.mostNeighbors).map {
        SemanticNeighbor(index: $0.index, cosine: Double($0.cosine))
      }
    }
    return rows
  }
}

/// Searches data for the rows of a benchmark, batch by batch.
///
/// Only rows with ties to the benchmark are remembered, so memory does not grow with clean data.
/// Whether an n-gram stands in too many rows is known when all data is read: until then a row can be
/// contaminated that the report calls undecided, never the other way round.
public struct DecontaminationScanner: Sendable {
  /// The benchmark.
  public let index: BenchmarkIndex
  /// How many rows were scanned.
  public private(set) var scannedRows = 0
  /// How many of them the n-gram rule could not speak of because they are too short.
  public private(set) var shortRows = 0
  private(set) var found: [(row: Int, ties: [LeakTie])] = []
  /// For each n-gram of the benchmark how many rows hold it.
  private(set) var gramRows: [Int]

  /// Prepares a search.
  ///
  /// - Parameter index: The benchmark to search for.
  public init(_ index: BenchmarkIndex) {
    self.index = index
    gramRows = [Int](repeating: 0, count: index.table.count)
  }

  /// Searches a batch of rows.
  ///
  /// - Parameters:
  ///   - batch: The rows that follow those scanned before.
  ///   - threads: The most threads, at least 1; the result does not depend on it.
  /// - Returns: What is found in each row, in order, before boilerplate of the data is known.
  /// - Throws: `CancellationError` when the task is cancelled; the scanner is then as before.
  public mutating func scan(_ batch: [ScannedRow], threads: Int) async throws -> [RowLeaks] {
    let index = index
    let searched = try await mapChunks(batch, threads: threads, chunk: 256) { rows in
      var search = RowSearch(index)
      return rows.map { search.search($0) }
    }
    var results: [RowLeaks] = []
    results.reserveCapacity(batch.count)
    for row in searched {
      for gram in row.grams { gramRows[Int(gram)] += 1 }
      if row.isShort { shortRows += 1 }
      if !row.ties.isEmpty { found.append((scannedRows, row.ties)) }
      results.append(index.leaks(row.ties, row: scannedRows))
      scannedRows += 1
    }
    return results
  }

  /// Decides about all rows scanned.
  ///
  /// - Returns: The rows that are not clean, and the counts in both directions.
  public func report() -> DecontaminationReport {
    let judge = BoilerplateJudge(self)
    let rows = found.map { (row: $0.row, ties: $0.ties.map(judge.judged)) }
    return DecontaminationReport(
      rows: rows.map { index.leaks($0.ties, row: $0.row) },
      summary: SummaryCounter(self, judge).summary(rows)
    )
  }
}

extension BenchmarkIndex {
  /// What a row's ties amount to.
  func leaks(_ ties: [LeakTie], row: Int) -> RowLeaks {
    guard !ties.isEmpty else { return RowLeaks(row: row, outcome: .clean) }
    let isContaminated = ties.contains { $0.reason == nil }
    let reasons = Set(ties.compactMap(\.reason))
    let sorted = ties.sorted(by: LeakTie.isStronger)
    let total = Set(sorted.flatMap { texts[$0.text].rows }).count
    let evidence = sorted.flatMap(\.evidence).prefix(options.evidenceLimit)
    return RowLeaks(
      row: row,
      outcome: isContaminated ? .contaminated : .undecided,
      reasons: isContaminated ? [] : UndecidedReason.allCases.filter { reasons.contains($0) },
      evidence: Array(evidence),
      omitted: total - evidence.count
    )
  }
}

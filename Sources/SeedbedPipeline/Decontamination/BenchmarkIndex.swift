import SeedbedKernels

/// The rows of one or more benchmarks, ready to be looked for in any amount of data.
///
/// Memory grows with the benchmark only: about forty bytes a word beside the texts themselves.
public struct BenchmarkIndex: Sendable {
  /// How the data is searched.
  public let options: DecontaminationOptions
  /// The rows looked for.
  public let rows: [BenchmarkRow]
  let rule: GramRule?
  let texts: [BenchmarkText]
  /// For each row whether the n-gram rule cannot speak of it.
  let shortRows: [Bool]
  /// For each row whether there is nothing to compare.
  let emptyRows: [Bool]
  let table: GramTable
  /// For each n-gram whether too many benchmark rows hold it.
  let boilerplate: [Bool]
  /// For each n-gram where its texts begin in `postings`.
  let postingStarts: [Int32]
  /// Texts by n-gram, ascending.
  let postings: [UInt32]
  let exact: [Digest128: [Int]]
  /// The bytes of the longest text as it is compared.
  let longestView: Int
  let near: NearTexts
  /// For each row the first of its texts.
  let firstTexts: [Int?]

  /// Indexes rows.
  ///
  /// - Parameters:
  ///   - rows: The rows, of any number of files.
  ///   - options: How the data is searched.
  /// - Throws: A `DecontaminationError` when there are no rows or an option is out of its range.
  /// - Complexity: O(words log words).
  public init(
    _ rows: [BenchmarkRow],
    options: DecontaminationOptions = DecontaminationOptions()
  ) throws {
    guard !rows.isEmpty else { throw DecontaminationError.noBenchmarkRows }
    try options.validate()
    var builder = BenchmarkTextBuilder(GramRule(options))
    for (position, row) in rows.enumerated() { builder.add(row, at: position) }
    let numbered = GramNumbering(builder, rows: rows, rule: options.benchmarkBoilerplate)
    var texts = builder.texts
    for index in texts.indices { texts[index].grams = numbered.grams[index] }
    WordWeights(builder, rows: rows, rule: options.benchmarkBoilerplate)
      .apply(to: &texts, boilerplate: numbered.boilerplate, n: builder.rule?.n ?? 1)
    self.options = options
    self.rows = rows
    self.rule = builder.rule
    self.texts = texts
    table = GramTable(numbered.hashes)
    boilerplate = numbered.boilerplate
    postingStarts = numbered.postingStarts
    postings = numbered.postings
    exact = builder.exact
    longestView = builder.longestView
    emptyRows = builder.emptyRows
    let minimum = builder.rule?.minimum ?? 0
    var shortRows = [Bool](repeating: builder.rule != nil, count: rows.count)
    for text in texts where !text.grams.isEmpty && text.words.count >= minimum {
      for row in text.rows { shortRows[row] = false }
    }
    self.shortRows = shortRows
    let views = options.preset == .exact ? [] : builder.views
    near = NearTexts(views, threshold: options.nearGrey)
    var firstTexts = [Int?](repeating: nil, count: rows.count)
    for (number, text) in texts.enumerated() {
      for row in text.rows where firstTexts[row] == nil { firstTexts[row] = number }
    }
    self.firstTexts = firstTexts
  }
}

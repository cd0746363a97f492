/// What a search found, over all data.
public struct DecontaminationReport: Sendable, Hashable {
  /// The rows that are not clean, ascending.
  public var rows: [RowLeaks]
  /// The counts.
  public var summary: DecontaminationSummary

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - rows: The rows that are not clean.
  ///   - summary: The counts.
  public init(rows: [RowLeaks], summary: DecontaminationSummary) {
    self.rows = rows
    self.summary = summary
  }
}

/// How many rows of the data are contaminated, and how many rows of the benchmarks leaked.
public struct DecontaminationSummary: Sendable, Hashable {
  /// Rows of the data in all.
  public var dataRows = 0
  /// Those in which nothing was found.
  public var clean = 0
  /// Those that hold a benchmark row.
  public var contaminated = 0
  /// Those of which no rule can tell.
  public var undecided = 0
  /// Rows of the data too short for the n-gram rule, compared as a whole instead.
  public var shortDataRows = 0
  /// N-grams that too many rows of a benchmark file hold.
  public var benchmarkBoilerplate = 0
  /// N-grams that too many rows of the data hold.
  public var dataBoilerplate = 0
  /// The counts of each benchmark file, in the order in which the files came.
  public var files: [BenchmarkFileSummary] = []

  /// A summary of nothing.
  public init() {}
}

/// What became of one benchmark file.
public struct BenchmarkFileSummary: Sendable, Hashable {
  /// The file.
  public var file: String
  /// Its rows.
  public var rows = 0
  /// Its rows that the data holds.
  public var leakedRows = 0
  /// Its rows that the data may hold, but no rule can tell.
  public var suspectedRows = 0
  /// Its rows too short for the n-gram rule, compared as a whole instead.
  public var shortRows = 0
  /// Its rows without any text to compare.
  public var emptyRows = 0
  /// Rows of the data that hold one of its rows.
  public var contaminatedDataRows = 0
  /// Further rows of the data that may.
  public var undecidedDataRows = 0
  /// The contaminated and leaked rows of each rule that found any, in the order of the rules.
  public var rules: [LeakRuleCount] = []

  /// A summary of a file without rows.
  ///
  /// - Parameter file: The file.
  public init(file: String) {
    self.file = file
  }
}

/// What one rule found of a benchmark file; one row can be found by several rules.
public struct LeakRuleCount: Sendable, Hashable {
  /// The rule.
  public var rule: LeakRule
  /// The rows of the data that it calls contaminated.
  public var dataRows: Int
  /// The rows of the benchmark that it found.
  public var benchmarkRows: Int

  /// Counts for a rule.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - dataRows: The rows of the data that it calls contaminated.
  ///   - benchmarkRows: The rows of the benchmark that it found.
  public init(rule: LeakRule, dataRows: Int, benchmarkRows: Int) {
    self.rule = rule
    self.dataRows = dataRows
    self.benchmarkRows = benchmarkRows
  }
}

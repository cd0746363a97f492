/// What ties a row of the data to a benchmark row.
public struct LeakEvidence: Sendable, Hashable {
  /// The benchmark file.
  public var file: String
  /// The row's number in that file.
  public var row: Int
  /// Which part of the benchmark row was found.
  public var part: BenchmarkPart
  /// The rule that found it.
  public var rule: LeakRule
  /// The share or similarity that the rule measures, 0…1.
  public var score: Double
  /// Why the rule could not decide; nil when it says contaminated.
  public var reason: UndecidedReason?
  /// The longest run of words that both texts share; nil when they share none.
  public var span: SharedSpan?

  /// Describes evidence.
  ///
  /// - Parameters:
  ///   - file: The benchmark file.
  ///   - row: The row's number in that file.
  ///   - part: Which part of the benchmark row was found.
  ///   - rule: The rule that found it.
  ///   - score: The share or similarity that the rule measures, 0…1.
  ///   - reason: Why the rule could not decide; nil when it says contaminated.
  ///   - span: The longest run of words that both texts share.
  public init(
    file: String,
    row: Int,
    part: BenchmarkPart,
    rule: LeakRule,
    score: Double,
    reason: UndecidedReason? = nil,
    span: SharedSpan? = nil
  ) {
    self.file = file
    self.row = row
    self.part = part
    self.rule = rule
    self.score = score
    self.reason = reason
    self.span = span
  }
}

/// A run of words that two texts share, whatever their case and punctuation.
///
/// Offsets count Unicode scalars of the joined texts as they were given, from a word's first
/// letter to a word's last one.
public struct SharedSpan: Sendable, Hashable {
  /// The run as the data has it, verbatim.
  public var text: String
  /// Where it is in the data row's joined text; half-open.
  public var data: Range<Int>
  /// Where it is in the benchmark row's joined text; half-open.
  public var benchmark: Range<Int>
  /// How many words it has, as the preset counts words.
  public var words: Int

  /// Describes a run.
  ///
  /// - Parameters:
  ///   - text: The run as the data has it.
  ///   - data: Where it is in the data row's joined text, in Unicode scalars.
  ///   - benchmark: Where it is in the benchmark row's joined text, in Unicode scalars.
  ///   - words: How many words it has.
  public init(text: String, data: Range<Int>, benchmark: Range<Int>, words: Int) {
    self.text = text
    self.data = data
    self.benchmark = benchmark
    self.words = words
  }
}

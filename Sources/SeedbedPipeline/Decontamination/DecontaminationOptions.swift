/// How to search data for benchmark rows.
public struct DecontaminationOptions: Sendable, Hashable {
  /// The rule for what counts as contaminated.
  public var preset: DecontaminationPreset
  /// Jaccard similarity of character 4-grams from which texts are near-duplicates, 0.5…1.
  public var nearThreshold = 0.8
  /// Similarity from which a pair below the threshold is undecided, 0.3…`nearThreshold`.
  public var nearGrey = 0.6
  /// Whether `datatrove` also counts n-grams that lie wholly in the question; off as published.
  public var questionGrams = false
  /// The n-grams that too many benchmark rows of a file hold; nil where all count.
  public var benchmarkBoilerplate: BoilerplateRule?
  /// The n-grams that too many data rows hold; nil where all count.
  public var dataBoilerplate: BoilerplateRule?
  /// Cosine from which a neighbour in meaning is contaminated, and from which it is undecided.
  public var semantic = SemanticThresholds()
  /// The most pieces of evidence kept for a row, at least 1.
  public var evidenceLimit = 4

  /// The options of a preset.
  ///
  /// - Parameter preset: The rule for what counts as contaminated.
  public init(_ preset: DecontaminationPreset = .seedbed) {
    self.preset = preset
    switch preset {
    case .seedbed:
      benchmarkBoilerplate = BoilerplateRule(share: 0.01, floor: 10)
      dataBoilerplate = BoilerplateRule(share: 0.01, floor: 20)
    case .gpt3:
      dataBoilerplate = BoilerplateRule(share: 0, floor: 10)
    default: break
    }
  }
}

/// The cosines at which closeness in meaning speaks.
public struct SemanticThresholds: Sendable, Hashable {
  /// From here a neighbour is contaminated, unless its numbers differ; -1…1.
  public var high: Double
  /// From here a neighbour is undecided; at most `high`.
  public var low: Double

  /// Sets the thresholds.
  ///
  /// - Parameters:
  ///   - high: Cosine from which a neighbour is contaminated.
  ///   - low: Cosine from which it is undecided.
  public init(high: Double = 0.95, low: Double = 0.85) {
    self.high = high
    self.low = low
  }
}

/// Why a benchmark cannot be indexed.
public enum DecontaminationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no row to look for.
  case noBenchmarkRows
  /// An option lies outside its range.
  case option(name: String, value: Double, range: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .noBenchmarkRows: "the benchmark has no rows: give at least one row to look for"
    case .option(let name, let value, let range): "\(name) is \(value): give a value in \(range)"
    }
  }
}

extension DecontaminationOptions {
  /// Refuses values that would make a rule meaningless.
  func validate() throws(DecontaminationError) {
    func check(
      _ name: String,
      _ value: Double,
      _ range: ClosedRange<Double>
    ) throws(DecontaminationError) {
      // NaN is in no range.
      guard range.contains(value) else {
        let words = "\(range.lowerBound)…\(range.upperBound)"
        throw .option(name: name, value: value, range: words)
      }
    }
    try check("nearThreshold", nearThreshold, 0.5...1)
    try check("nearGrey", nearGrey, 0.3...nearThreshold)
    try check("semantic.high", semantic.high, -1...1)
    try check("semantic.low", semantic.low, -1...semantic.high)
    try check("evidenceLimit", Double(evidenceLimit), 1...1_000_000)
  }
}

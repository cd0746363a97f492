import SeedbedLearning

/// How the further fields of rows differ, column by column and pair by pair.
public struct ColumnComparison: Sendable, Hashable {
  /// A column of numbers.
  public struct NumberColumn: Sendable, Hashable, Claimed {
    /// How its distribution differs.
    public var drift: NumberDrift
    /// The share of the real range that synthetic rows span; nil for a single real value.
    public var rangeCoverage: Double?
    /// The share of synthetic values within the real range.
    public var boundaryAdherence: Double?

    /// `1 − D` of Kolmogorov and Smirnov (`KSComplement`).
    public var score: Double { 1 - drift.ks.estimate }

    /// Whether it is a difference.
    public var claim: DriftClaim {
      get { drift.claim }
      set { drift.claim = newValue }
    }
    var isLarge: Bool { drift.isLarge }
  }

  /// Two columns together.
  public struct Pair: Sendable, Hashable {
    /// One column.
    public var first: String
    /// The other column.
    public var second: String
    /// `correlation_similarity` of two columns of numbers, else `contingency_similarity`.
    public var metric: String
    /// The similarity, in 0...1.
    public var score: Double
    /// Pearson's correlation among real rows, for two columns of numbers.
    public var realCorrelation: Double?
    /// The same among synthetic rows.
    public var syntheticCorrelation: Double?
  }

  /// A field that is not compared.
  public struct LeftColumn: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Why not.
    public var reason: String
  }

  /// The columns of numbers.
  public var numbers: [NumberColumn] = []
  /// The columns of categories.
  public var categories: [CategoryDrift] = []
  /// The pairs of columns, the label among them.
  public var pairs: [Pair] = []
  /// How many rows of each side the pairs are measured on, at most.
  public var pairRows = 0
  /// The fields that are not compared.
  public var left: [LeftColumn]

  /// The mean of the columns' scores (`Column Shapes`); nil without columns.
  public var columnShapes: Double? {
    Self.mean(numbers.map(\.score) + categories.map { 1 - $0.totalVariation.estimate })
  }

  /// The mean of the pairs' scores (`Column Pair Trends`); nil without pairs.
  public var columnPairTrends: Double? { Self.mean(pairs.map(\.score)) }

  /// The mean of both (`QualityReport`), or of the one there is.
  public var qualityScore: Double? {
    Self.mean([columnShapes, columnPairTrends].compactMap(\.self))
  }

  /// The most columns whose pairs are measured.
  static let mostPaired = 20
  /// The most rows of a side that pairs are measured on.
  static let mostPairRows = 10_000

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Compares columns; nil when there is none, compared or left.
  init?(
    _ compared: ComparedColumns,
    labels: (real: [String?], synthetic: [String?])?,
    _ options: ComparisonOptions
  ) throws {
    left = compared.left
    guard !compared.columns.isEmpty || !left.isEmpty else { return nil }
    for column in compared.columns {
      try Task.checkCancellation()
      switch (column.sides[0], column.sides[1]) {
      case (.numbers(let real), .numbers(let synthetic)):
        guard let drift = NumberDrift(column.name, real: real, synthetic: synthetic, options) else {
          continue
        }
        let (a, b) = (real.compactMap(\.self), synthetic.compactMap(\.self))
        numbers.append(
          NumberColumn(
            drift: drift,
            rangeCoverage: Metrics.rangeCoverage(reference: a, b),
            boundaryAdherence: Metrics.boundaryAdherence(reference: a, b)
          )
        )
      case (.categories(let real), .categories(let synthetic)):
        if let drift = CategoryDrift(column.name, real: real, synthetic: synthetic, options) {
          categories.append(drift)
        }
      default: continue
      }
    }
    try measurePairs(compared, labels, options)
  }

  private mutating func measurePairs(
    _ compared: ComparedColumns,
    _ labels: (real: [String?], synthetic: [String?])?,
    _ options: ComparisonOptions
  ) throws {
    var columns = compared.columns.prefix(Self.mostPaired).map { ($0.name, $0.sides) }
    if let labels {
      columns.append(("label", [.categories(labels.real), .categories(labels.synthetic)]))
    }
    guard columns.count > 1 else { return }
    let sample = RowSample(seed: options.seed)
    // The same places on both sides, so that a file is like itself.
    let rows: [[Int]] = (0...1).map { side in
      sample.rows(Self.mostPairRows, of: compared.counts[side], side: 0, for: "pairs")
    }
    pairRows = rows.map(\.count).max() ?? 0
    let drawn = columns.map { name, sides in
      PairedColumn(name, real: sides[0].column(rows[0]), synthetic: sides[1].column(rows[1]))
    }
    for first in drawn.indices {
      for second in drawn.indices where second > first {
        try Task.checkCancellation()
        if let pair = drawn[first].compared(with: drawn[second]) { pairs.append(pair) }
      }
    }
  }
}

/// A column of both sides, with its numbers and as categories.
private struct PairedColumn {
  private let name: String
  private let numbers: (real: [Double?], synthetic: [Double?])?
  private let codes: (real: [Int?], synthetic: [Int?])

  init(_ name: String, real: RecordColumn, synthetic: RecordColumn) {
    self.name = name
    switch (real, synthetic) {
    case (.numbers(let a), .numbers(let b)):
      numbers = (a, b)
      let bins = Metrics.equalWidthBins(reference: a, b)
      codes = (bins.reference, bins.other)
    case (.categories(let a), .categories(let b)):
      numbers = nil
      let names = Set((a + b).compactMap(\.self)).sorted()
      let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      codes = (a.map { $0.flatMap { places[$0] } }, b.map { $0.flatMap { places[$0] } })
    default:
      numbers = nil
      codes = ([], [])
    }
  }

  func compared(with other: PairedColumn) -> ColumnComparison.Pair? {
    if let numbers, let others = other.numbers {
      let real = Self.complete(numbers.real, others.real)
      let synthetic = Self.complete(numbers.synthetic, others.synthetic)
      return CorrelationSimilarity(reference: real, synthetic).map {
        ColumnComparison.Pair(
          first: name,
          second: other.name,
          metric: "correlation_similarity",
          score: $0.similarity,
          realCorrelation: $0.reference,
          syntheticCorrelation: $0.other
        )
      }
    }
    return Metrics.contingencySimilarity(
      reference: (codes.real, other.codes.real),
      (codes.synthetic, other.codes.synthetic)
    ).map {
      ColumnComparison.Pair(
        first: name,
        second: other.name,
        metric: "contingency_similarity",
        score: $0,
        realCorrelation: nil,
        syntheticCorrelation: nil
      )
    }
  }

  private static func complete(_ x: [Double?], _ y: [Double?]) -> (x: [Double], y: [Double]) {
    let pairs = zip(x, y).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
    return (pairs.map(\.0), pairs.map(\.1))
  }
}

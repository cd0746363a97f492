public import SeedbedLearning

/// How a column of categories differs between real and synthetic rows.
public struct CategoryDrift: Sendable, Hashable, Claimed {
  /// One category.
  public struct Value: Sendable, Hashable {
    /// Its name; nil for rows without a value.
    public var name: String?
    /// How many real rows have it.
    public var real: Int
    /// How many synthetic rows have it.
    public var synthetic: Int
  }

  /// What is measured.
  public var name: String
  /// Every category of either side by name, missing values last.
  public var values: [Value]
  /// How many real rows there are.
  public var realCount: Int
  /// How many synthetic rows there are.
  public var syntheticCount: Int
  /// The total variation with its 95 % interval (basic bootstrap).
  public var totalVariation: Interval
  /// The Jensen-Shannon distance with base 2, in 0...1.
  public var jensenShannonDistance: Double
  /// The share of real categories that synthetic rows have too.
  public var categoryCoverage: Double?
  /// Cramér's V of category and side; nil where there is one category only.
  public var cramersV: Double?
  /// Whether it is a difference, by the chi-square test; categories expected fewer than five times in a
  /// side are tested as one.
  public var claim: DriftClaim

  var isLarge: Bool { totalVariation.lower > ComparisonOptions.leastEffect }

  /// The category whose share changes most, of equal ones the first.
  public var largestChange: Value? {
    values.enumerated().max { a, b in
      (abs(change(of: a.element)), b.offset) < (abs(change(of: b.element)), a.offset)
    }?.element
  }

  /// The share of a category among synthetic rows less that among real ones.
  ///
  /// - Parameter value: The category.
  /// - Returns: A number in -1...1.
  public func change(of value: Value) -> Double {
    Double(value.synthetic) / Double(syntheticCount) - Double(value.real) / Double(realCount)
  }

  /// Compares two columns; nil when one has no row.
  init?(_ name: String, real: [String?], synthetic: [String?], _ options: ComparisonOptions) {
    var places: [String: Int32] = [:]
    for value in [real, synthetic].joined() {
      if let value, places[value] == nil { places[value] = 0 }
    }
    let names = places.keys.sorted()
    for (place, value) in names.enumerated() {
      places[value] = Int32(truncatingIfNeeded: place)
    }
    let none = Int32(truncatingIfNeeded: names.count)
    let codes: [[Int32]] = [real, synthetic].map { $0.map { $0.flatMap { places[$0] } ?? none } }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: names.count + 1), count: 2)
    for side in 0...1 { for code in codes[side] { counts[side][Int(code)] += 1 } }
    let (a, b) = (counts[0].map(Double.init), counts[1].map(Double.init))
    guard let variation = Metrics.totalVariation(a, b),
      let distance = Metrics.jensenShannonDistance(a, b, base: .two)
    else { return nil }
    self.name = name
    values = zip(names.map(Optional.some) + [nil], zip(counts[0], counts[1]))
      .map { Value(name: $0, real: $1.0, synthetic: $1.1) }
      .filter { $0.real + $0.synthetic > 0 }
    realCount = real.count
    syntheticCount = synthetic.count
    totalVariation = RankedPair(categories: codes[0], codes[1], count: names.count + 1)
      .variationInterval(around: variation, options)
    jensenShannonDistance = distance
    categoryCoverage = Metrics.categoryCoverage(reference: Array(a.dropLast()), Array(b.dropLast()))
    cramersV = ChiSquareTest(counts)?.cramersV
    claim = DriftClaim(pValue: ChiSquareTest(Self.pooled(counts))?.pValue ?? 1)
  }

  /// The counts with rare categories as one, as the approximation of the test wants.
  private static func pooled(_ counts: [[Int]]) -> [[Int]] {
    let totals = counts.map { $0.reduce(0, +) }
    let least = 5 * Double(totals[0] + totals[1]) / Double(max(min(totals[0], totals[1]), 1))
    let isRare = counts[0].indices.map { Double(counts[0][$0] + counts[1][$0]) < least }
    return counts.map { side in
      let kept = side.indices.filter { !isRare[$0] }.map { side[$0] }
      return kept + [side.reduce(0, +) - kept.reduce(0, +)]
    }
  }
}

/// The population stability index of two columns of numbers, with the bins that it depends on.
///
/// The sum of `(p − q) ln(p / q)` over bins. Bins decide its value, so they are stated: the deciles of
/// the reference, with open ends. Below 0.1 is usually read as stable, above 0.25 as a major shift; over
/// equal distributions it averages about `(bins − 1) · (1/n + 1/m)`.
public struct PopulationStability: Hashable, Sendable {
  /// The index, from 0.
  public let value: Double
  /// Where a bin ends and the next begins, ascending; a value on an edge belongs to the bin above.
  ///
  /// One fewer than bins, and fewer yet where quantiles of the reference are equal.
  public let edges: [Double]
  /// The share of the reference in each bin, as counted.
  public let reference: [Double]
  /// The share of the other column in each bin, as counted.
  public let other: [Double]

  /// Measures a column against a reference; nil when a column is empty or holds what is not a finite
  /// number.
  ///
  /// - Parameters:
  ///   - reference: The column that gives the bins.
  ///   - other: The other column.
  ///   - bins: How many bins, from 2.
  public init?(reference: [Double], _ other: [Double], bins: Int = 10) {
    precondition(bins > 1, "a stability index needs two bins")
    guard !reference.isEmpty, !other.isEmpty, reference.allSatisfy(\.isFinite),
      other.allSatisfy(\.isFinite)
    else { return nil }
    let sorted = reference.sorted()
    var edges: [Double] = []
    for bin in 1..<bins {
      let edge = Bootstrap.quantile(sorted, Double(bin) / Double(bins))
      // Interpolation between far ends may overflow.
      guard edge.isFinite else { return nil }
      if edges.last != edge { edges.append(edge) }
    }
    self.edges = edges
    self.reference = Self.shares(of: reference, edges)
    self.other = Self.shares(of: other, edges)
    guard let value = Metrics.populationStability(self.reference, self.other) else { return nil }
    self.value = value
  }

  private static func shares(of values: [Double], _ edges: [Double]) -> [Double] {
    var counts = [Int](repeating: 0, count: edges.count + 1)
    for value in values { counts[Metrics.bin(of: value, edges)] += 1 }
    return counts.map { Double($0) / Double(values.count) }
  }
}

extension Metrics {
  /// The population stability index of two distributions over the same bins or categories.
  ///
  /// Shares below 0.0001 are raised to that, and then all are divided by their sum.
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each category, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  /// - Returns: From 0; nil when either distribution is empty or holds a negative number.
  public static func populationStability(_ p: [Double], _ q: [Double]) -> Double? {
    guard let (p, q) = shares(p, q),
      let (a, b) = normalized(p.map { max($0, 1e-4) }, q.map { max($0, 1e-4) })
    else { return nil }
    return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * PortableMath.log($1.0 / $1.1) }
  }

  /// How many of the ascending edges a value has reached.
  static func bin(of value: Double, _ edges: [Double]) -> Int {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

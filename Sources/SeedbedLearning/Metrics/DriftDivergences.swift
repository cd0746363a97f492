extension Metrics {
  /// How many nats more it takes to write draws of `p` in the code made for `q` (`entropy(p, q)`, the
  /// Kullback-Leibler divergence).
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each category, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  /// - Returns: From 0; infinity where `p` has a category that `q` has not; nil when either
  ///   distribution is empty or holds a negative number.
  public static func kullbackLeibler(_ p: [Double], _ q: [Double]) -> Double? {
    guard let (p, q) = shares(p, q) else { return nil }
    var sum = 0.0
    for (a, b) in zip(p, q) where a > 0 {
      guard b > 0 else { return .infinity }
      sum += a * PortableMath.log(a / b)
    }
    return max(sum, 0)
  }

  /// The Hellinger distance `√(1 − Σ √(p q))`: 0 for equal distributions, 1 for those with no common
  /// category.
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each category, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  /// - Returns: A number in 0...1; nil when either distribution is empty or holds a negative number.
  public static func hellinger(_ p: [Double], _ q: [Double]) -> Double? {
    guard let (p, q) = shares(p, q) else { return nil }
    // Half the sum of squared differences of the roots is the same number without cancellation.
    let sum = zip(p, q).reduce(0.0) { sum, pair in
      let difference = pair.0.squareRoot() - pair.1.squareRoot()
      return sum + difference * difference
    }
    return min((sum / 2).squareRoot(), 1)
  }

  /// The share of the reference's categories that the other set has too (`CategoryCoverage`).
  ///
  /// - Parameters:
  ///   - reference: Counts or probabilities of each category.
  ///   - other: The same of the other set.
  /// - Returns: A number in 0...1, or nil when the reference has no category.
  public static func categoryCoverage(reference: [Double], _ other: [Double]) -> Double? {
    precondition(reference.count == other.count, "two distributions need the same categories")
    let present = reference.indices.filter { reference[$0] > 0 }
    guard !present.isEmpty else { return nil }
    return Double(present.count { other[$0] > 0 }) / Double(present.count)
  }

  /// How often each category occurs in two columns.
  ///
  /// - Parameters:
  ///   - first: One column.
  ///   - second: The other column.
  /// - Returns: The categories of both in ascending order, and their counts in each column.
  public static func categoryCounts<Category: Hashable & Comparable>(
    _ first: [Category],
    _ second: [Category]
  ) -> (categories: [Category], first: [Int], second: [Int]) {
    var counts: [Category: (Int, Int)] = [:]
    for value in first { counts[value, default: (0, 0)].0 += 1 }
    for value in second { counts[value, default: (0, 0)].1 += 1 }
    let ordered = counts.sorted { $0.key < $1.key }
    return (ordered.map(\.key), ordered.map(\.value.0), ordered.map(\.value.1))
  }

  /// Both as shares that sum to 1, or nil when either is empty or holds what is no share.
  static func shares(_ p: [Double], _ q: [Double]) -> ([Double], [Double])? {
    guard p.allSatisfy({ $0 >= 0 }), q.allSatisfy({ $0 >= 0 }) else { return nil }
    return normalized(p, q)
  }
}

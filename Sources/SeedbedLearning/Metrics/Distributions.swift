extension Metrics {
  /// The base of a logarithm.
  public enum LogarithmBase: String, Hashable, Sendable, CaseIterable {
    /// Natural logarithms; a divergence is in nats.
    case e
    /// Logarithms to base 2; a divergence is in bits.
    case two
  }

  /// Half the sum of the absolute differences of two distributions (`total_variation`).
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each category, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  /// - Returns: A number in 0...1, or nil when either distribution is empty.
  public static func totalVariation(_ p: [Double], _ q: [Double]) -> Double? {
    guard let (p, q) = normalized(p, q) else { return nil }
    return zip(p, q).reduce(0.0) { $0 + abs($1.0 - $1.1) } / 2
  }

  /// The root of the Jensen-Shannon divergence (`jensen_shannon_distance`).
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each category, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  ///   - base: The base of the logarithm; with base 2 the distance is at most 1.
  /// - Returns: The distance, or nil when either distribution is empty.
  public static func jensenShannonDistance(
    _ p: [Double],
    _ q: [Double],
    base: LogarithmBase = .e
  ) -> Double? {
    jensenShannonDivergence(p, q, base: base)?.squareRoot()
  }

  /// The Jensen-Shannon divergence, the square of the distance: how much a draw from either
  /// distribution tells on average about which of them it is from (`jensen_shannon_divergence`).
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each category, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  ///   - base: The base of the logarithm; with base 2 the divergence is at most 1.
  /// - Returns: The divergence, or nil when either distribution is empty.
  public static func jensenShannonDivergence(
    _ p: [Double],
    _ q: [Double],
    base: LogarithmBase = .e
  ) -> Double? {
    guard let (p, q) = normalized(p, q) else { return nil }
    var divergence = 0.0
    for (a, b) in zip(p, q) {
      let middle = (a + b) / 2
      if a > 0 { divergence += a * PortableMath.log(a / middle) / 2 }
      if b > 0 { divergence += b * PortableMath.log(b / middle) / 2 }
    }
    if base == .two { divergence /= PortableMath.log(2) }
    return max(divergence, 0)
  }

  /// The largest distance of two empirical distribution functions (`ks_statistic`).
  ///
  /// The Kolmogorov-Smirnov statistic of two samples; values that are not numbers are left out.
  ///
  /// - Parameters:
  ///   - first: One sample.
  ///   - second: The other sample.
  /// - Returns: A number in 0...1, or nil when either sample is empty.
  public static func ksStatistic(_ first: [Double], _ second: [Double]) -> Double? {
    let a = first.filter { !$0.isNaN }.sorted()
    let b = second.filter { !$0.isNaN }.sorted()
    guard !a.isEmpty, !b.isEmpty else { return nil }
    var i = 0
    var j = 0
    var largest = 0.0
    while i < a.count, j < b.count {
      let value = min(a[i], b[j])
      while i < a.count, a[i] == value { i += 1 }
      while j < b.count, b[j] == value { j += 1 }
      largest = max(largest, abs(Double(i) / Double(a.count) - Double(j) / Double(b.count)))
    }
    return largest
  }

  /// Both as shares that sum to 1, or nil when either is empty.
  static func normalized(_ p: [Double], _ q: [Double]) -> ([Double], [Double])? {
    precondition(p.count == q.count, "two distributions need the same categories")
    let sums = (p.reduce(0, +), q.reduce(0, +))
    guard sums.0 > 0, sums.1 > 0, sums.0.isFinite, sums.1.isFinite else { return nil }
    return (p.map { $0 / sums.0 }, q.map { $0 / sums.1 })
  }
}

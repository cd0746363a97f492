import SeedbedKernels
public import SeedbedLearning

/// How a column of numbers differs between real and synthetic rows.
public struct NumberDrift: Sendable, Hashable, Claimed {
  /// What one side holds.
  public struct Side: Sendable, Hashable {
    /// How many numbers there are.
    public var count: Int
    /// How many rows have none.
    public var missing: Int
    /// Their mean.
    public var mean: Double
    /// Their median.
    public var median: Double
    /// Their standard deviation (n − 1); 0 for a single number.
    public var standardDeviation: Double
    /// The least.
    public var minimum: Double
    /// The greatest.
    public var maximum: Double
  }

  /// What is measured.
  public var name: String
  /// The label of the rows, where only those of one are compared.
  public var label: String?
  /// The real numbers.
  public var real: Side
  /// The synthetic numbers.
  public var synthetic: Side
  /// The Kolmogorov-Smirnov statistic with its 95 % interval (basic bootstrap, which takes away what chance
  /// adds to the largest distance).
  public var ks: Interval
  /// The Wasserstein distance in the unit of the numbers.
  public var wasserstein: Double?
  /// The same in standard deviations of the real numbers.
  public var normalizedWasserstein: Double?
  /// The population stability index over deciles of the real numbers, with its bins.
  public var stability: PopulationStability?
  /// Whether it is a difference.
  public var claim: DriftClaim

  var isLarge: Bool { ks.lower > ComparisonOptions.leastEffect }

  /// The synthetic mean less the real one, in standard deviations of the real numbers; nil where those
  /// are all equal.
  public var standardizedMeanDifference: Double? {
    real.standardDeviation > 0
      ? (synthetic.mean - real.mean) / real.standardDeviation : nil
  }

  /// Compares two columns; nil when one holds no number.
  ///
  /// - Parameters:
  ///   - name: What is measured.
  ///   - label: The label of the rows, or nil for all.
  ///   - real: The real values; nil is missing, as is what is not finite.
  ///   - synthetic: The synthetic values.
  ///   - options: The seed of the draws and the threads.
  init?(
    _ name: String,
    label: String? = nil,
    real: [Double?],
    synthetic: [Double?],
    _ options: ComparisonOptions
  ) {
    let a = real.compactMap(\.self).filter(\.isFinite).sorted()
    let b = synthetic.compactMap(\.self).filter(\.isFinite).sorted()
    guard let test = KolmogorovSmirnovTest(a, b),
      let realSide = Side(a, rows: real.count),
      let syntheticSide = Side(b, rows: synthetic.count)
    else { return nil }
    self.name = name
    self.label = label
    self.real = realSide
    self.synthetic = syntheticSide
    ks = RankedPair(a, b).interval(around: test.statistic, options)
    wasserstein = Metrics.wasserstein(a, b)
    normalizedWasserstein = Metrics.normalizedWasserstein(reference: a, b)
    stability = PopulationStability(reference: a, b)
    claim = DriftClaim(pValue: test.pValue)
  }
}

extension NumberDrift.Side {
  /// Sums up sorted numbers; nil without any.
  fileprivate init?(_ sorted: [Double], rows: Int) {
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    count = sorted.count
    missing = rows - sorted.count
    self.mean = mean
    median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    standardDeviation =
      sorted.count > 1 ? (squares / Double(sorted.count - 1)).squareRoot() : 0
    minimum = least
    maximum = greatest
  }
}

/// Two samples as ranks among their different values, from which distances are drawn quickly.
struct RankedPair: Sendable {
  private let first: [Int32]
  private let second: [Int32]
  private let values: Int

  /// Takes two sorted samples.
  init(_ first: [Double], _ second: [Double]) {
    var ranks: ([Int32], [Int32]) = ([], [])
    ranks.0.reserveCapacity(first.count)
    ranks.1.reserveCapacity(second.count)
    var (i, j, rank) = (0, 0, Int32(0))
    while i < first.count || j < second.count {
      let value = min(
        i < first.count ? first[i] : .infinity,
        j < second.count ? second[j] : .infinity
      )
      while i < first.count, first[i] == value {
        ranks.0.append(rank)
        i += 1
      }
      while j < second.count, second[j] == value {
        ranks.1.append(rank)
        j += 1
      }
      rank += 1
    }
    (self.first, self.second) = ranks
    values = Int(rank)
  }

  /// Takes two columns of categories by their numbers, from 0.
  init(categories first: [Int32], _ second: [Int32], count: Int) {
    (self.first, self.second) = (first, second)
    values = count
  }

  /// The basic bootstrap interval of the Kolmogorov-Smirnov statistic.
  func interval(around estimate: Double, _ options: ComparisonOptions) -> Interval {
    drawn(around: estimate, options) { differences in
      var (sum, largest) = (0.0, 0.0)
      for difference in differences {
        sum += difference
        largest = max(largest, abs(sum))
      }
      return largest
    }
  }

  /// The basic bootstrap interval of the total variation.
  func variationInterval(around estimate: Double, _ options: ComparisonOptions) -> Interval {
    drawn(around: estimate, options) { $0.reduce(0) { $0 + abs($1) } / 2 }
  }

  /// Draws a statistic of the differences of shares, value by value.
  ///
  /// Distances of samples are on average larger than those of what they are drawn from, and distances of
  /// samples of samples by as much again: the basic interval turns the drawn distances around the estimate,
  /// which takes that away.
  private func drawn(
    around estimate: Double,
    _ options: ComparisonOptions,
    _ statistic: @escaping @Sendable ([Double]) -> Double
  ) -> Interval {
    let sample = RowSample(seed: options.seed)
    let most = ComparisonOptions.resampledRows
    let a = sample.rows(most, of: first.count, side: 0, for: "interval").map { first[$0] }
    let b = sample.rows(most, of: second.count, side: 1, for: "interval").map { second[$0] }
    let bootstrap = Bootstrap(
      replicates: ComparisonOptions.replicates,
      seed: options.seed,
      threads: options.threads
    )
    let count = values
    let found = bootstrap.interval(first: a.count, second: b.count) { left, right in
      var differences = [Double](repeating: 0, count: count)
      let (one, other) = (1 / Double(left.count), 1 / Double(right.count))
      for row in left { differences[Int(a[row])] += one }
      for row in right { differences[Int(b[row])] -= other }
      return statistic(differences)
    }
    guard let found else {
      return Interval(estimate: estimate, lower: 0, upper: 1, confidence: bootstrap.confidence)
    }
    // Of many rows the drawn ones have a distance of their own; its spread is that of all.
    let center = estimate + found.estimate
    return Interval(
      estimate: estimate,
      lower: max(0, min(estimate, center - found.upper)),
      upper: min(1, max(estimate, center - found.lower)),
      confidence: found.confidence
    )
  }
}

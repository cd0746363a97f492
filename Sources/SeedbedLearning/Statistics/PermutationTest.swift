import SeedbedKernels

/// Whether two samples differ more than parts of their union that are drawn at random do.
///
/// If both samples come from one distribution, then any way to hand out the labels is as probable as
/// the one in hand, so the share of random ways with a value at least as large is a p-value for any
/// statistic (Fisher 1935; the observed way counts as one of them, so p is never 0). Replicate `r` draws
/// from its own counter-based stream: the result depends on the seed alone.
public struct PermutationTest: Hashable, Sendable {
  /// What a test found.
  public struct Outcome: Hashable, Sendable {
    /// The value for the labels in hand.
    public let observed: Double
    /// `(1 + how many random values are at least as large) / (1 + how many were drawn)`.
    public let pValue: Double
    /// The value that must be exceeded for p to be at most 0.05; infinity with fewer than 19 draws.
    public let threshold: Double
    /// How many random values were drawn.
    public let permutations: Int

    init(observed: Double, drawn: [Double]) {
      self.observed = observed
      permutations = drawn.count
      pValue = Double(1 + drawn.count { $0 >= observed }) / Double(1 + drawn.count)
      let rank = drawn.count + 1 - (drawn.count + 1) / 20
      threshold = rank <= drawn.count ? drawn.sorted()[rank - 1] : .infinity
    }
  }

  /// How many random ways to hand out the labels are tried.
  public var permutations: Int
  /// The seed of all draws.
  public var seed: UInt64
  /// How many cores to use; the result does not depend on it.
  public var threads: Int

  /// Makes a test.
  ///
  /// - Parameters:
  ///   - permutations: How many random ways to try, from 1.
  ///   - seed: The seed of all draws.
  ///   - threads: How many cores to use.
  public init(permutations: Int = 999, seed: UInt64 = 0, threads: Int = 1) {
    precondition(permutations > 0, "a permutation test draws at least once")
    self.permutations = permutations
    self.seed = seed
    self.threads = threads
  }

  /// Tests any statistic of labelled rows.
  ///
  /// - Parameters:
  ///   - labels: Whether each row is of the first sample.
  ///   - strata: The stratum of each row, if labels may change places only within one (such as a fold of
  ///     cross-validation); nil for a single stratum.
  ///   - statistic: The value for labels, larger where the samples differ more; called from several
  ///     threads at once.
  /// - Returns: The outcome, or nil when the observed value is not a number. A random value that is not a
  ///   number counts as large.
  public func outcome(
    labels: [Bool],
    strata: [Int]? = nil,
    statistic: @Sendable ([Bool]) -> Double
  ) -> Outcome? {
    let observed = statistic(labels)
    guard !observed.isNaN else { return nil }
    let members = Self.members(of: strata, count: labels.count)
    let drawn = Parallel.map(permutations, threads: threads) { replicate in
      let value = statistic(shuffled(labels, members, replicate))
      return value.isNaN ? .infinity : value
    }
    return Outcome(observed: observed, drawn: drawn)
  }

  /// The labels of one replicate.
  func shuffled(_ labels: [Bool], _ members: [[Int]], _ replicate: Int) -> [Bool] {
    var random = CounterRandom(
      seed: seed,
      sample: 0,
      operation: Self.operation,
      draw: UInt64(replicate)
    )
    var result = labels
    for rows in members {
      var own = rows.map { labels[$0] }
      random.shuffle(&own)
      for (row, label) in zip(rows, own) { result[row] = label }
    }
    return result
  }

  /// The rows of each stratum, strata ascending.
  static func members(of strata: [Int]?, count: Int) -> [[Int]] {
    guard let strata else { return [Array(0..<count)] }
    precondition(strata.count == count, "a stratified test needs one stratum a row")
    var rows: [Int: [Int]] = [:]
    for (row, stratum) in strata.enumerated() { rows[stratum, default: []].append(row) }
    return rows.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Names the draws among all that share a seed.
  private static let operation = hash64("permutation test")
}

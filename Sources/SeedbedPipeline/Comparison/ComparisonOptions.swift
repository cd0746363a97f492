/// How two files are compared.
public struct ComparisonOptions: Sendable, Hashable {
  /// The most rows of a side that are embedded or given to a measure of more than linear cost.
  public var sample: Int
  /// How often the classifiers that tell the sides apart are fitted anew with other labels, from 1; with
  /// fewer than 19 no separation is ever claimed.
  public var refits: Int
  /// The seed of all draws.
  public var seed: UInt64
  /// The most threads, at least 1; the result does not depend on it.
  public var threads: Int
  /// Whether copies of real texts are looked for, for which every row is held against every other file.
  public var looksForCopies = true

  /// Makes options.
  ///
  /// - Parameters:
  ///   - sample: The most rows of a side that are embedded or given to a measure of more than linear
  ///     cost, from 1.
  ///   - refits: How often the classifiers are fitted anew with other labels, from 1.
  ///   - seed: The seed of all draws.
  ///   - threads: The most threads, at least 1.
  public init(sample: Int = 5000, refits: Int = 99, seed: UInt64 = 0, threads: Int = 1) {
    precondition(
      sample > 0 && refits > 0 && threads > 0,
      "a comparison needs a row, a refit and a thread"
    )
    self.sample = sample
    self.refits = refits
    self.seed = seed
    self.threads = threads
  }

  /// Up to which adjusted p-value a difference is claimed.
  public static let significance = 0.05
  /// Above which size on a scale of 0 to 1 a difference is worth a claim.
  public static let leastEffect = 0.02
  /// By what part of itself a smaller share changes at least where that is worth a claim.
  public static let leastRelativeChange = 0.25

  /// The most rows of a side for the tests that fit or sum anew for each permutation.
  static let testedRows = 1000
  /// The most rows of a side from which intervals are drawn.
  static let resampledRows = 20_000
  /// How many samples an interval is drawn from.
  static let replicates = 200
}

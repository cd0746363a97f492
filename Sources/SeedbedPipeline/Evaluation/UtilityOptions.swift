/// What an evaluation measures, and how thoroughly.
public struct UtilityOptions: Sendable, Hashable {
  /// How the sweep over shares of synthetic rows fills a training set.
  public enum Total: String, Sendable, CaseIterable {
    /// All real rows stay; synthetic ones are added until they have their share.
    case grown
    /// The set keeps its size; synthetic rows take the places of real ones.
    case constant
  }

  /// The number by which the words "helps" and "hurts" are given.
  public var metric = UtilityMetric.macroF1
  /// Into how many folds the training rows are cut, each of which is left out once: 3...50.
  public var seeds = 5
  /// The seed of folds, orders and bootstrap.
  public var seed = 0
  /// How many samples the bootstrap draws, from 1.
  public var replicates = 1000
  /// With what probability intervals are to hold the true value, between 0 and 1.
  public var confidence = 0.95
  /// Whether shares of synthetic rows are tried.
  public var sweeps = true
  /// How the sweep fills a training set.
  public var total = Total.grown
  /// Whether batches are left out in turn.
  public var leavesOut = true
  /// The most batches that are left out; with more, methods are.
  public var mostBatches = 12
  /// Whether the learning curve is measured.
  public var drawsCurve = true
  /// How many more real rows the learning curve is asked about, beside a quarter, a half and all as many
  /// again.
  public var moreRows: Int?
  /// `C` of the logistic regression, and one over what naive Bayes adds to each count.
  ///
  /// Nil chooses each on the real rows by cross-validation.
  public var strength: Double?
  /// The most threads; the result does not depend on it.
  public var threads = 1

  /// The defaults.
  public init() {}
}

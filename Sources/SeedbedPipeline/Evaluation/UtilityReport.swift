public import SeedbedLearning

/// What training on real, on synthetic and on both is worth on real rows.
public struct UtilityReport: Sendable, Hashable {
  /// A training set and what its student reaches.
  public struct Arm: Sendable, Hashable {
    /// `real`, `synthetic` or `mix`.
    public var name: String
    /// How many rows it has.
    public var rows: Int
    /// The share of right predictions.
    public var accuracy: Interval
    /// The mean F1 of all labels.
    public var macroF1: Interval
    /// How far confidence and accuracy lie apart.
    public var calibrationError: Interval
  }

  /// What changes from one training set to another.
  public struct Comparison: Sendable, Hashable {
    /// The training set before.
    public var from: String
    /// The training set after.
    public var to: String
    /// Which student learns from both.
    public var student: EvaluationStudent
    /// The change in accuracy.
    public var accuracy: Bootstrap.Finding
    /// The change in macro F1.
    public var macroF1: Bootstrap.Finding
    /// The change in the calibration error; less is better.
    public var calibrationError: Bootstrap.Finding
    /// Whether one of both is right more often, by McNemar's test.
    public var mcNemar: McNemar
    /// What follows by the metric of the evaluation.
    public var effect: UtilityEffect
  }

  /// Test rows that have something in common.
  public struct Slice: Sendable, Hashable {
    /// What the value is of: `label`, `difficulty` or a dimension.
    public var dimension: String
    /// The value that the rows share.
    public var value: String
    /// How many test rows there are.
    public var rows: Int
    /// The share of right predictions after training on real rows.
    public var real: Double
    /// The same after training on synthetic rows.
    public var synthetic: Double
    /// The same after training on both.
    public var mix: Double
    /// F1 after training on real, on synthetic and on both; for labels only.
    public var f1: [Double]?
    /// The change in accuracy from real to both.
    public var change: Bootstrap.Finding
    /// Its p-value among all slices of the dimension (Benjamini-Hochberg).
    public var adjustedP: Double
    /// What follows.
    public var effect: UtilityEffect
  }

  /// The metric by which words are given.
  public var metric: UtilityMetric
  /// The seed of folds, orders and bootstrap.
  public var seed: Int
  /// How many folds of the training rows were left out in turn.
  public var seeds: Int
  /// How many samples the bootstrap drew.
  public var replicates: Int
  /// The probability with which intervals hold the true value.
  public var confidence: Double
  /// `C` of the logistic regression.
  public var strength: Double
  /// What naive Bayes adds to each count.
  public var smoothing: Double
  /// Whether `C` was chosen by cross-validation on the training rows.
  public var isStrengthChosen: Bool
  /// How many real training rows there are.
  public var realRows: Int
  /// How many synthetic training rows there are.
  public var syntheticRows: Int
  /// How many labels the training rows have.
  public var labels: Int
  /// How many test rows were measured on.
  public var testRows: Int
  /// How many test rows have a label that no training row has, or none; they are left out.
  public var unknownRows: Int
  /// The training sets; those without rows are missing.
  public var arms: [Arm]
  /// From real to both first, then from real to synthetic, each by the student that gives the words; then
  /// from real to both by other students.
  public var comparisons: [Comparison]
  /// By label, the most frequent first; by difficulty; then by each dimension.
  public var slices: [Slice]
  /// The shares of synthetic rows that were tried; nil where nothing could be.
  public var mixing: MixingSweep?
  /// What each batch does; nil where nothing could be left out.
  public var batches: BatchAttribution?
  /// What more real rows would give; nil with too few of them.
  public var curve: LearningCurve?

  /// The comparison that says whether the synthetic rows help; nil without both kinds of rows.
  public var headline: Comparison? {
    comparisons.first { $0.to == "mix" && $0.student == .logisticRegression }
  }
}

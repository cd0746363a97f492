public import SeedbedLearning

/// The number by which an evaluation says whether something helps.
public enum UtilityMetric: String, Sendable, CaseIterable {
  /// The mean F1 of all labels.
  case macroF1 = "macro_f1"
  /// The share of right predictions.
  case accuracy
}

/// What follows from the interval of a change, and no more.
public enum UtilityEffect: String, Sendable, CaseIterable {
  /// The whole interval lies above 0.
  case helps
  /// The whole interval lies below 0.
  case hurts
  /// The interval holds 0.
  case cannotTell = "cannot_tell"

  /// Reads a change off its interval.
  ///
  /// - Parameters:
  ///   - finding: The change.
  ///   - adjustedP: Its p-value among all that are told apart at once; nil where it is the only one.
  public init(_ finding: Bootstrap.Finding, adjustedP: Double? = nil) {
    let isClear = (adjustedP ?? 0) <= 1 - finding.interval.confidence + 1e-12
    self = isClear ? UtilityEffect(finding.interval) : .cannotTell
  }

  /// Reads a change off its interval alone.
  ///
  /// - Parameter interval: The change.
  public init(_ interval: Interval) {
    self = interval.lower > 0 ? .helps : interval.upper < 0 ? .hurts : .cannotTell
  }

  /// The effect in words.
  public var words: String { self == .cannotTell ? "cannot tell" : rawValue }
}

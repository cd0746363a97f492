public import SeedbedData

/// What a panel of judges said about many candidates, counted.
public struct PanelTally: Sendable, Hashable {
  /// What the evidence of a verdict begins with where the judges did not agree: they differ, or disagree.
  public static let disagreement = "the judges di"

  /// Verdicts by their outcome.
  public private(set) var counts: [Outcome: Int] = [:]
  /// Undecided verdicts on which the judges did not agree.
  public private(set) var disagreements = 0

  /// Nothing said yet.
  public init() {}

  /// Counts the verdicts of a panel among all verdicts on candidates.
  ///
  /// - Parameter candidates: The candidates.
  public init(_ candidates: [Candidate]) {
    for verdict in candidates.lazy.flatMap(\.verdicts) where verdict.check == JudgePanel.checkName {
      add(
        verdict.outcome,
        disagreeing: verdict.evidence.hasPrefix(Self.disagreement),
        count: 1
      )
    }
  }

  /// Adds equal verdicts.
  ///
  /// - Parameters:
  ///   - outcome: What they said.
  ///   - isDisagreement: Whether their evidence begins with `disagreement`.
  ///   - count: How many there are.
  public mutating func add(_ outcome: Outcome, disagreeing isDisagreement: Bool, count: Int) {
    counts[outcome, default: 0] += count
    if isDisagreement, outcome == .undecided { disagreements += count }
  }

  /// How many verdicts there are.
  public var total: Int { Outcome.allCases.reduce(0) { $0 + (counts[$1] ?? 0) } }
}

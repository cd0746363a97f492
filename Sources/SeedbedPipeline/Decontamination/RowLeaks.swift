/// What the search found in one row of the data.
public struct RowLeaks: Sendable, Hashable {
  /// The row's number among all rows scanned, from 0.
  public var row: Int
  /// The outcome over all rules and benchmark rows.
  public var outcome: LeakOutcome
  /// Why it is undecided, each reason once in the order of `UndecidedReason`; else empty.
  public var reasons: [UndecidedReason]
  /// The strongest evidence, best first: what counts before what does not, then by score.
  public var evidence: [LeakEvidence]
  /// How many ties to benchmark rows are counted but not among the evidence.
  public var omitted: Int

  /// Describes a row's leaks.
  ///
  /// - Parameters:
  ///   - row: The row's number among all rows scanned.
  ///   - outcome: The outcome over all rules and benchmark rows.
  ///   - reasons: Why it is undecided.
  ///   - evidence: The strongest evidence, best first.
  ///   - omitted: How many further ties there are.
  public init(
    row: Int,
    outcome: LeakOutcome,
    reasons: [UndecidedReason] = [],
    evidence: [LeakEvidence] = [],
    omitted: Int = 0
  ) {
    self.row = row
    self.outcome = outcome
    self.reasons = reasons
    self.evidence = evidence
    self.omitted = omitted
  }
}

public import SeedbedData

/// What came of some draws.
public struct PromptedOutcome: Sendable {
  /// The candidates, order by order and draw by draw.
  public var candidates: [Candidate] = []
  /// Draws whose answers were of no use, by the request that failed; those that the endpoint never
  /// answered are stored already by whoever asked.
  public var failures: [FailedRequest] = []
  /// How many draws wait for answers from a batch file.
  public var pending = 0
}

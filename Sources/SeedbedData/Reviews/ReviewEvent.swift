/// One line of the record of reviews: a decision, or that one was taken back.
public enum ReviewEvent: Sendable, Hashable {
  /// A decision as it is stored, with its number.
  case decided(ReviewDecision)
  /// That the decision of a number was taken back; `number` is the place of this line in the record.
  case withdrawn(decision: Int, author: String, at: Int, number: Int)

  /// Its place in the record, from 1; 0 for a decision that is not stored.
  public var number: Int {
    switch self {
    case .decided(let decision): decision.number ?? 0
    case .withdrawn(_, _, _, let number): number
    }
  }
}

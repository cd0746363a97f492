/// What a source says of one fact of a claim.
public struct FactFinding: Sendable, Hashable {
  /// Whether the source states a fact.
  public enum Support: String, Sendable, CaseIterable {
    /// The source has it.
    case supported
    /// The source has another value for the same thing.
    case contradicted
    /// The source has nothing of the kind.
    case absent
  }

  /// The fact, with its place in the claim's text.
  public var fact: Fact
  /// What the source says of it.
  public var support: Support
  /// Where the source says so, in Unicode scalars; nil when it is absent.
  public var source: Range<Int>?
  /// What stands there; empty when it is absent.
  public var sourceText: String
}

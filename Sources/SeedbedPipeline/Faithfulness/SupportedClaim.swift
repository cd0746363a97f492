/// One claim of a text with what its source says of it.
public struct SupportedClaim: Sendable, Hashable {
  /// Where the claim stands in the text: half-open, in Unicode scalars.
  public var range: Range<Int>
  /// The claim as it is written.
  public var text: String
  /// The sentence of the source that supports most of it, in Unicode scalars of the source; nil when
  /// the source has none of its words.
  public var support: Range<Int>?
  /// How well the source supports it, 0...1.
  public var score: Double
  /// What the score was made of.
  public var signals: ClaimSignals
  /// What the source says of its numbers, dates, names and codes.
  public var facts: [FactFinding]
  /// Words with a meaning that the source has in no form.
  public var missing: [String]
  /// Whether the claim denies what its support says, or the other way round.
  public var isDenied: Bool
  /// Whether it is only a "yes" or "no", which says what the question says or its opposite.
  public var isBareAssent: Bool

  /// One sentence for people: which numbers, names or words have no support.
  public var reason: String { ClaimEvidence.sentence(self) }
}

/// How well a source supports a text.
public struct FaithfulnessScore: Sendable, Hashable {
  /// The claims in the order of the text.
  public var claims: [SupportedClaim]

  /// The score of the claim with the least support, 0...1; 1 without claims.
  public var minimum: Double { claims.map(\.score).min() ?? 1 }

  /// The mean score of the claims, 0...1; 1 without claims.
  public var mean: Double {
    claims.isEmpty ? 1 : claims.reduce(0) { $0 + $1.score } / Double(claims.count)
  }

  /// The claim with the least support, the first of several; nil without claims.
  public var weakest: SupportedClaim? { claims.min { $0.score < $1.score } }
}

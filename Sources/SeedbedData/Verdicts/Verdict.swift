/// The outcome of one check of one candidate.
public enum Outcome: String, Sendable, CaseIterable {
  /// The candidate meets the check.
  case pass
  /// It does not.
  case fail
  /// The check could not tell; this never counts as a pass.
  case undecided
}

/// What one check found in one candidate, with the numbers behind it.
public struct Verdict: Sendable, Hashable {
  /// The check's name.
  public var check: String
  /// What it found.
  public var outcome: Outcome
  /// The number the check compared, in the check's own unit; nil where there is none.
  public var score: Double?
  /// The number it was compared with.
  public var threshold: Double?
  /// One short sentence that lets a person see why.
  public var evidence: String

  /// Makes a verdict.
  ///
  /// - Parameters:
  ///   - check: The check's name.
  ///   - outcome: What it found.
  ///   - score: The number that was compared.
  ///   - threshold: What it was compared with.
  ///   - evidence: Why, in one short sentence.
  public init(
    check: String,
    _ outcome: Outcome,
    score: Double? = nil,
    threshold: Double? = nil,
    evidence: String
  ) {
    self.check = check
    self.outcome = outcome
    self.score = score
    self.threshold = threshold
    self.evidence = evidence
  }
}

/// A removal of one sample because another stays that is the same or nearly the same.
public struct DuplicateDecision: Sendable, Hashable {
  /// How two samples were found to be duplicates.
  public enum Kind: String, Sendable, CaseIterable {
    /// Equal after normalisation.
    case exact
    /// Similar by Jaccard of character shingles.
    case near
  }

  /// The sample that goes.
  public var removed: SampleID
  /// The sample that stays, to which the removed one is directly similar.
  public var kept: SampleID
  /// How the similarity was found.
  public var kind: Kind
  /// Jaccard similarity, 0…1; 1 for exact duplicates.
  public var similarity: Double

  /// Makes a decision.
  ///
  /// - Parameters:
  ///   - removed: The sample that goes.
  ///   - kept: The sample that stays.
  ///   - kind: How they were compared.
  ///   - similarity: 0…1.
  public init(removed: SampleID, kept: SampleID, kind: Kind, similarity: Double) {
    self.removed = removed
    self.kept = kept
    self.kind = kind
    self.similarity = similarity
  }
}

/// A piece of personal data in a text.
public struct PersonalDataFinding: Sendable, Hashable {
  /// How a piece of personal data was recognised.
  public enum Evidence: String, Sendable, CaseIterable, Codable {
    /// Its check digits are right.
    case checksum
    /// Its form occurs hardly anywhere else.
    case pattern
    /// The words round it say what it is.
    case context
    /// It stands in a list of names.
    case list
  }

  /// The place in UTF-8 bytes, half-open.
  public var utf8: Range<Int>
  /// The place in Unicode scalars, half-open.
  public var scalars: Range<Int>
  /// What it is.
  public var type: PersonalDataType
  /// How sure it is, 0 to 1.
  public var score: Double
  /// How it was recognised.
  public var evidence: Evidence

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - utf8: The place in UTF-8 bytes, half-open.
  ///   - scalars: The place in Unicode scalars, half-open.
  ///   - type: What it is.
  ///   - score: How sure it is, 0 to 1.
  ///   - evidence: How it was recognised.
  public init(
    utf8: Range<Int>,
    scalars: Range<Int>,
    type: PersonalDataType,
    score: Double,
    evidence: Evidence
  ) {
    self.utf8 = utf8
    self.scalars = scalars
    self.type = type
    self.score = score
    self.evidence = evidence
  }
}

/// What a recogniser proposes, before overlaps are resolved.
struct PersonalDataCandidate {
  /// The tokens it covers.
  var tokens: Range<Int>
  var type: PersonalDataType
  var score: Double
  var evidence: PersonalDataFinding.Evidence
}

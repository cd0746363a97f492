/// Why a person is shown a sample.
public enum ReviewPurpose: String, Sendable, CaseIterable {
  /// The seeded random draw from a version's synthetic rows that its release hangs on.
  case spotCheck = "spot_check"
  /// Judges, or a judge and a check, do not agree about it.
  case disagreement
  /// One check alone kept it out.
  case singleCheck = "single_check"
  /// It was accepted by the narrowest margin.
  case lowMargin = "low_margin"
  /// It was made for one gap.
  case gap
}

/// What a person says about a sample.
public enum ReviewVerdict: String, Sendable, CaseIterable {
  /// It is right as it stands.
  case accept
  /// It is wrong; the reason says why.
  case reject
  /// It was wrong, and the correction makes it right.
  case fix
  /// The person cannot tell, or will not; counts as neither right nor wrong.
  case skip

  /// Whether the sample was wrong as it stood; nil where nobody said so.
  public var isError: Bool? {
    switch self {
    case .accept: false
    case .reject, .fix: true
    case .skip: nil
    }
  }
}

/// What a person changed in a sample; nil leaves a part as it was.
public struct ReviewCorrection: Sendable, Hashable {
  /// The new text.
  public var text: String?
  /// The new label.
  public var label: String?
  /// How hard the person finds it.
  public var difficulty: Difficulty?

  /// Makes a correction.
  ///
  /// - Parameters:
  ///   - text: The new text.
  ///   - label: The new label.
  ///   - difficulty: How hard it is.
  public init(text: String? = nil, label: String? = nil, difficulty: Difficulty? = nil) {
    self.text = text
    self.label = label
    self.difficulty = difficulty
  }

  /// Whether nothing is changed.
  public var isEmpty: Bool { text == nil && label == nil && difficulty == nil }
}

/// One person's word on one sample; decisions are only ever added, and undoing one adds that it was undone.
public struct ReviewDecision: Sendable, Hashable {
  /// Names the method by which a decision makes a sample, and the verdict on what people keep out.
  public static let name = "review"

  /// Its place in the ledger, from 1; nil until it is stored.
  public var number: Int?
  /// The sample as it was shown.
  public var sample: SampleID
  /// Why it was shown.
  public var purpose: ReviewPurpose
  /// The version whose spot check it counts for; nil for other purposes.
  public var version: String?
  /// Who said it.
  public var author: String
  /// What was said.
  public var verdict: ReviewVerdict
  /// Why, in the person's words; a rejection has one.
  public var reason: String?
  /// What a fix changed.
  public var correction: ReviewCorrection?
  /// The sample that the fix made, once it is stored.
  public var replacement: SampleID?
  /// Seconds since 1970.
  public var decidedAt: Int

  /// Makes a decision that is not stored yet.
  ///
  /// - Parameters:
  ///   - sample: The sample as it was shown.
  ///   - purpose: Why it was shown.
  ///   - version: The version whose spot check it counts for.
  ///   - author: Who says it.
  ///   - verdict: What is said.
  ///   - reason: Why.
  ///   - correction: What a fix changes.
  ///   - decidedAt: Seconds since 1970.
  public init(
    sample: SampleID,
    purpose: ReviewPurpose,
    version: String? = nil,
    author: String,
    verdict: ReviewVerdict,
    reason: String? = nil,
    correction: ReviewCorrection? = nil,
    decidedAt: Int
  ) {
    self.sample = sample
    self.purpose = purpose
    self.version = version
    self.author = author
    self.verdict = verdict
    self.reason = reason
    self.correction = correction
    self.decidedAt = decidedAt
  }
}

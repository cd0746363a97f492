/// What was measured about one judge on cases that people have judged.
public struct CalibrationRecord: Sendable, Hashable {
  /// What the judge was asked.
  public enum Kind: String, Sendable, CaseIterable {
    /// To score single cases by a rubric.
    case scores
    /// To name the better of two.
    case pairs
  }

  /// The judge.
  public var judge: ModelIdentity
  /// What it was asked.
  public var kind: Kind
  /// The rubric's name.
  public var rubric: String
  /// The hash of what the judge was asked by.
  public var rubricVersion: String
  /// The hash of the prompt; empty where no answer came back.
  public var promptVersion: String
  /// The hash of the cases with the people's judgements.
  public var casesVersion: String
  /// How many cases there were.
  public var cases: Int
  /// How often each was asked.
  public var repeats: Int
  /// Cohen's kappa with the people at the threshold; nil where it is not defined.
  public var kappa: Double?
  /// The lower end of its interval.
  public var kappaLower: Double?
  /// The upper end of its interval.
  public var kappaUpper: Double?
  /// The least score that passes, 0…1; nil for pairs.
  public var threshold: Double?
  /// The share of right ones among those that the judge let pass.
  public var precision: Double
  /// The share of the right ones that the judge let pass.
  public var recall: Double
  /// The harmonic mean of both.
  public var f1: Double
  /// By how much the first place wins more often than it should; nil for scores.
  public var positionBias: Double?
  /// By how much length moves the judge beyond what it moves people; nil where it is not defined.
  public var lengthBias: Double?
  /// The share of repeats of a case that agree; nil without repeats.
  public var consistency: Double?
  /// The share of cases without a usable answer, or without one that stands in both orders.
  public var undecidedShare: Double
  /// Whether it meets all limits.
  public var isStable: Bool
  /// The limits that it does not meet, each with its numbers.
  public var reasons: [String]

  /// Makes a record of numbers that are not yet held against limits.
  ///
  /// - Parameters:
  ///   - judge: The judge.
  ///   - kind: What it was asked.
  ///   - rubric: What it was asked by.
  ///   - promptVersion: The hash of the prompt.
  ///   - casesVersion: The hash of the cases.
  ///   - cases: How many cases there were.
  ///   - repeats: How often each was asked.
  public init(
    judge: ModelIdentity,
    kind: Kind,
    rubric: Rubric,
    promptVersion: String,
    casesVersion: String,
    cases: Int,
    repeats: Int
  ) {
    self.judge = judge
    self.kind = kind
    self.rubric = rubric.name
    rubricVersion = rubric.version
    self.promptVersion = promptVersion
    self.casesVersion = casesVersion
    self.cases = cases
    self.repeats = repeats
    precision = 0
    recall = 0
    f1 = 0
    undecidedShare = 0
    isStable = false
    reasons = []
  }
}

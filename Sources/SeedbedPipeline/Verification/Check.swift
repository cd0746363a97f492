public import SeedbedData
public import SeedbedText

/// What the checks of one set of candidates know.
public struct CheckContext: Sendable {
  /// The plan that the candidates were made for.
  public var plan: Plan
  /// The project's configuration.
  public var configuration: Configuration
  /// The dimensions of the project.
  public var dimensions: DimensionSet
  /// The real samples by id, for comparing a candidate with its parent.
  public var parents: [SampleID: Sample]
  /// The shortest and longest real text, in Unicode scalars.
  public var realLengths: ClosedRange<Int>
  /// What the real data says about labels; nil where the task has none.
  public var labels: LabelModel?
  /// What is known of the holdout; nil only where the rule that there is one was set aside.
  public var holdout: LeakIndex?
  /// The real texts that instructions must be new against; nil where no method has to be.
  public let novelty: Novelty?
  /// Tells the project's languages apart.
  let identifier: LanguageIdentifier

  /// Collects what the checks need.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - configuration: The project's configuration.
  ///   - dimensions: The dimensions of the project.
  ///   - parents: The real samples by id.
  ///   - realLengths: The shortest and longest real text.
  ///   - labels: What the real data says about labels.
  ///   - holdout: What is known of the holdout.
  public init(
    plan: Plan,
    configuration: Configuration,
    dimensions: DimensionSet,
    parents: [SampleID: Sample],
    realLengths: ClosedRange<Int>,
    labels: LabelModel?,
    holdout: LeakIndex?
  ) {
    self.plan = plan
    self.configuration = configuration
    self.dimensions = dimensions
    self.parents = parents
    self.realLengths = realLengths
    self.labels = labels
    self.holdout = holdout
    identifier = LanguageIdentifier(languages: configuration.languages)
    let isDemanded = plan.quotas.flatMap(\.shares).contains {
      $0.method.hasPrefix(NoveltyCheck.method)
    }
    novelty =
      isDemanded
      ? Novelty(
        parents.values.sorted { $0.id < $1.id }.map { Novelty.withoutFigures($0.text) }
      ) : nil
  }
}

/// A candidate with what was computed once for all checks.
public struct CheckInput: Sendable {
  /// The candidate.
  public var candidate: Candidate
  /// The sketch of its final text.
  public var sketch: TextSketch
  /// What the label model says of it.
  public var labelScore: LabelModel.Score?

  /// The sample under test.
  public var sample: Sample { candidate.sample }
}

/// One test of a candidate's final text.
public protocol Check: Sendable {
  /// The name, as in verdicts and counts.
  var name: String { get }
  /// Tests a candidate; nil where the check does not apply to it.
  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict?
}

/// All checks, the cheap ones first.
public enum Checks {
  /// One entry for each check, in the order in which they are counted.
  public static let all: [any Check] = [
    FormatCheck(), UnchangedCheck(), LengthCheck(), SpansCheck(), LanguageCheck(), CellCheck(),
    ContaminationCheck(), NoveltyCheck(), PersonalDataCheck(), SafetyCheck(), FaithfulnessCheck(),
    LabelCheck(),
  ]
}

extension Checks {
  /// The name of a moderation endpoint's verdicts.
  public static let moderation = "moderation"
  /// The names of all checks, then those of endpoints and judges, which come last because they cost money,
  /// and that of what people decided.
  public static let names =
    all.map(\.name) + [moderation, JudgePanel.checkName, ReviewDecision.name]
}

extension Check {
  func pass(_ evidence: String, score: Double? = nil, threshold: Double? = nil) -> Verdict {
    Verdict(check: name, .pass, score: score, threshold: threshold, evidence: evidence)
  }

  func fail(_ evidence: String, score: Double? = nil, threshold: Double? = nil) -> Verdict {
    Verdict(check: name, .fail, score: score, threshold: threshold, evidence: evidence)
  }

  func undecided(_ evidence: String, score: Double? = nil, threshold: Double? = nil) -> Verdict {
    Verdict(check: name, .undecided, score: score, threshold: threshold, evidence: evidence)
  }
}

import SeedbedKernels

/// By what a judge scores a case: the questions, the scale, and what counts as enough.
///
/// Judges score each criterion on the scale. A judge's score of a case is the weighted mean of its
/// criteria, at most the lowest essential one, brought to 0…1.
public struct Rubric: Sendable, Hashable {
  /// One question that is scored on its own.
  public struct Criterion: Sendable, Hashable {
    /// A short name of letters, digits and `_`.
    public var name: String
    /// What is asked, as a question that a high score answers with yes.
    public var question: String
    /// How much it counts among the others, from 1.
    public var weight: Int
    /// Whether a case can be no better than this criterion.
    public var isEssential: Bool

    /// Makes a criterion.
    ///
    /// - Parameters:
    ///   - name: A short name of letters, digits and `_`.
    ///   - question: What is asked.
    ///   - weight: How much it counts, from 1.
    ///   - isEssential: Whether a case can be no better than this criterion.
    public init(_ name: String, _ question: String, weight: Int = 1, isEssential: Bool = false) {
      self.name = name
      self.question = question
      self.weight = weight
      self.isEssential = isEssential
    }
  }

  /// What a point of the scale means.
  public struct Anchor: Sendable, Hashable {
    /// The point.
    public var score: Int
    /// When it is given, in one sentence.
    public var words: String

    /// Makes an anchor.
    ///
    /// - Parameters:
    ///   - score: The point of the scale.
    ///   - words: When it is given.
    public init(_ score: Int, _ words: String) {
      self.score = score
      self.words = words
    }
  }

  /// What a judge must give beside its scores.
  public enum EvidenceField: String, Sendable, CaseIterable {
    /// Words of the case, verbatim, on which the scores rest.
    case quote
    /// One sentence why.
    case reason
  }

  /// The name.
  public var name: String
  /// What the judge is told to do.
  public var instruction: String
  /// The points that a judge may give, at most eleven of them.
  public var scale: ClosedRange<Int>
  /// What the points mean, in ascending order; a point may be without words.
  public var anchors: [Anchor]
  /// The questions, at least one.
  public var criteria: [Criterion]
  /// What a judge must give beside its scores.
  public var evidence: [EvidenceField]
  /// The least score of the panel that passes, 0…1.
  public var threshold: Double
  /// By how much the scores of two judges may differ before the panel cannot decide, 0…1.
  public var spread: Double
  /// The tasks that it is for; empty for all.
  public var tasks: [TaskKind]

  /// Makes a rubric.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - instruction: What the judge is told to do.
  ///   - scale: The points that a judge may give.
  ///   - anchors: What the points mean.
  ///   - criteria: The questions, at least one.
  ///   - evidence: What a judge must give beside its scores.
  ///   - threshold: The least score that passes, 0…1.
  ///   - spread: By how much two judges may differ, 0…1.
  ///   - tasks: The tasks that it is for; empty for all.
  public init(
    name: String,
    instruction: String,
    scale: ClosedRange<Int> = 1...5,
    anchors: [Anchor] = [],
    criteria: [Criterion],
    evidence: [EvidenceField] = EvidenceField.allCases,
    threshold: Double = 0.7,
    spread: Double = 0.5,
    tasks: [TaskKind] = []
  ) {
    self.name = name
    self.instruction = instruction
    self.scale = scale
    self.anchors = anchors
    self.criteria = criteria
    self.evidence = evidence
    self.threshold = threshold
    self.spread = spread
    self.tasks = tasks
  }

  /// 32 hex digits of a hash over everything that moves a judge's score.
  ///
  /// The name, the tasks, the threshold and the spread are left out: what was measured about a judge holds
  /// whatever threshold is chosen from it.
  public var version: String {
    var hash = ContentHash(domain: "seedbed.rubric.1")
    hash.add(instruction)
    hash.add(scale.lowerBound)
    hash.add(scale.upperBound)
    hash.add(anchors.count)
    for anchor in anchors {
      hash.add(anchor.score)
      hash.add(anchor.words)
    }
    hash.add(criteria.count)
    for criterion in criteria {
      hash.add(criterion.name)
      hash.add(criterion.question)
      hash.add(criterion.weight)
      hash.add(criterion.isEssential ? 1 : 0)
    }
    for field in evidence { hash.add(field.rawValue) }
    return hash.digest.hex
  }
}

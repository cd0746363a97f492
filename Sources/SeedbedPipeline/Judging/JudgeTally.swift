import SeedbedData

/// How often judges could decide, for summaries.
public struct JudgeTally: Sendable, Hashable {
  /// The counts of one judge.
  public struct Count: Sendable, Hashable {
    /// The name of the judge.
    public var judge: String
    /// The cases in which it decided.
    public var decided = 0
    /// The cases in which it did not, by reason.
    public var problems: [JudgeProblem: Int] = [:]

    /// The cases in which it did not decide.
    public var undecided: Int { problems.values.reduce(0, +) }
  }

  /// One count for each judge, in the order in which they were met.
  public private(set) var judges: [Count] = []
  /// The cases that passed.
  public private(set) var passed = 0
  /// The cases that failed.
  public private(set) var failed = 0
  /// The cases that stayed open.
  public private(set) var undecided = 0

  /// Starts at nothing.
  public init() {}

  /// Counts a judgement of a case.
  ///
  /// - Parameter judgement: What the panel decided.
  public mutating func add(_ judgement: PanelJudgement) {
    switch judgement.verdict.outcome {
    case .pass: passed += 1
    case .fail: failed += 1
    case .undecided: undecided += 1
    }
    for opinion in judgement.opinions { count(opinion.judge.name, opinion.problem) }
  }

  /// Counts a comparison: one with a winner or a tie as passed, any other as undecided.
  ///
  /// - Parameter judgement: What the panel decided.
  public mutating func add(_ judgement: PairJudgement) {
    if judgement.winner == nil { undecided += 1 } else { passed += 1 }
    for opinion in judgement.opinions { count(opinion.judge.name, opinion.problem) }
  }

  private mutating func count(_ name: String, _ problem: JudgeProblem?) {
    let place: Int
    if let known = judges.firstIndex(where: { $0.judge == name }) {
      place = known
    } else {
      place = judges.count
      judges.append(Count(judge: name))
    }
    if let problem {
      judges[place].problems[problem, default: 0] += 1
    } else {
      judges[place].decided += 1
    }
  }
}

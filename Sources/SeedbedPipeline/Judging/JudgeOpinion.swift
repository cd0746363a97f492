public import SeedbedData

/// Why one judge could not decide.
public enum JudgeProblem: String, Sendable, CaseIterable {
  /// The endpoint gave no answer.
  case unanswered
  /// The judge refused.
  case refused
  /// The content filter of the endpoint took the answer away.
  case filtered
  /// The answer does not follow the rubric.
  case unusable
  /// What it quotes does not stand in the case.
  case misquoted
  /// It named another winner when the two were shown in the other order.
  case flipped

  init(_ kind: RequestFailure.Kind) {
    self =
      switch kind {
      case .unanswered, .pending: .unanswered
      case .refused: .refused
      case .filtered: .filtered
      case .unusable: .unusable
      }
  }

  /// The problem in words that fit behind a judge's name.
  var words: String {
    switch self {
    case .unanswered: "did not answer"
    case .refused: "refused"
    case .filtered: "was stopped by a content filter"
    case .unusable: "gave an unusable answer"
    case .misquoted: "quoted what is not in the case"
    case .flipped: "changed its mind with the order"
    }
  }
}

/// What one judge said of one case.
public struct JudgeOpinion: Sendable, Hashable {
  /// The judge.
  public var judge: ModelIdentity
  /// Its score, 0…1; nil where it could not decide.
  public var score: Double?
  /// Its points, in the rubric's order of criteria; empty where the answer could not be read.
  public var points: [Int] = []
  /// What it quoted, as written.
  public var quote = ""
  /// Why, in its own words.
  public var reason = ""
  /// Why it could not decide; nil where it did.
  public var problem: JudgeProblem?
  /// The prompt; nil where no answer came back.
  public var prompt: PromptReference?
  /// The keys of the requests.
  public var requests: [String] = []

  /// Makes the opinion of a judge that could not decide.
  ///
  /// - Parameters:
  ///   - judge: The judge.
  ///   - problem: Why it could not decide.
  ///   - requests: The keys of the requests.
  public init(_ judge: ModelIdentity, problem: JudgeProblem, requests: [String] = []) {
    self.judge = judge
    self.problem = problem
    self.requests = requests
  }

  init(_ judge: ModelIdentity, _ answer: RubricAnswer, _ reply: Reply) {
    self.judge = judge
    score = answer.score
    points = answer.points
    quote = answer.quote
    reason = answer.reason
    prompt = reply.prompt
    requests = reply.requests
  }
}

public import SeedbedData

/// What one judge said of a pair that it was shown in both orders.
public struct PairOpinion: Sendable, Hashable {
  /// The answer to one order.
  public struct Answer: Sendable, Hashable {
    /// The place that won; nil where the judge could not decide.
    public var choice: PairChoice?
    /// What it quoted, as written.
    public var quote = ""
    /// Why, in its own words.
    public var reason = ""
    /// Why it could not decide.
    public var problem: JudgeProblem?
    /// The prompt; nil where no answer came back.
    public var prompt: PromptReference?
    /// The keys of the requests.
    public var requests: [String] = []

    init(problem: JudgeProblem, requests: [String]) {
      self.problem = problem
      self.requests = requests
    }

    init(_ answer: PairAnswer, _ reply: Reply, isMisquoted: Bool) {
      choice = isMisquoted ? nil : answer.choice
      problem = isMisquoted ? .misquoted : nil
      quote = answer.quote
      reason = answer.reason
      prompt = reply.prompt
      requests = reply.requests
    }
  }

  /// A winner that stands in both orders.
  public enum Winner: Sendable, Hashable {
    /// One of the two.
    case side(PairCase.Side)
    /// Neither is better.
    case tie
  }

  /// The judge.
  public var judge: ModelIdentity
  /// Its answers: the case's first shown as A, then shown as B.
  public private(set) var answers: [Answer] = []

  init(_ judge: ModelIdentity) {
    self.judge = judge
  }

  mutating func add(_ answer: Answer) { answers.append(answer) }

  /// The winner; nil where the judge could not decide or changed its mind with the order.
  public var winner: Winner? {
    let winners = winners
    guard winners.count == 2, winners[0] == winners[1] else { return nil }
    return winners[0]
  }

  /// Whether it changed its mind with the order.
  public var isFlipped: Bool {
    let winners = winners
    return winners.count == 2 && winners[0] != winners[1]
  }

  /// Why there is no winner; nil where there is one.
  public var problem: JudgeProblem? {
    answers.lazy.compactMap(\.problem).first ?? (isFlipped ? .flipped : nil)
  }

  /// The winner of each order that was answered.
  private var winners: [Winner] {
    zip(answers, [false, true]).compactMap { answer, isSwapped in
      switch answer.choice {
      case .first: .side(isSwapped ? .second : .first)
      case .second: .side(isSwapped ? .first : .second)
      case .tie: .tie
      case nil: nil
      }
    }
  }
}

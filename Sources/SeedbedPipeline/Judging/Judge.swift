import SeedbedData
import SeedbedKernels

/// One model that scores by a rubric.
///
/// It sees the whole case with its evidence, answers in a schema that holds scores and evidence only, and
/// has no way to change the case.
struct Judge: Sendable {
  var asker: any Asker
  var rubric: Rubric
  var seed: Int
  var sampling: SamplingSettings

  /// The names of the prompts.
  static let scorePrompt = "judge_score"
  static let pairPrompt = "judge_pair"

  var identity: ModelIdentity { asker.model }

  /// Asks for scores.
  ///
  /// - Parameters:
  ///   - judged: The case.
  ///   - variant: Which of several independent opinions; each has its own order of criteria and labels.
  /// - Returns: Its opinion; an answer that cannot be used is one too.
  /// - Throws: A `RequestFailure` for an answer that is still to come; a `SeedbedError` where going on is
  ///   pointless; `CancellationError`.
  func opinion(of judged: JudgedCase, variant: Int) async throws -> JudgeOpinion {
    var random = random(judged.id, "judge.score", variant)
    var order = Array(rubric.criteria.indices)
    random.shuffle(&order)
    var labels = judged.labels
    random.shuffle(&labels)
    let values = rubric.promptValues(order: order).merging(judged.promptValues(labels: labels)) {
      $1
    }
    switch try await ask(Self.scorePrompt, values, rubric.answerShape(order: order), variant) {
    case .failure(let failure):
      return JudgeOpinion(identity, problem: JudgeProblem(failure.kind), requests: failure.keys)
    case .success(let reply):
      guard let value = Self.firstHand(reply), let answer = RubricAnswer(value, rubric: rubric)
      else {
        return JudgeOpinion(identity, problem: .unusable, requests: reply.requests)
      }
      var opinion = JudgeOpinion(identity, answer, reply)
      if isMisquoted(answer.quote, judged.quotable) {
        opinion.score = nil
        opinion.problem = .misquoted
      }
      return opinion
    }
  }

  /// Asks which of two is better, in both orders.
  ///
  /// Both orders are asked even if the first one fails, so that a batch file holds both.
  func opinion(of pair: PairCase, variant: Int) async throws -> PairOpinion {
    var random = random(pair.id, "judge.pair", variant)
    var order = Array(rubric.criteria.indices)
    random.shuffle(&order)
    var opinion = PairOpinion(identity)
    var pending: RequestFailure?
    for isSwapped in [false, true] {
      let values = rubric.promptValues(order: order)
        .merging(pair.promptValues(isSwapped: isSwapped)) { $1 }
      do {
        let outcome = try await ask(Self.pairPrompt, values, rubric.pairShape, variant)
        opinion.add(read(outcome, pair))
      } catch let failure as RequestFailure {
        pending = failure
      }
    }
    if let pending { throw pending }
    return opinion
  }

  private func read(
    _ outcome: Result<Reply, RequestFailure>,
    _ pair: PairCase
  ) -> PairOpinion.Answer {
    switch outcome {
    case .failure(let failure):
      return .init(problem: JudgeProblem(failure.kind), requests: failure.keys)
    case .success(let reply):
      guard let value = Self.firstHand(reply), let answer = PairAnswer(value, rubric: rubric)
      else {
        return .init(problem: .unusable, requests: reply.requests)
      }
      return .init(answer, reply, isMisquoted: isMisquoted(answer.quote, pair.quotable))
    }
  }

  /// Asks, and brings back failures of this one request as values; one that is to come by a batch file is
  /// thrown.
  private func ask(
    _ prompt: String,
    _ values: PromptValues,
    _ shape: AnswerShape,
    _ variant: Int
  ) async throws -> Result<Reply, RequestFailure> {
    do {
      return .success(
        try await asker.ask(prompt, values, shape: shape, sampling: sampling, variant: variant)
      )
    } catch let failure as RequestFailure where failure.kind != .pending {
      return .failure(failure)
    }
  }

  /// The answer, if it was given with the case in sight.
  ///
  /// A model that is asked to mend its answer no longer sees the case: it would turn a foreign answer, such
  /// as one that a planted instruction asked for, into points that nobody gave.
  private static func firstHand(_ reply: Reply) -> JSONValue? {
    reply.requests.count > 1 ? nil : reply.value
  }

  private func isMisquoted(_ quote: String, _ texts: [String]) -> Bool {
    rubric.evidence.contains(.quote) && !QuoteFinder(texts.map(Fence.visible)).contains(quote)
  }

  private func random(_ id: String, _ operation: String, _ variant: Int) -> CounterRandom {
    CounterRandom(
      seed: UInt64(bitPattern: Int64(seed)),
      sample: id,
      operation: "\(operation) \(identity.name)",
      draw: variant
    )
  }
}

extension RequestFailure {
  fileprivate var keys: [String] { key.isEmpty ? [] : [key] }
}

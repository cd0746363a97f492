import SeedbedData
import SeedbedKernels

extension PacedModel {
  /// Asks the endpoint until there is an answer or no more hope.
  func draw(_ first: Trial) async throws -> ModelAnswer {
    var trial = first
    let number = gate.newNumber()
    while true {
      let outcome = try await attempt(&trial, number)
      switch outcome.result {
      case .success(let answer): return answer
      case .failure(let fault):
        switch fault.remedy {
        case .stop: throw stop(fault)
        case .none(let kind):
          if fault.status > 0, kind == .unanswered, refusesAll(true) { throw stop(fault) }
          throw try await failure(kind, fault, trial)
        case .reform(let step):
          let form = trial.form.after(step, hasJSONMode: wire.dialect.hasJSONMode)
          guard trial.turn(to: form, wire: wire) else {
            throw try await failure(.unanswered, fault, trial)
          }
          forms.turn(to: trial.form, for: trial.request.shape)
          trial.attempts -= 1
          if let answer = try store.storedAnswer(key: trial.key) { return found(answer, trial) }
        case .again, .slower:
          try await rest(trial, number, outcome, fault)
        }
      }
    }
  }

  /// Waits for the next try, or gives up.
  private func rest(
    _ trial: Trial,
    _ number: UInt64,
    _ outcome: Outcome,
    _ fault: AnswerFault
  ) async throws {
    let policy = RetryPolicy(attempts: settings.limits.attempts)
    var random = CounterRandom(
      seed: seed,
      sample: hash64(trial.key),
      operation: hash64("model-retry"),
      draw: UInt64(trial.attempts)
    )
    let left = deadline - (clock.now() - (trial.startedAt ?? clock.now()))
    if let asked = outcome.asked, asked > left {
      var refusal = fault
      refusal.words += " and asks to wait \(Int(asked.inSeconds.rounded(.up))) seconds"
      refusal.hint = "run the command again then: answers so far are kept"
      throw stop(refusal)
    }
    guard let jitter = policy.delay(after: trial.attempts, random: &random) else {
      throw try await failure(.unanswered, fault, trial)
    }
    // While the whole gate holds, the request need not wait for itself.
    let delay = outcome.asked == nil ? jitter : .zero
    guard delay < left else { throw try await failure(.unanswered, fault, trial) }
    book.note { $0.retries += 1 }
    if delay > .zero { try await clock.sleep(delay) }
  }

  /// Stores that a request has no answer.
  private func failure(
    _ kind: RequestFailure.Kind,
    _ fault: AnswerFault,
    _ trial: Trial
  ) async throws -> RequestFailure {
    let tries = trial.attempts > 1 ? " (tried \(trial.attempts) times)" : ""
    let failure = RequestFailure(
      kind,
      "`\(wire.shownAddress)` \(fault.words) for model `\(settings.model)`\(tries)"
        + (fault.cause.map { ": \($0)" } ?? ""),
      key: trial.key
    )
    book.note { $0.failures[kind, default: 0] += 1 }
    try await writer.write(
      FailedRequest(failure, name: settings.name, attempts: max(1, trial.attempts))
    )
    return failure
  }

  var deadline: Duration { .bounded(seconds: settings.limits.deadline) }
}

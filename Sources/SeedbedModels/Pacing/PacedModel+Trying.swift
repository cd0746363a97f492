import SeedbedData

extension PacedModel {
  /// How one try ended.
  struct Outcome {
    var result: Result<ModelAnswer, AnswerFault>
    /// How long the endpoint asked to stay away.
    var asked: Duration?
  }

  /// Tries once: waits for its turn and the money, sends, and stores what comes back.
  func attempt(_ trial: inout Trial, _ number: UInt64) async throws -> Outcome {
    let likely = estimate.worst(
      bytes: trial.body.count,
      maximumTokens: maximumTokens(trial.request)
    )
    let worst = settings.price?.cost(of: likely) ?? 0
    let wish = GateState.Wish(request: number, tokens: Double(likely.input &+ likely.output))
    let pass = try await gate.enter(wish, again: trial.attempts > 0)
    do {
      try await meter.reserve(worst)
    } catch {
      _ = gate.leave(pass, .unknown, used: 0)
      throw error
    }
    // Until here nothing went out, so nothing can have been charged.
    guard !Task.isCancelled else {
      _ = gate.leave(pass, .unknown, used: 0)
      meter.settle(worst)
      throw CancellationError()
    }
    trial.attempts += 1
    let now = clock.now()
    trial.startedAt = trial.startedAt ?? now
    let left = deadline - (now - (trial.startedAt ?? now))
    let limits = HTTPLimits(
      timeout: max(.milliseconds(1), min(.bounded(seconds: settings.limits.timeout), left)),
      bytes: settings.limits.answerBytes
    )
    let answer: HTTPAnswer
    do {
      answer = try await transport.send(httpRequest(trial), limits: limits)
    } catch let fault as HTTPFault {
      return try lost(fault, pass, worst)
    } catch {
      _ = gate.leave(pass, .unknown)
      lose(worst)
      throw error
    }
    return try await settle(answer, &trial, pass, worst)
  }

  /// The limit of tokens that is sent; members of `extra` stand above the sampling settings.
  private func maximumTokens(_ request: ModelRequest) -> Int? {
    settings.extra["max_completion_tokens"]?.int ?? settings.extra["max_tokens"]?.int
      ?? request.sampling.filled(by: settings.sampling).maximumTokens
  }

  private func httpRequest(_ trial: Trial) -> HTTPRequest {
    HTTPRequest(
      url: wire.address.url,
      headers: access.headers + wire.dialect.headers
        + [(name: "Idempotency-Key", value: trial.idempotencyKey)],
      body: trial.body
    )
  }

  /// Takes in an answer of any status.
  private func settle(
    _ answer: HTTPAnswer,
    _ trial: inout Trial,
    _ pass: GateState.Pass,
    _ worst: Double
  ) async throws -> Outcome {
    let headers = LimitHeaders(answer, date: clock.date)
    let result = wire.read(
      answer,
      key: trial.key,
      form: trial.form,
      isShaped: trial.request.shape != nil,
      access: access
    )
    switch result {
    case .success(let found):
      let usage = found.usage
      leave(pass, .answered, used: usage, hold: headers.reset)
      estimate.learn(usage, bytes: trial.body.count)
      let cost = pay(usage, worst)
      forms.settle(trial.form, for: trial.request.shape)
      _ = refusesAll(false)
      try await writer.write(
        PaidAnswer(
          found,
          request: String(decoding: trial.body, as: UTF8.self),
          name: settings.name,
          endpoint: wire.shownAddress,
          cost: cost,
          attempts: trial.attempts
        )
      )
      book.note { tally in
        tally.answered += 1
        if found.finish == .refusal || found.finish == .filtered { tally.refused += 1 }
      }
      return Outcome(result: result)
    case .failure(let fault):
      var asked: Duration?
      if fault.remedy == .slower || fault.status >= 500 {
        asked = headers.retryAfter ?? (fault.status == 429 ? headers.reset : nil)
      }
      // A wait beyond every deadline ends the run instead of holding it up.
      let hold = max(asked ?? .zero, headers.reset ?? .zero)
      let isGone = leave(
        pass,
        ending(fault),
        used: fault.usage,
        hold: hold > .zero && hold <= deadline ? hold : nil
      )
      if fault.usage != TokenUsage() { _ = pay(fault.usage, worst) } else { meter.settle(worst) }
      if fault.status == 200 { trial.useless += 1 }
      if isGone { throw stop(gone(fault)) }
      return Outcome(result: result, asked: asked)
    }
  }

  /// A try that brought no whole answer.
  private func lost(
    _ fault: HTTPFault,
    _ pass: GateState.Pass,
    _ worst: Double
  ) throws -> Outcome {
    let ending: GateState.Ending =
      if !fault.isPassing {
        .answered
      } else if fault.stage == .late {
        .congested(isAway: true)
      } else {
        .away
      }
    let isGone = gate.leave(pass, ending)
    if fault.stage == .connecting { meter.settle(worst) } else { lose(worst) }
    let answer = AnswerFault(
      words: "gave no answer: \(access.shown(fault.reason))",
      status: 0,
      remedy: fault.isPassing ? .again : .none(.unanswered)
    )
    if isGone { throw stop(gone(answer)) }
    return Outcome(result: .failure(answer))
  }

  private func gone(_ fault: AnswerFault) -> AnswerFault {
    var fault = fault
    fault.words = "has been away for too long: it \(fault.words)"
    fault.hint =
      "check that it runs and can be reached, then run the command again: "
      + "answers so far are kept"
    return fault
  }

  private func ending(_ fault: AnswerFault) -> GateState.Ending {
    switch fault.remedy {
    case .slower: .congested(isAway: fault.status >= 500)
    case .again where fault.status >= 500: .away
    default: .answered
    }
  }

  @discardableResult
  private func leave(
    _ pass: GateState.Pass,
    _ ending: GateState.Ending,
    used: TokenUsage,
    hold: Duration?
  ) -> Bool {
    let sum = used.input &+ used.output
    return gate.leave(pass, ending, used: sum > 0 ? sum : nil, hold: hold)
  }

  /// Pays for an answer by the endpoint's own count.
  ///
  /// - Returns: The cost; nil where there is no price or the endpoint counts nothing.
  private func pay(_ usage: TokenUsage, _ worst: Double) -> Double? {
    guard let price = settings.price else {
      book.note { $0.usage = $0.usage + usage }
      return nil
    }
    guard usage != TokenUsage() else {
      lose(worst)
      return nil
    }
    let cost = price.cost(of: usage)
    meter.settle(worst, cost: cost)
    book.note { tally in
      tally.usage = tally.usage + usage
      tally.paid = (tally.paid ?? .zero) + Money(cost)
    }
    return cost
  }

  /// Counts what a lost answer may have cost.
  private func lose(_ worst: Double) {
    meter.settle(worst, isLost: true)
    book.note { $0.lost += Money(worst) }
  }
}

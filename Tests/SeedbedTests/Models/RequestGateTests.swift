import SeedbedData
import SeedbedKernels
import SeedbedModels
import Synchronization
import Testing

@Suite("Pacing of requests")
struct RequestGateTests {
  private func ask(_ model: PacedModel, _ range: Range<Int>) async -> [any Error] {
    await withTaskGroup(of: (any Error)?.self) { group in
      for index in range {
        group.addTask {
          do {
            _ = try await model.answer(to: ModelBench.request("\(index)", maximumTokens: 100))
            return nil
          } catch { return error }
        }
      }
      return await group.reduce(into: []) { errors, error in error.map { errors.append($0) } }
    }
  }

  @Test("no more requests are under way than the settings allow", arguments: [1, 3, 17])
  func ceiling(concurrency: Int) async throws {
    var settings = ModelBench.settings()
    settings.limits.concurrency = concurrency
    let underway = Mutex((now: 0, most: 0))
    let model = try ModelBench.model(settings) { _ in
      underway.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
      for _ in 0..<5 { await Task.yield() }
      underway.withLock { $0.now -= 1 }
      return ScriptedTransport.text("x")
    }
    #expect(await ask(model, 0..<300).isEmpty)
    #expect(underway.withLock { $0.most } == concurrency)
  }

  @Test("no minute sees more requests than declared", arguments: [30, 600])
  func requestsPerMinute(allowed: Int) async throws {
    let clock = HastyClock()
    var settings = ModelBench.settings()
    settings.limits.requestsPerMinute = allowed
    let times = Mutex<[Duration]>([])
    let model = try ModelBench.model(settings, clock: clock) { _ in
      times.withLock { $0.append(clock.now) }
      return ScriptedTransport.text("x")
    }
    #expect(await ask(model, 0..<4 * allowed).isEmpty)
    let sent = times.withLock { $0 }
    for (index, time) in sent.enumerated() {
      #expect(sent[...index].count { $0 > time - .seconds(60) } <= allowed)
    }
    #expect(clock.now > .seconds(170))
  }

  @Test("tokens are estimated before and corrected by what the endpoint counts")
  func tokensPerMinute() async throws {
    let clock = HastyClock()
    var settings = ModelBench.settings()
    settings.limits.tokensPerMinute = 6000
    // About 160 tokens are expected of each, and 20 are used.
    let model = try ModelBench.model(settings, clock: clock) { _ in
      ScriptedTransport.text("x", input: 15, output: 5)
    }
    #expect(await ask(model, 0..<600).isEmpty)
    #expect(clock.now > .seconds(90) && clock.now < .seconds(200))
  }

  @Test("Retry-After holds every request back, and what is used up until its reset")
  func holds() async throws {
    for (status, header, value) in [
      (429, "Retry-After", "30"), (503, "retry-after-ms", "30000"),
      (200, "x-ratelimit-reset-requests", "30s"),
    ] {
      let clock = HastyClock()
      var settings = ModelBench.settings()
      settings.limits.concurrency = 1
      let times = Mutex<[Duration]>([])
      let model = try ModelBench.model(settings, clock: clock) { _ in
        let count = times.withLock { times in
          times.append(clock.now)
          return times.count
        }
        guard count == 1 else { return ScriptedTransport.text("x") }
        var answer = ScriptedTransport.text(
          "x",
          headers: [(header, value), ("x-ratelimit-remaining-requests", "0")]
        )
        answer.status = status
        return answer
      }
      #expect(await ask(model, 0..<3).isEmpty)
      let sent = times.withLock { $0 }
      #expect(sent[0] == .zero && sent[1] >= .seconds(30) && sent[1] < .seconds(32))
      #expect(sent.count == (status == 200 ? 3 : 4))
    }
  }

  @Test("a wait beyond the deadline ends the run instead of holding it up")
  func tooLong() async throws {
    let clock = HastyClock()
    let model = try ModelBench.model(ModelBench.settings(), clock: clock) { _ in
      HTTPAnswer(status: 429, headers: [("Retry-After", "86400")])
    }
    let errors = await ask(model, 0..<50)
    let error = try #require(errors.first as? SeedbedError)
    #expect(errors.count == 50 && errors.allSatisfy { $0 is SeedbedError })
    #expect(error.message.contains("asks to wait 86400 seconds"))
    #expect(clock.now < .seconds(60))
  }

  @Test("an endpoint that stays overloaded is asked less and less")
  func overload() async throws {
    let clock = HastyClock()
    var settings = ModelBench.settings()
    settings.limits.attempts = 12
    let times = Mutex<[Duration]>([])
    let model = try ModelBench.model(settings, clock: clock) { _ in
      times.withLock { $0.append(clock.now) }
      // Overloaded for five minutes.
      return clock.now < .seconds(300) ? HTTPAnswer(status: 429) : ScriptedTransport.text("x")
    }
    _ = await ask(model, 0..<20)
    let refused = times.withLock { $0 }.filter { $0 < .seconds(300) }
    #expect(refused.count < 200 && model.width < 64)
  }

  @Test("an endpoint that is gone ends the run, and not every request after six tries")
  func gone() async throws {
    let clock = HastyClock()
    let calls = Mutex(0)
    let model = try ModelBench.model(ModelBench.settings(), clock: clock) { _ in
      calls.withLock { $0 += 1 }
      throw HTTPFault(reason: "no connection", isPassing: true, stage: .connecting)
    }
    let errors = await ask(model, 0..<500)
    let error = try #require(errors.last as? SeedbedError)
    #expect(errors.count == 500 && error.code == .endpoint)
    #expect(error.message.contains("has been away for too long: it gave no answer: no connection"))
    #expect(calls.withLock { $0 } < 500)
  }

  @Test("an endpoint that comes back is used again, and no request is lost")
  func back() async throws {
    let clock = HastyClock()
    let calls = Mutex(0)
    let model = try ModelBench.model(ModelBench.settings(), clock: clock) { _ in
      calls.withLock { $0 += 1 }
      // Away for the first ten seconds of the run.
      if clock.now < .seconds(10) { return HTTPAnswer(status: 502) }
      return ScriptedTransport.text("x")
    }
    let errors = await ask(model, 0..<300)
    #expect(errors.isEmpty)
    #expect(calls.withLock { $0 } < 300 + 64 * 3)
  }

  @Test("a request's own deadline holds over all its tries")
  func deadline() async throws {
    let clock = HastyClock()
    var settings = ModelBench.settings()
    settings.limits.deadline = 2
    settings.limits.attempts = 100
    let model = try ModelBench.model(settings, clock: clock) { _ in
      clock.advance(.milliseconds(300))
      return HTTPAnswer(status: 500, body: Array("{\"error\":\"broken\"}".utf8))
    }
    let failure = await #expect(throws: RequestFailure.self) {
      try await model.answer(to: ModelBench.request("a"))
    }
    #expect(failure?.kind == .unanswered && clock.now <= .seconds(3))
    #expect(failure?.reason.hasSuffix("times): broken") == true)
  }

  @Test("a transport that fails in a way of its own takes no place from others")
  func strange() async throws {
    struct Strange: Error {}
    var settings = ModelBench.settings()
    settings.limits.concurrency = 1
    let calls = Mutex(0)
    let model = try ModelBench.model(settings) { _ in
      let number = calls.withLock { calls in
        calls += 1
        return calls
      }
      if number <= 5 { throw Strange() }
      return ScriptedTransport.text("x")
    }
    let errors = await ask(model, 0..<20)
    #expect(errors.count == 5 && errors.allSatisfy { $0 is Strange })
  }

  @Test("however tasks are cancelled, every place and every coin comes back", arguments: 0..<6)
  func cancellations(seed: UInt64) async throws {
    var settings = ModelBench.settings()
    settings.limits.concurrency = 3
    settings.price = .init(input: 1, output: 1)
    let meter = SpendingMeter(limit: 0.002)
    let underway = Mutex((now: 0, most: 0))
    let model = try ModelBench.model(settings, meter: meter) { _ in
      underway.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
      defer { underway.withLock { $0.now -= 1 } }
      for _ in 0..<3 { await Task.yield() }
      try Task.checkCancellation()
      return ScriptedTransport.text("x", input: 1, output: 0)
    }
    var random = CounterRandom(seed: seed, sample: 1, operation: 2, draw: 3)
    let tasks = (0..<300).map { index in
      Task { try await model.answer(to: ModelBench.request("\(index / 2)", maximumTokens: 1)) }
    }
    for task in tasks where random.chance(0.5) {
      task.cancel()
      if random.chance(0.2) { await Task.yield() }
    }
    for task in tasks { _ = await task.result }
    #expect(meter.reserved == 0 && underway.withLock { $0.now } == 0)
    #expect(underway.withLock { $0.most } <= 3)
    for index in 0..<3 {
      let answer = try await model.answer(
        to: ModelBench.request("later \(index)", maximumTokens: 1)
      )
      #expect(answer.text == "x")
    }
  }
}

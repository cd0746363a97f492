import SeedbedData
import SeedbedKernels
import SeedbedModels
import Synchronization
import Testing

@Suite("Spending meter")
struct SpendingMeterTests {
  private func priced() -> ModelSettings {
    var settings = ModelBench.settings()
    settings.price = .init(input: 1000, output: 1000)
    return settings
  }

  /// Asks many times at once.
  ///
  /// - Returns: How many answers came, and the errors.
  private func ask(_ model: PacedModel, _ count: Int) async -> (Int, [any Error]) {
    await withTaskGroup(of: (any Error)?.self) { group in
      for index in 0..<count {
        group.addTask {
          do {
            _ = try await model.answer(
              to: ModelBench.request("number \(index)", maximumTokens: 100)
            )
            return nil
          } catch { return error }
        }
      }
      var errors: [any Error] = []
      var answers = 0
      for await error in group {
        if let error { errors.append(error) } else { answers += 1 }
      }
      return (answers, errors)
    }
  }

  @Test("a budget without a price is refused before anything is sent")
  func noPrice() {
    let error = #expect(throws: SeedbedError.self) {
      try ModelBench.model(ModelBench.settings(), meter: SpendingMeter(limit: 1))
    }
    #expect(error?.message == "a budget is set, but model `writer` has no price")
  }

  @Test("the budget is never exceeded while answers keep to their limit of tokens")
  func bound() async throws {
    for seed in 0..<5 {
      let limit = 2.0
      let meter = SpendingMeter(limit: limit, currency: "EUR")
      let store = CountingStore()
      let most = Mutex(0.0)
      let model = try ModelBench.model(priced(), store: store, meter: meter) { request in
        most.withLock { $0 = max($0, meter.spent + meter.reserved + meter.uncertain) }
        await Task.yield()
        var random = CounterRandom(
          seed: UInt64(seed),
          sample: hash64(request.body.span),
          operation: 0,
          draw: 0
        )
        return ScriptedTransport.text("x", input: 20, output: random.index(below: 101))
      }
      let (answers, errors) = await ask(model, 200)
      #expect(meter.spent <= limit && most.withLock { $0 } <= limit + 1e-9)
      #expect(meter.reserved == 0 && answers > 10 && answers + errors.count == 200)
      let error = try #require(errors.first as? SeedbedError)
      #expect(errors.allSatisfy { ($0 as? SeedbedError)?.code == .gate })
      #expect(error.message.hasPrefix("the budget of 2.0 EUR is used up: "))
      let tally = try #require(meter.tallies.first)
      #expect(tally.answered == answers && abs((tally.cost ?? 0) - meter.spent) < 1e-9)
      // Most of the money was used: what is left would not have paid for another request.
      #expect(limit - meter.spent < 0.2)
      #expect(store.answers.count == answers)
    }
  }

  @Test("endpoints that ignore the limit of tokens exceed it at most by requests under way")
  func excess() async throws {
    let meter = SpendingMeter(limit: 2)
    var settings = priced()
    settings.limits.concurrency = 4
    let model = try ModelBench.model(settings, meter: meter) { _ in
      ScriptedTransport.text("x", input: 20, output: 500)
    }
    _ = await ask(model, 100)
    #expect(meter.spent > 1.5 && meter.spent <= 2 + 4 * 0.52)
  }

  @Test("answers that were lost count at their worst, and stored ones count nothing")
  func lost() async throws {
    let meter = SpendingMeter(limit: 100)
    let store = CountingStore()
    let count = Mutex(0)
    let model = try ModelBench.model(priced(), store: store, meter: meter) { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      if number == 1 { throw HTTPFault(reason: "closed", isPassing: true) }
      if number == 2 { throw HTTPFault(reason: "none", isPassing: true, stage: .connecting) }
      return ScriptedTransport.text("x", input: 20, output: 10)
    }
    for _ in 0..<3 {
      _ = try await model.answer(to: ModelBench.request("a", maximumTokens: 100))
    }
    #expect(abs(meter.spent - 0.03) < 1e-9)
    #expect(meter.uncertain > 0.1 && meter.uncertain < 0.3 && meter.reserved == 0)
    let tally = try #require(meter.tallies.first)
    #expect(tally.asked == 3 && tally.answered == 1 && tally.fromStore == 2 && tally.retries == 2)
    #expect(abs(tally.uncertain - meter.uncertain) < 1e-9)
    #expect(tally.usage == TokenUsage(input: 20, output: 10) && store.answers[0].cost == 0.03)
  }

  @Test("what was spent before counts against the limit")
  func before() async throws {
    let meter = SpendingMeter(limit: 1, alreadySpent: 0.95)
    let model = try ModelBench.model(priced(), meter: meter) { _ in ScriptedTransport.text("x") }
    let (answers, errors) = await ask(model, 3)
    #expect(answers == 0 && errors.count == 3 && meter.spent == 0.95)
  }

  @Test("an answer that was useless but charged is paid for, and so is its successor")
  func useless() async throws {
    let meter = SpendingMeter(limit: 10)
    let count = Mutex(0)
    let model = try ModelBench.model(priced(), meter: meter) { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return ScriptedTransport.text(number == 1 ? "" : "x", input: 10, output: 10)
    }
    _ = try await model.answer(to: ModelBench.request("a", maximumTokens: 100))
    #expect(abs(meter.spent - 0.04) < 1e-9)
  }
}

import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedModels
import Synchronization
import Testing

@Suite("Paced model in a storm")
struct PacedModelStormTests {
  /// Three faults in ten replies, of every kind, by the number of the call alone.
  private static func reply(_ call: ScriptedEndpoint.Call) -> RudeServer.Reply {
    var random = CounterRandom(seed: 3, sample: UInt64(call.number), operation: 1, draw: 0)
    guard random.chance(0.3) else { return .text("answer to \(call.prompt)") }
    return switch random.index(below: 9) {
    case 0: .refusal(429, "slow down", headers: ["Retry-After": "1"])
    case 1: .refusal(429, "slow down")
    case 2: .refusal(500, "oops")
    case 3: .refusal(503, "busy", headers: ["retry-after-ms": "20"])
    case 4: .hangUp
    case 5: .cut("{\"choices\":[{")
    case 6: .answer(200, body: "{\"choices\":[{\"message\":{\"conte")
    case 7: .answer(200, body: "{\"choices\":[]}")
    default: .answer(200, body: "<html>gateway</html>")
    }
  }

  /// Bytes of memory that the process holds.
  private static func memory() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
  }

  private func run(
    _ model: PacedModel,
    _ range: Range<Int>,
    width: Int
  ) async -> (answers: Int, failures: Int, others: Int) {
    await withTaskGroup(of: Int.self) { group in
      var counts = [0, 0, 0]
      var next = range.lowerBound
      func start() {
        guard next < range.upperBound else { return }
        let number = next
        next += 1
        group.addTask {
          do {
            let answer = try await model.answer(to: ModelBench.request("number \(number)"))
            return answer.text == "answer to number \(number)" ? 0 : 2
          } catch { return error is RequestFailure ? 1 : 2 }
        }
      }
      for _ in 0..<width { start() }
      while let kind = await group.next() {
        counts[kind] += 1
        start()
      }
      return (counts[0], counts[1], counts[2])
    }
  }

  @Test("of 10,000 requests with faults each is answered once or fails with a reason")
  func storm() async throws {
    try await ScriptedEndpoint.with {
      Self.reply($0)
    } _: { endpoint in
      let store = CountingStore()
      let meter = SpendingMeter()
      var settings = ModelBench.settings(endpoint.url)
      settings.limits.concurrency = 64
      let model = try ModelBench.model(settings, store: store, meter: meter)
      let counts = await run(model, 0..<10_000, width: 100)
      #expect(counts.others == 0 && counts.answers + counts.failures == 10_000)
      #expect(counts.answers > 9900)
      #expect(store.answers.count == counts.answers && store.failures.count == counts.failures)
      #expect(store.state.withLock { $0.twice } == 0)
      #expect(store.failures.allSatisfy { !$0.failure.reason.isEmpty && $0.attempts == 6 })
      let tally = try #require(meter.tallies.first)
      #expect(tally.answered == counts.answers && tally.failed == counts.failures)
      // The endpoint's own log: what it had answered well was never asked again.
      var answered: Set<String> = []
      var again = 0
      for call in endpoint.calls {
        let prompt = call.prompt
        if answered.contains(prompt) { again += 1 }
        if case .answer(200, _, let body) = Self.reply(call), body.contains("answer to") {
          answered.insert(prompt)
        }
      }
      #expect(again == 0 && answered.count == counts.answers)
    }
  }

  @Test("a run that was stopped half-way pays only for what is missing")
  func resumed() async throws {
    try await ScriptedEndpoint.with {
      .text("answer to \($0.prompt)")
    } _: { endpoint in
      let store = CountingStore()
      let settings = ModelBench.settings(endpoint.url)
      let first = try ModelBench.model(settings, store: store)
      let task = Task { await run(first, 0..<2000, width: 50) }
      while store.state.withLock({ $0.answers.count }) < 500 { await Task.yield() }
      task.cancel()
      _ = await task.value
      let kept = store.state.withLock { $0.answers.count }
      let asked = endpoint.calls.count
      #expect(kept < 2000)
      let second = try ModelBench.model(settings, store: store)
      let counts = await run(second, 0..<2000, width: 50)
      #expect(counts.answers == 2000 && endpoint.calls.count == asked + 2000 - kept)
    }
  }

  /// In a process of its own, as the memory of this one is also that of the tests beside it.
  @Test("memory does not grow with the number of finished requests")
  func flatMemory() async throws {
    await #expect(processExitsWith: .success) {
      let filler = [UInt8](repeating: UInt8(ascii: " "), count: 4000)
      let model = try PacedModel(
        ModelBench.settings(),
        store: Sieve(),
        meter: SpendingMeter(),
        environment: ["MODEL_KEY": ModelBench.key],
        transport: ScriptedTransport { request in
          let body = try JSONParser.parse(request.body.span)
          let prompt = body["messages"]?.array?.last?["content"]?.string ?? ""
          var answer = ScriptedTransport.text("answer to \(prompt)")
          answer.body += filler
          return answer
        }
      )
      let storm = PacedModelStormTests()
      _ = await storm.run(model, 0..<2000, width: 50)
      let before = Self.memory()
      _ = await storm.run(model, 2000..<22_000, width: 50)
      // Their bodies alone would be ten times that.
      #expect(Self.memory() - before < 8 << 20)
    }
  }

  /// A store that keeps nothing.
  private struct Sieve: AnswerStore {
    func storedAnswer(key: String) throws -> ModelAnswer? { nil }
    func store(_ answers: [PaidAnswer]) throws {}
    func store(_ failures: [FailedRequest]) throws {}
  }

  @Test("answers that come together are stored in one transaction")
  func groupCommit() async throws {
    final class SlowStore: AnswerStore {
      let batches = Mutex<[Int]>([])
      func storedAnswer(key: String) throws -> ModelAnswer? { nil }
      func store(_ failures: [FailedRequest]) throws {}
      func store(_ answers: [PaidAnswer]) throws {
        batches.withLock { $0.append(answers.count) }
        // As long as a disk takes, while others arrive.
        usleep(2000)
      }
    }
    let store = SlowStore()
    let model = try PacedModel(
      ModelBench.settings(),
      store: store,
      meter: SpendingMeter(),
      environment: ["MODEL_KEY": ModelBench.key],
      transport: ScriptedTransport { _ in ScriptedTransport.text("answer to number 0") }
    )
    _ = await run(model, 0..<1000, width: 64)
    let batches = store.batches.withLock { $0 }
    #expect(batches.reduce(0, +) == 1000 && batches.count < 500)
  }

  @Test("when the store fails, so does the request, and nothing is lost silently")
  func storeFails() async throws {
    struct Broken: AnswerStore {
      func storedAnswer(key: String) throws -> ModelAnswer? { nil }
      func store(_ answers: [PaidAnswer]) throws { throw SeedbedError(.ledger, "the disk is full") }
      func store(_ failures: [FailedRequest]) throws {}
    }
    let model = try PacedModel(
      ModelBench.settings(),
      store: Broken(),
      meter: SpendingMeter(),
      environment: ["MODEL_KEY": ModelBench.key],
      transport: ScriptedTransport { _ in ScriptedTransport.text("x") }
    )
    let error = await #expect(throws: SeedbedError.self) {
      try await model.answer(to: ModelBench.request("a"))
    }
    #expect(error?.message == "the disk is full")
  }
}

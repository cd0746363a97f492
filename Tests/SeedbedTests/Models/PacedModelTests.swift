import SeedbedData
import SeedbedModels
import Synchronization
import Testing

@Suite("Paced model")
struct PacedModelTests {
  private func answer(
    _ text: String = "hello",
    store: CountingStore = CountingStore(),
    clock: HastyClock = HastyClock(),
    adjust: (inout ModelSettings) -> Void = { _ in },
    script: @escaping @Sendable (ScriptedEndpoint.Call) -> RudeServer.Reply,
    then: (ScriptedEndpoint, PacedModel) async throws -> Void
  ) async throws {
    try await ScriptedEndpoint.with(script) { endpoint in
      var settings = ModelBench.settings(endpoint.url)
      adjust(&settings)
      try await then(endpoint, try ModelBench.model(settings, store: store, clock: clock))
    }
  }

  @Test("a request travels whole, and its answer is stored before it is returned")
  func plain() async throws {
    let store = CountingStore()
    try await answer(store: store) { call in
      .text("hello " + call.prompt)
    } then: { endpoint, model in
      let reply = try await model.answer(to: ModelBench.request("you", maximumTokens: 9))
      #expect(reply.text == "hello you" && reply.finish == .stop && reply.model == "served-model")
      #expect(reply.usage == TokenUsage(input: 10, output: 5))
      let call = try #require(endpoint.calls.first)
      #expect(call.request.path == "/v1/chat/completions" && call.request.method == "POST")
      #expect(call.request.headers["authorization"] == "Bearer \(ModelBench.key)")
      #expect(call.request.headers["accept-encoding"] == nil)
      #expect(call.key == reply.key && call.request.body["max_tokens"] == 9)
      let paid = try #require(store.answers.first)
      #expect(paid.answer == reply && paid.attempts == 1 && paid.cost == nil && !paid.isBatch)
      #expect(!paid.request.contains(ModelBench.key) && paid.name == "writer")
      #expect(try JSONParser.parse(paid.request) == call.request.body)
      #expect(model.identity.family == "m" && model.identity.model == "m-1")
    }
  }

  @Test("an answer in the store is not asked for again, and another variant is another request")
  func stored() async throws {
    let store = CountingStore()
    try await answer(store: store) { call in
      .text("answer \(call.number)")
    } then: { endpoint, model in
      let first = try await model.answer(to: ModelBench.request("a"))
      #expect(try await model.answer(to: ModelBench.request("a")) == first)
      let other = try await model.answer(to: ModelBench.request("a", variant: 1))
      #expect(other.text == "answer 2" && other.key != first.key)
      // A new process has nothing but the store.
      let again = try ModelBench.model(ModelBench.settings(endpoint.url), store: store)
      #expect(try await again.answer(to: ModelBench.request("a")) == first)
      #expect(endpoint.calls.count == 2)
      #expect(endpoint.calls[0].request.body == endpoint.calls[1].request.body)
    }
  }

  @Test(
    "a passing refusal is tried again",
    arguments: [408, 409, 425, 429, 500, 502, 503, 504, 529]
  )
  func passing(status: Int) async throws {
    let clock = HastyClock()
    let store = CountingStore()
    try await answer(store: store, clock: clock) { call in
      call.number < 3 ? .refusal(status, "later") : .text("now")
    } then: { endpoint, model in
      let aText = try await model.answer(to: ModelBench.request("a")).text
      #expect(aText == "now")
      #expect(endpoint.calls.count == 3 && Set(endpoint.calls.map(\.key)).count == 1)
      #expect(store.answers.first?.attempts == 3 && !clock.list.isEmpty)
    }
  }

  @Test(
    "what is no answer is asked for again, under another idempotency key",
    arguments: [
      "{\"choices\":[]}", "{}", "[]", "null", "{\"choices\":{}}", "{\"choices\":[1]}",
      "{\"choices\":[{\"message\":{\"content\":null}}]}", "<html>busy</html>",
      "{\"choices\":[{\"me",
      "", "{\"error\":{\"message\":\"overloaded\"}}", "\u{0}",
      "{\"choices\":[{\"message\":\"x\"}]}",
    ]
  )
  func useless(body: String) async throws {
    try await answer { call in
      call.number == 1 ? .answer(200, body: body) : .text("now")
    } then: { endpoint, model in
      let aText = try await model.answer(to: ModelBench.request("a")).text
      #expect(aText == "now")
      // An endpoint that knows the key would give the same useless answer again.
      #expect(endpoint.calls.count == 2)
      #expect((endpoint.calls[0].key == endpoint.calls[1].key) == body.hasPrefix("{\"error"))
    }
  }

  @Test("connections that break are tried again, and a body that never comes runs out of time")
  func broken() async throws {
    try await answer {
      $0.limits.timeout = 1
    } script: { call in
      switch call.number {
      case 1: .hangUp
      case 2: .cut("{\"choices\":")
      case 3: .silence
      default: .text("now")
      }
    } then: { endpoint, model in
      let aText = try await model.answer(to: ModelBench.request("a")).text
      #expect(aText == "now")
      #expect(endpoint.calls.count >= 4)
    }
  }

  @Test(
    "a request that is wrong fails alone and is kept with its reason",
    arguments: [400, 413, 422]
  )
  func wrong(status: Int) async throws {
    let store = CountingStore()
    try await answer(store: store) { call in
      call.prompt == "bad" ? .refusal(status, "no, \(ModelBench.key) is wrong") : .text("fine")
    } then: { endpoint, model in
      let failure = await #expect(throws: RequestFailure.self) {
        try await model.answer(to: ModelBench.request("bad"))
      }
      #expect(failure?.kind == .unanswered)
      #expect(
        failure?.reason
          == "`\(endpoint.url)/chat/completions` answered with status \(status) for model `m-1`"
          + ": no, (key) is wrong"
      )
      #expect(store.failures.map(\.failure) == [failure] && store.failures.first?.attempts == 1)
      let goodText = try await model.answer(to: ModelBench.request("good")).text
      #expect(goodText == "fine")
      #expect(endpoint.calls.count == 2)
    }
  }

  @Test(
    "what no request can overcome ends them all at once",
    arguments: [
      (401, "invalid key", nil), (403, "forbidden", nil), (404, "no such model", nil),
      (402, "pay", nil), (429, "You exceeded your current quota", "insufficient_quota"),
      (400, "The model does not exist", "model_not_found"), (302, "moved", nil),
    ]
  )
  func pointless(status: Int, words: String, code: String?) async throws {
    try await answer { _ in
      .refusal(status, words, code: code, headers: ["Location": "/v2/chat/completions"])
    } then: { endpoint, model in
      let error = await #expect(throws: SeedbedError.self) {
        try await model.answer(to: ModelBench.request("a"))
      }
      #expect(error?.code == .endpoint && error?.hint != nil && error?.cause == words)
      await #expect(throws: SeedbedError.self) {
        try await model.answer(to: ModelBench.request("b"))
      }
      #expect(endpoint.calls.count == 1)
    }
  }

  @Test("an endpoint that refuses every request is not asked for each of thousands")
  func refusesAll() async throws {
    try await answer {
      $0.limits.concurrency = 1
    } script: { _ in
      .refusal(400, "bad request")
    } then: { endpoint, model in
      var errors: [any Error] = []
      for index in 0..<50 {
        do { _ = try await model.answer(to: ModelBench.request("\(index)")) } catch {
          errors.append(error)
        }
      }
      #expect(errors.filter { $0 is RequestFailure }.count == 19)
      #expect(errors.count == 50 && endpoint.calls.count == 20)
    }
  }

  @Test("an answer beyond the limit of bytes is refused and not asked for again")
  func large() async throws {
    let huge = String(repeating: "x", count: 10 << 20)
    try await answer { _ in
      .text(huge)
    } then: { endpoint, model in
      let failure = await #expect(throws: RequestFailure.self) {
        try await model.answer(to: ModelBench.request("a"))
      }
      #expect(failure?.reason.contains("larger than 8388608 bytes") == true)
      #expect(endpoint.calls.count == 1)
    }
  }

  @Test("refusals and filtered answers come back as what they are")
  func refusals() async throws {
    let body =
      "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I cannot\"},"
      + "\"finish_reason\":\"stop\"}]}"
    try await answer { call in
      switch call.prompt {
      case "refuse": .answer(200, body: body)
      case "filter": .text("", finish: "content_filter")
      case "cut": .text("half", finish: "length")
      default: .refusal(400, "blocked", code: "content_filter")
      }
    } then: { endpoint, model in
      let refused = try await model.answer(to: ModelBench.request("refuse"))
      #expect(refused.finish == .refusal && refused.text == "I cannot")
      #expect(try await model.answer(to: ModelBench.request("filter")).finish == .filtered)
      #expect(try await model.answer(to: ModelBench.request("cut")).finish == .length)
      let failure = await #expect(throws: RequestFailure.self) {
        try await model.answer(to: ModelBench.request("blocked"))
      }
      #expect(failure?.kind == .filtered && endpoint.calls.count == 4)
    }
  }

  @Test("equal requests under way share one call")
  func singleFlight() async throws {
    let meter = SpendingMeter()
    try await ScriptedEndpoint.with { call in
      .late(.milliseconds(150), .text("answer \(call.number)"))
    } _: { endpoint in
      let model = try ModelBench.model(ModelBench.settings(endpoint.url), meter: meter)
      let texts = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<40 {
          group.addTask { try await model.answer(to: ModelBench.request("same")).text }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(texts == Array(repeating: "answer 1", count: 40))
      #expect(endpoint.calls.count == 1)
      #expect(meter.tallies.map(\.asked) == [40] && meter.tallies.map(\.answered) == [1])
    }
  }

  @Test("whoever is cancelled while sharing a call drops out alone")
  func cancelledLeader() async throws {
    try await ScriptedEndpoint.with { call in
      call.number == 1 ? .silence : .text("answer \(call.number)")
    } _: { endpoint in
      let model = try ModelBench.model(ModelBench.settings(endpoint.url))
      let first = Task { try await model.answer(to: ModelBench.request("same")) }
      while endpoint.calls.isEmpty { await Task.yield() }
      let second = Task { try await model.answer(to: ModelBench.request("same")) }
      first.cancel()
      await #expect(throws: CancellationError.self) { try await first.value }
      #expect(try await second.value.text.hasPrefix("answer"))
    }
  }

  @Test("cancelling in flight ends the wait, frees the place, and stores nothing")
  func cancelled() async throws {
    let store = CountingStore()
    try await answer(store: store) {
      $0.limits.concurrency = 2
    } script: { call in
      call.prompt == "slow" ? .silence : .text("fine")
    } then: { endpoint, model in
      let tasks = (0..<6).map { index in
        Task { try await model.answer(to: ModelBench.request("slow", variant: index)) }
      }
      while endpoint.calls.count < 2 { await Task.yield() }
      for task in tasks { task.cancel() }
      for task in tasks {
        await #expect(throws: CancellationError.self) { try await task.value }
      }
      let quickText = try await model.answer(to: ModelBench.request("quick")).text
      #expect(quickText == "fine")
      #expect(endpoint.calls.count == 3 && store.failures.isEmpty && store.answers.count == 1)
    }
  }

  @Test("connections are kept")
  func connections() async throws {
    try await answer { _ in
      .text("x")
    } then: { endpoint, model in
      for index in 0..<20 { _ = try await model.answer(to: ModelBench.request("\(index)")) }
      // One that nobody used for a minute is given up, which a very busy machine can bring about.
      #expect(endpoint.connections < 10)
    }
  }
}

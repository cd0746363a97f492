import SeedbedData
import SeedbedModels
import Synchronization
import Testing

@Suite("Forms of requests that endpoints accept")
struct WireFormTests {
  /// An endpoint that knows neither schemas nor the older name of the token limit.
  private func picky(_ call: ScriptedEndpoint.Call) -> RudeServer.Reply {
    let body = call.request.body
    if body["response_format"]?["type"] == "json_schema" {
      return .refusal(400, "Invalid value for response_format: json_schema is not supported")
    }
    if body["max_tokens"] != nil {
      return .refusal(
        400,
        "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
        code: "unsupported_parameter"
      )
    }
    if body["temperature"] != nil {
      return .refusal(400, "Unsupported value: 'temperature' does not support 0.5")
    }
    return .text("{\"label\":\"x\"}")
  }

  private func request(_ text: String) -> ModelRequest {
    var request = ModelBench.request(text, shape: ModelBench.shape, maximumTokens: 50)
    request.sampling.temperature = 0.5
    return request
  }

  @Test("steps down once, remembers it, and a resumed run finds what was answered in that form")
  func steps() async throws {
    try await ScriptedEndpoint.with {
      picky($0)
    } _: { endpoint in
      let store = CountingStore()
      let settings = ModelBench.settings(endpoint.url)
      let model = try ModelBench.model(settings, store: store)
      let first = try await model.answer(to: request("a"))
      #expect(endpoint.calls.count == 4 && store.answers.first?.attempts == 1)
      _ = try await model.answer(to: request("b"))
      #expect(endpoint.calls.count == 5)
      let last = try #require(endpoint.calls.last?.request.body)
      #expect(last["response_format"]?["type"] == "json_object")
      #expect(last["max_completion_tokens"] == 50 && last["temperature"] == nil)
      // A new process knows nothing of the forms, but pays nothing twice.
      let resumed = try ModelBench.model(settings, store: store)
      #expect(try await resumed.answer(to: request("a")) == first)
      _ = try await resumed.answer(to: request("b"))
      #expect(endpoint.calls.count == 5)
      _ = try await resumed.answer(to: request("c"))
      #expect(endpoint.calls.count == 6)
    }
  }

  @Test("many at once all find their way down, and only the accepted form is stored")
  func together() async throws {
    try await ScriptedEndpoint.with {
      picky($0)
    } _: { endpoint in
      let store = CountingStore()
      let model = try ModelBench.model(ModelBench.settings(endpoint.url), store: store)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for index in 0..<100 {
          group.addTask { _ = try await model.answer(to: request("\(index)")) }
        }
        try await group.waitForAll()
      }
      #expect(store.answers.count == 100 && store.state.withLock { $0.twice } == 0)
      let answered = endpoint.calls.filter { call in
        call.request.body["max_completion_tokens"] != nil
          && call.request.body["temperature"] == nil
          && call.request.body["response_format"]?["type"] != "json_schema"
      }
      #expect(Set(answered.map(\.key)).count == answered.count)
    }
  }

  @Test("one schema that is refused takes no strength from the others")
  func perSchema() async throws {
    try await ScriptedEndpoint.with { call in
      call.shape == "bad"
        ? .refusal(400, "Invalid schema for response_format 'bad'") : .text("{\"label\":\"x\"}")
    } _: { endpoint in
      let model = try ModelBench.model(ModelBench.settings(endpoint.url))
      var bad = ModelBench.shape
      bad.name = "bad"
      for (index, shape) in [bad, ModelBench.shape, bad, ModelBench.shape].enumerated() {
        _ = try await model.answer(to: ModelBench.request("\(index)", shape: shape))
      }
      let kinds = endpoint.calls.map { $0.request.body["response_format"]?["type"]?.string }
      #expect(kinds == ["json_schema", "json_object", "json_schema", "json_object", "json_schema"])
    }
  }

  @Test("a limit that is too large is no wrong name, and a dead end ends")
  func deadEnds() async throws {
    try await ScriptedEndpoint.with { call in
      call.prompt == "large"
        ? .refusal(400, "max_tokens is too large: 50. This model supports at most 40")
        : .refusal(400, "Unknown parameter: max_tokens, and max_completion_tokens is unsupported")
    } _: { endpoint in
      let model = try ModelBench.model(ModelBench.settings(endpoint.url))
      for (text, calls) in [("large", 1), ("lost", 3)] {
        let failure = await #expect(throws: RequestFailure.self) {
          try await model.answer(to: ModelBench.request(text, maximumTokens: 50))
        }
        #expect(failure?.kind == .unanswered && endpoint.calls.count == calls)
      }
    }
  }

  @Test("a request that is too long is not sent again in another form")
  func tooLong() async throws {
    try await ScriptedEndpoint.with { _ in
      .refusal(
        400,
        "This model's maximum context length is 10 tokens (5 in the tools, unsupported)"
      )
    } _: { endpoint in
      let model = try ModelBench.model(ModelBench.settings(endpoint.url))
      await #expect(throws: RequestFailure.self) { try await model.answer(to: request("a")) }
      #expect(endpoint.calls.count == 1)
    }
  }

  @Test("Anthropic's tools give way to words in the prompt")
  func anthropic() async throws {
    var settings = ModelBench.settings()
    settings.provider = .anthropic
    let bodies = Mutex<[JSONValue]>([])
    let model = try ModelBench.model(settings) { request in
      let body = try JSONParser.parse(request.body.span)
      bodies.withLock { $0.append(body) }
      guard body["tools"] == nil else {
        let words = "Thinking may not be enabled when tool_choice forces tool use."
        let error = "{\"type\":\"error\",\"error\":{\"message\":\"\(words)\"}}"
        return HTTPAnswer(status: 400, body: Array(error.utf8))
      }
      let text = #"{"content":[{"type":"text","text":"{}"}],"stop_reason":"end_turn"}"#
      return HTTPAnswer(status: 200, body: Array(text.utf8))
    }
    _ = try await model.answer(to: request("a"))
    let sent = bodies.withLock { $0 }
    #expect(sent.count == 2 && sent[1]["response_format"] == nil)
    #expect(sent[1]["messages"]?.array?.last?["content"]?.string?.contains("JSON Schema") == true)
  }
}

import SeedbedData
import SeedbedModels
import Testing

@Suite("Probe of an endpoint")
struct EndpointProbeTests {
  private func findings(
    adjust: (inout ModelSettings) -> Void = { _ in },
    _ script: @escaping @Sendable (ScriptedEndpoint.Call) -> RudeServer.Reply
  ) async throws -> (found: [String: EndpointProbe.Finding], calls: [ScriptedEndpoint.Call]) {
    try await ScriptedEndpoint.with(script) { endpoint in
      var settings = ModelBench.settings(endpoint.url)
      settings.price = .init(input: 1, output: 2)
      adjust(&settings)
      let probe = try EndpointProbe(settings, environment: ["MODEL_KEY": ModelBench.key])
      let found = await probe.probe()
      for finding in found { #expect(!finding.detail.contains(ModelBench.key)) }
      #expect(!"\(probe)".contains(ModelBench.key))
      return (Dictionary(found.map { ($0.name, $0) }) { first, _ in first }, endpoint.calls)
    }
  }

  @Test("an endpoint that can everything is found to, for six tiny requests")
  func everything() async throws {
    let (found, calls) = try await findings { call in
      guard call.request.method == "POST" else {
        return .answer(200, body: #"{"data":[{"id":"m-1"},{"id":"m-2"}]}"#)
      }
      if call.request.body["tools"] != nil {
        return .answer(
          200,
          body: #"{"choices":[{"message":{"tool_calls":[{"function":{"arguments":"{}"}}]},"#
            + #""finish_reason":"tool_calls"}],"usage":{"prompt_tokens":4,"completion_tokens":2}}"#
        )
      }
      if call.request.body["logprobs"] == true {
        return .answer(
          200,
          body: #"{"system_fingerprint":"f","choices":[{"message":{"content":"ready"},"#
            + #""logprobs":{"content":[]},"finish_reason":"stop"}]}"#
        )
      }
      let headers = ["x-ratelimit-limit-requests": "500", "x-ratelimit-limit-tokens": "9000"]
      return .text("{\"ready\":true}", headers: headers)
    }
    let works = found.values.filter { $0.outcome == .works }.map(\.name).sorted()
    #expect(
      works == [
        "cost", "json", "key", "limits", "logprobs", "model", "reachable", "schema", "seed",
        "tools", "usage",
      ]
    )
    #expect(found["limits"]?.detail == "the endpoint allows 500 requests and 9000 tokens")
    #expect(found["cost"]?.detail == "34 tokens in and 17 out, which cost 6.8e-05")
    #expect(calls.count == 6)
    #expect(calls.allSatisfy { ($0.request.body["max_tokens"]?.int ?? 0) <= 64 })
  }

  @Test("what an endpoint does not have is said")
  func little() async throws {
    let (found, _) = try await findings { call in
      if call.request.method == "GET" {
        return .answer(200, body: #"{"data":[{"id":"m-11"}]}"#)
      }
      let body = call.request.body
      if body["response_format"]?["type"] == "json_schema" || body["tools"] != nil {
        return .refusal(400, "unknown parameter")
      }
      return .answer(
        200,
        body: #"{"choices":[{"message":{"content":"ready"},"finish_reason":"stop"}]}"#
      )
    }
    #expect(found["model"]?.outcome == .failed)
    #expect(found["model"]?.detail.contains("`m-11`") == true)
    for name in ["usage", "limits", "schema", "json", "tools", "logprobs", "seed"] {
      #expect(found[name]?.outcome == .missing, "\(name)")
    }
  }

  @Test("a key that is refused ends the probe")
  func key() async throws {
    let (found, calls) = try await findings { _ in .refusal(401, "bad key \(ModelBench.key)") }
    #expect(found["key"]?.outcome == .failed && found["schema"] == nil)
    #expect(found["key"]?.detail.hasSuffix("answered with status 401: bad key (key)") == true)
    #expect(calls.count == 2)
  }

  @Test("an endpoint that is not there is named")
  func away() async throws {
    let (found, _) = try await findings {
      $0.url = "http://127.0.0.1:1/v1"
    } _: { _ in
      .hangUp
    }
    #expect(found["reachable"]?.outcome == .failed && found["key"] == nil)
  }
}

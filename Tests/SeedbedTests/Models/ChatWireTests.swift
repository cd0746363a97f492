import SeedbedData
import SeedbedKernels
import SeedbedModels
import Testing

@Suite("Chat wire")
struct ChatWireTests {
  private func settings(
    _ provider: ModelSettings.Provider = .openai,
    url: String = "https://models.test/v1"
  ) -> ModelSettings {
    ModelSettings(name: "w", provider: provider, url: url, model: "m-1")
  }

  private func body(
    _ request: ModelRequest,
    _ settings: ModelSettings,
    _ form: WireForm? = nil
  ) throws -> String {
    String(decoding: try ChatWire(settings).body(of: request, in: form), as: UTF8.self)
  }

  private let request = ModelRequest(
    [ChatMessage(.system, "You \"write\"."), ChatMessage(.user, "Hé\nllo")],
    sampling: SamplingSettings(temperature: 0.7, topP: 1, maximumTokens: 20, seed: 3)
  )

  @Test("a chat completion has its members in a fixed order")
  func openAI() throws {
    var settings = settings()
    settings.extra = ["reasoning_effort": "low", "top_p": 0.5]
    #expect(
      try body(request, settings)
        == #"{"model":"m-1","messages":[{"role":"system","content":"You \"write\"."},"#
        + #"{"role":"user","content":"Hé\nllo"}],"temperature":0.7,"top_p":0.5,"#
        + #""max_tokens":20,"seed":3,"reasoning_effort":"low"}"#
    )
  }

  @Test("Anthropic's messages have the system's words apart, and a temperature of at most 1")
  func anthropic() throws {
    var request = request
    request.sampling.temperature = 1.4
    request.shape = ModelBench.shape
    #expect(
      try body(request, settings(.anthropic))
        == #"{"model":"m-1","max_tokens":20,"system":"You \"write\".","#
        + #""messages":[{"role":"user","content":"Hé\nllo"}],"temperature":1.0,"top_p":1.0,"#
        + #""tools":[{"name":"label","description":"Takes the answer.","input_schema":"#
        + ModelBench.shape.schema.serialized()
        + #"}],"tool_choice":{"type":"tool","name":"label"}}"#
    )
    request.sampling.maximumTokens = nil
    #expect(try body(request, settings(.anthropic)).contains(#""max_tokens":4096"#))
  }

  @Test("a schema goes the strongest way there is, and into the prompt otherwise")
  func structures() throws {
    var request = request
    request.shape = ModelBench.shape
    let schema = ModelBench.shape.schema.serialized()
    let strongest = try JSONParser.parse(body(request, settings()))
    let format = try #require(strongest["response_format"])
    #expect(format["type"] == "json_schema" && format["json_schema"]?["strict"] == true)
    #expect(format["json_schema"]?["name"] == "label")
    for structure in [ModelSettings.Structure.json, .prompt] {
      var settings = settings()
      settings.structure = structure
      let parsed = try JSONParser.parse(body(request, settings))
      #expect(
        parsed["response_format"]?["type"]?.string == (structure == .json ? "json_object" : nil)
      )
      let last = parsed["messages"]?.array?.last?["content"]?.string ?? ""
      #expect(last.hasPrefix("Hé\nllo\n\n") && last.contains("JSON") && last.hasSuffix(schema))
    }
  }

  @Test("what a strict endpoint would refuse is made acceptable, or said not to be strict")
  func strictness() throws {
    var request = request
    request.shape = AnswerShape(
      "s",
      [
        "type": "object", "properties": ["a": ["type": "string"], "b": ["type": "integer"]],
        "required": ["a"],
      ]
    )
    let made = try JSONParser.parse(body(request, settings()))["response_format"]?["json_schema"]
    #expect(made?["strict"] == true && made?["schema"]?["additionalProperties"] == false)
    #expect(made?["schema"]?["required"] == ["a", "b"])
    request.shape = AnswerShape("s", ["type": "object", "additionalProperties": true])
    let kept = try JSONParser.parse(body(request, settings()))["response_format"]?["json_schema"]
    #expect(kept?["strict"] == false && kept?["schema"] == .object(request.shape?.schema ?? [:]))
  }

  @Test(
    "addresses are taken as people write them",
    arguments: [
      ("https://models.test/v1", "https://models.test/v1/chat/completions"),
      ("https://models.test/v1/", "https://models.test/v1/chat/completions"),
      ("https://models.test/v1/chat/completions", "https://models.test/v1/chat/completions"),
      ("https://u:p@models.test:8/x?api-version=1", "https://models.test:8/x/chat/completions"),
    ]
  )
  func addresses(url: String, shown: String) throws {
    let wire = try ChatWire(settings(url: url))
    #expect(wire.endpoint == "openai \(shown) m-1" && wire.shownAddress == shown)
    #expect(wire.path.hasSuffix("/chat/completions") && wire.path.hasPrefix("/"))
    #expect("\(wire)" == wire.endpoint)
  }

  @Test("each endpoint gets its key in the header that it knows")
  func keys() async throws {
    for (provider, url, header, value) in [
      (ModelSettings.Provider.openai, "https://models.test/v1", "Authorization", "Bearer "),
      (.openai, "https://x.openai.azure.com/openai/deployments/d?api-version=1", "api-key", ""),
      (.anthropic, "https://api.anthropic.com/v1", "x-api-key", ""),
    ] {
      var settings = settings(provider, url: url)
      settings.keyVariable = "MODEL_KEY"
      let model = try ModelBench.model(settings) { request in
        let found = request.headers.filter { $0.value.contains(ModelBench.key) }
        #expect(found.map(\.name) == [header] && found.map(\.value) == [value + ModelBench.key])
        let version = request.headers.first { $0.name == "anthropic-version" }
        #expect((version != nil) == (provider == .anthropic))
        #expect(request.url.hasSuffix("api-version=1") == url.contains("azure"))
        return HTTPAnswer(status: 401)
      }
      await #expect(throws: SeedbedError.self) { try await model.answer(to: request) }
    }
  }

  @Test("api.openai.com is asked by the newer name of the token limit")
  func newerName() throws {
    let body = try body(request, settings(url: "https://api.openai.com/v1"))
    #expect(body.contains(#""max_completion_tokens":20"#) && !body.contains("max_tokens"))
  }

  @Test(
    "every way in which servers write an answer is read",
    arguments: [
      (#"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#, "a", "stop"),
      (#"{"choices":[{"message":{"content":"a"},"finish_reason":"length"}]}"#, "a", "length"),
      (#"{"choices":[{"message":{"content":"a"}}]}"#, "a", "other"),
      (
        #"{"choices":[{"message":{"content":[{"type":"reasoning","text":"hm"},"#
          + #"{"type":"text","text":"a"},{"type":"text","text":"b"}]},"finish_reason":"stop"}]}"#,
        "ab", "stop"
      ),
      (
        #"{"choices":[{"message":{"reasoning_content":"hm","content":"a"},"#
          + #""finish_reason":"stop"}]}"#,
        "a", "stop"
      ),
      (
        #"{"choices":[{"message":{"content":null,"tool_calls":[{"function":"#
          + #"{"arguments":"{\"x\":1}"}}]},"finish_reason":"tool_calls"}]}"#,
        #"{"x":1}"#, "stop"
      ),
      (
        #"{"choices":[{"message":{"tool_calls":[{"function":{"arguments":{"x":1}}}]},"#
          + #""finish_reason":"stop"}]}"#,
        #"{"x":1}"#, "stop"
      ),
      (#"{"choices":[{"message":{"refusal":"no"},"finish_reason":"stop"}]}"#, "no", "refusal"),
      (
        #"{"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]}"#, "",
        "filtered"
      ),
      (#"{"choices":[{"message":{"content":""},"finish_reason":"length"}]}"#, "", "length"),
      (
        #"{"error":null,"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#, "a",
        "stop"
      ),
    ]
  )
  func answers(body: String, text: String, finish: String) throws {
    let wire = try ChatWire(settings())
    let answer = try wire.read(status: 200, body: Array(body.utf8), key: "k").get()
    #expect(answer.text == text && answer.finish.rawValue == finish && answer.key == "k")
  }

  @Test("Anthropic's blocks, tools, refusals and token counts are read")
  func anthropicAnswers() throws {
    let wire = try ChatWire(settings(.anthropic))
    func read(_ body: String) throws -> ModelAnswer {
      try wire.read(status: 200, body: Array(body.utf8), key: "k").get()
    }
    let text = try read(
      #"{"model":"c","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"a"}],"#
        + #""stop_reason":"end_turn","usage":{"input_tokens":3,"cache_read_input_tokens":4,"#
        + #""cache_creation_input_tokens":5,"output_tokens":6}}"#
    )
    #expect(text.text == "a" && text.finish == .stop && text.model == "c")
    #expect(text.usage == TokenUsage(input: 12, cachedInput: 4, output: 6))
    let tool = try read(
      #"{"content":[{"type":"text","text":"so"},{"type":"tool_use","input":{"label":"x"}}],"#
        + #""stop_reason":"tool_use"}"#
    )
    #expect(tool.text == #"{"label":"x"}"# && tool.finish == .stop)
    #expect(try read(#"{"content":[],"stop_reason":"refusal"}"#).finish == .refusal)
    #expect(
      try read(#"{"content":[{"type":"text","text":"a"}],"stop_reason":"max_tokens"}"#).finish
        == .length
    )
  }

  @Test("a text of any kind survives the way out and back")
  func roundTrip() throws {
    let wire = try ChatWire(settings())
    for sample in 0..<400 {
      var random = CounterRandom(seed: 8, sample: UInt64(sample), operation: 1, draw: 0)
      let text = String(
        String.UnicodeScalarView(
          (0..<1 + random.index(below: 40)).compactMap { _ in
            Unicode.Scalar(UInt32(random.index(below: random.chance(0.5) ? 128 : 0x11_0000)))
          }
        )
      )
      let body = wire.body(of: ModelRequest([ChatMessage(.user, text)]))
      let sent = try JSONParser.parse(body.span)["messages"]?.array?.first?["content"]?.string
      #expect(sent.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
      guard !text.isEmpty else { continue }
      let reply = Array(RudeServer.Reply.chatBody(text).utf8)
      let answer = try wire.read(status: 200, body: reply, key: "").get()
      #expect(Array(answer.text.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test("any beginning and any damage of an answer is refused without a crash")
  func damage() throws {
    let whole = Array(RudeServer.Reply.chatBody("a text \u{1F642} with \"quotes\"").utf8)
    for provider in [ModelSettings.Provider.openai, .anthropic] {
      let wire = try ChatWire(settings(provider))
      for end in 0..<whole.count {
        let result = wire.read(status: 200, body: Array(whole[..<end]), key: "")
        #expect(throws: RequestFailure.self) { try result.get() }
      }
      for sample in 0..<500 {
        var random = CounterRandom(seed: 9, sample: UInt64(sample), operation: 1, draw: 0)
        var bytes = whole
        for _ in 0..<3 { bytes[random.index(below: bytes.count)] = UInt8(random.index(below: 256)) }
        _ = wire.read(status: random.chance(0.5) ? 200 : 429, body: bytes, key: "")
      }
    }
  }

  @Test("whatever could change the answer changes the key, and nothing else does")
  func keysDiffer() throws {
    let wire = try ChatWire(settings())
    func key(_ change: (inout ModelRequest) -> Void) -> String {
      var request = request
      change(&request)
      return wire.key(of: wire.body(of: request), variant: request.variant)
    }
    let keys = [
      key { _ in }, key { $0.variant = 1 }, key { $0.sampling.temperature = 0.8 },
      key { $0.messages[0].content = "You write." }, key { $0.shape = ModelBench.shape },
      key { $0.sampling.maximumTokens = 21 },
    ]
    #expect(Set(keys).count == keys.count && keys.allSatisfy { $0.count == 32 })
    #expect(key { _ in } == keys[0])
    let other = try ChatWire(settings(url: "https://other.test/v1"))
    #expect(other.key(of: other.body(of: request), variant: 0) != keys[0])
  }

  @Test("settings that cannot work are refused with their name")
  func refusals() {
    var stream = settings()
    stream.extra = ["stream": true]
    var narrow = settings()
    narrow.limits.concurrency = 0
    var program = settings()
    program.provider = .program
    for bad in [stream, narrow, program] {
      let error = #expect(throws: SeedbedError.self) { try ChatWire(bad) }
      #expect(error?.code == .configuration && error?.message.contains("`w`") == true)
    }
  }
}

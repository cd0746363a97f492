import SeedbedData

/// Anthropic's messages: the system's words stand apart, and a schema is the input of a tool.
struct AnthropicDialect: ChatDialect {
  /// The endpoint asks for a limit of tokens; this one stands where nobody said one.
  static let maximumTokens = 4096

  let path = "/messages"
  let hasJSONMode = false
  let headers = [(name: "anthropic-version", value: "2023-06-01")]

  func namesCompletionTokens(_ address: EndpointAddress) -> Bool { false }

  func keyHeader(_ address: EndpointAddress) -> EndpointAccess.KeyHeader { .named("x-api-key") }

  func body(of request: ModelRequest, _ settings: ModelSettings, _ form: WireForm) -> JSONObject {
    let sampling = request.sampling.filled(by: settings.sampling)
    let messages = messages(of: request, form)
    var body: JSONObject = [
      "model": .string(settings.model),
      "max_tokens": .number(JSONNumber(sampling.maximumTokens ?? Self.maximumTokens)),
    ]
    let system = messages.filter { $0.role == .system }.map(\.content)
    if !system.isEmpty { body["system"] = .string(system.joined(separator: "\n\n")) }
    body["messages"] = .array(
      messages.filter { $0.role != .system }.map { message in
        ["role": .string(message.role.rawValue), "content": .string(message.content)]
      }
    )
    if form.saysDrawing {
      // Other endpoints' range ends at 2, this one's at 1.
      if let value = sampling.temperature {
        body["temperature"] = .number(JSONNumber(min(value, 1)))
      }
      if let value = sampling.topP { body["top_p"] = .number(JSONNumber(value)) }
    }
    if let shape = request.shape, form.structure == .schema {
      body["tools"] = [
        [
          "name": .string(shape.name), "description": "Takes the answer.",
          "input_schema": .object(shape.schema),
        ]
      ]
      body["tool_choice"] = ["type": "tool", "name": .string(shape.name)]
    }
    return body
  }

  func answer(in body: JSONValue, key: String) -> Result<ModelAnswer, AnswerFault> {
    let usage = usage(body["usage"])
    guard let blocks = body["content"]?.array else {
      return .failure(.content("gave an answer without `content`", usage: usage))
    }
    let finish = finish(body["stop_reason"]?.string)
    let call = blocks.first { $0["type"] == "tool_use" }
    let text = call?["input"]?.object?.serialized() ?? text(body["content"])
    guard !text.isEmpty || [.length, .filtered, .refusal].contains(finish) else {
      return .failure(.content("gave an answer without text", usage: usage))
    }
    let model = body["model"]?.string ?? ""
    return .success(ModelAnswer(key: key, text: text, finish: finish, model: model, usage: usage))
  }

  private func finish(_ reason: String?) -> ModelAnswer.Finish {
    switch reason {
    case "end_turn", "stop_sequence", "tool_use": .stop
    case "max_tokens", "model_context_window_exceeded": .length
    case "refusal": .refusal
    default: .other
    }
  }

  /// The endpoint counts tokens from and into its cache apart from the others.
  private func usage(_ value: JSONValue?) -> TokenUsage {
    let read = tokens(value?["cache_read_input_tokens"])
    let written = tokens(value?["cache_creation_input_tokens"])
    return TokenUsage(
      input: tokens(value?["input_tokens"]) &+ read &+ written,
      cachedInput: read,
      output: tokens(value?["output_tokens"])
    )
  }
}

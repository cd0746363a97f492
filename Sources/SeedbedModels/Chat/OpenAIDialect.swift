import SeedbedData

/// Chat completions as OpenAI defined them; also Azure, vLLM, llama.cpp, Ollama, LiteLLM and others.
struct OpenAIDialect: ChatDialect {
  let path = "/chat/completions"
  let hasJSONMode = true
  let headers: [(name: String, value: String)] = []

  func namesCompletionTokens(_ address: EndpointAddress) -> Bool {
    address.shown.hasPrefix("https://api.openai.com/")
  }

  func keyHeader(_ address: EndpointAddress) -> EndpointAccess.KeyHeader {
    let host = address.shown.split(separator: "/").dropFirst().first ?? ""
    return host.hasSuffix(".azure.com") ? .named("api-key") : .bearer
  }

  func body(of request: ModelRequest, _ settings: ModelSettings, _ form: WireForm) -> JSONObject {
    let sampling = request.sampling.filled(by: settings.sampling)
    var body: JSONObject = [
      "model": .string(settings.model),
      "messages": .array(
        messages(of: request, form).map { message in
          ["role": .string(message.role.rawValue), "content": .string(message.content)]
        }
      ),
    ]
    if form.saysDrawing {
      if let value = sampling.temperature { body["temperature"] = .number(JSONNumber(value)) }
      if let value = sampling.topP { body["top_p"] = .number(JSONNumber(value)) }
    }
    if let most = sampling.maximumTokens {
      let name = form.usesCompletionTokens ? "max_completion_tokens" : "max_tokens"
      body[name] = .number(JSONNumber(most))
    }
    if form.saysSeed, let seed = sampling.seed { body["seed"] = .number(JSONNumber(seed)) }
    if let shape = request.shape { body["response_format"] = format(shape, form.structure) }
    return body
  }

  private func format(_ shape: AnswerShape, _ structure: ModelSettings.Structure) -> JSONValue? {
    switch structure {
    case .prompt: return nil
    case .json: return ["type": "json_object"]
    case .guided: return ["type": "json_object", "schema": .object(shape.schema)]
    case .schema:
      let strict = JSONSchema.strict(shape.schema)
      return [
        "type": "json_schema",
        "json_schema": [
          "name": .string(shape.name), "strict": .bool(strict != nil),
          "schema": .object(strict ?? shape.schema),
        ],
      ]
    }
  }

  func answer(in body: JSONValue, key: String) -> Result<ModelAnswer, AnswerFault> {
    let usage = usage(body["usage"])
    guard let choices = body["choices"]?.array else {
      return .failure(.content("gave an answer without `choices`", usage: usage))
    }
    guard let choice = choices.first, let message = choice["message"], message.object != nil else {
      return .failure(.content("gave an answer without a message", usage: usage))
    }
    var finish = finish(choice["finish_reason"]?.string)
    var text = text(message["content"])
    if text.isEmpty { text = arguments(message) }
    if text.isEmpty, let refusal = message["refusal"]?.string, !refusal.isEmpty {
      (text, finish) = (refusal, .refusal)
    }
    guard !text.isEmpty || [.length, .filtered, .refusal].contains(finish) else {
      return .failure(.content("gave an answer without text", usage: usage))
    }
    let model = body["model"]?.string ?? ""
    return .success(ModelAnswer(key: key, text: text, finish: finish, model: model, usage: usage))
  }

  /// The first tool call's arguments, where an answer was given that way.
  private func arguments(_ message: JSONValue) -> String {
    let call = message["tool_calls"]?.array?.first?["function"] ?? message["function_call"]
    let arguments = call?["arguments"]
    return arguments?.string ?? arguments?.object?.serialized() ?? ""
  }

  private func finish(_ reason: String?) -> ModelAnswer.Finish {
    switch reason {
    case "stop", "tool_calls", "function_call", "eos", "end_turn", "stop_sequence": .stop
    case "length", "max_tokens": .length
    case "content_filter": .filtered
    case "refusal": .refusal
    default: .other
    }
  }

  private func usage(_ value: JSONValue?) -> TokenUsage {
    let cached = value?["prompt_tokens_details"]?["cached_tokens"]
    return TokenUsage(
      input: tokens(value?["prompt_tokens"]),
      cachedInput: tokens(cached ?? value?["prompt_cache_hit_tokens"]),
      output: tokens(value?["completion_tokens"])
    )
  }
}

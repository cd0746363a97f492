import SeedbedData

extension EndpointProbe {
  private static let shape = AnswerShape(
    "probe",
    [
      "type": "object", "properties": ["ready": ["type": "boolean"]], "required": ["ready"],
      "additionalProperties": false,
    ]
  )
  private static let question = "Reply with a JSON object whose member ready is true."

  /// Whether the endpoint lists the model.
  func modelList() async -> Finding {
    guard let address = try? EndpointAddress(settings.url, path: "/models"),
      case .success(let whole) = await send(address.url, .get), whole.status == 200,
      let body = try? JSONParser.parse(whole.body.span)
    else { return Finding("model", .unknown, "the endpoint has no list of models") }
    let rows = body["data"]?.array ?? body["models"]?.array ?? []
    let names = rows.compactMap { $0["id"]?.string ?? $0["name"]?.string }
    guard !names.isEmpty else {
      return Finding("model", .unknown, "the endpoint's list of models is empty")
    }
    if names.contains(settings.model) {
      return Finding("model", .works, "the endpoint lists `\(settings.model)`")
    }
    let nearest = NearestName.find(settings.model, among: names).map {
      "; did you mean `\($0)`?"
    }
    return Finding(
      "model",
      .failed,
      access.shown("`\(settings.model)` is not among the \(names.count) models" + (nearest ?? ""))
    )
  }

  func usage(_ answer: ModelAnswer, _ body: JSONValue) -> Finding {
    answer.usage.output > 0 && answer.usage.input > 0
      ? Finding("usage", .works, "tokens are counted")
      : Finding("usage", .missing, "tokens are not counted: the cost is an estimate")
  }

  func limits(_ answer: HTTPAnswer) -> Finding {
    let known = [
      ("requests", "x-ratelimit-limit-requests"), ("tokens", "x-ratelimit-limit-tokens"),
      ("requests", "anthropic-ratelimit-requests-limit"),
      ("tokens", "anthropic-ratelimit-tokens-limit"),
    ]
    let words = known.compactMap { name, header in
      answer.header(header).flatMap { Int($0) }.map { "\($0) \(name)" }
    }
    return words.isEmpty
      ? Finding("limits", .missing, "the endpoint does not say how many requests it allows")
      : Finding("limits", .works, "the endpoint allows " + words.joined(separator: " and "))
  }

  /// Which structures of an answer can be asked for.
  func structures(_ form: WireForm, _ usage: inout TokenUsage) async -> [Finding] {
    var findings: [Finding] = []
    var structures: [(ModelSettings.Structure, String)] = [(.schema, "schema")]
    if wire.dialect.hasJSONMode { structures.append((.json, "json")) }
    for (structure, name) in structures {
      var asked = form
      asked.structure = structure
      let echo = await ask(Self.question, shape: Self.shape, form: asked, usage: &usage)
      findings.append(
        finding(name, echo) { answer, _ in
          let value = try? JSONParser.parse(answer.text)
          return structure == .json ? value?.object != nil : value?["ready"]?.bool != nil
        }
      )
    }
    return findings
  }

  /// What only some endpoints of OpenAI's kind have.
  func extras(_ form: WireForm, _ usage: inout TokenUsage) async -> [Finding] {
    let tools: JSONObject = [
      "tools": [
        [
          "type": "function",
          "function": ["name": "probe", "parameters": .object(Self.shape.schema)],
        ]
      ],
      "tool_choice": ["type": "function", "function": ["name": "probe"]],
    ]
    let call = await ask("Call the tool with ready true.", form: form, extra: tools, usage: &usage)
    let words = "Reply with the word ready."
    let drawn: JSONObject = ["logprobs": true, "seed": 1]
    let draw = await ask(words, form: form, extra: drawn, usage: &usage)
    return [
      finding("tools", call) { _, body in
        body["choices"]?.array?.first?["message"]?["tool_calls"]?.array?.isEmpty == false
      },
      finding("logprobs", draw) { _, body in
        body["choices"]?.array?.first?["logprobs"]?.object != nil
      },
      finding("seed", draw) { _, body in body["system_fingerprint"]?.string != nil },
    ]
  }

  private func finding(
    _ name: String,
    _ echo: Echo,
    _ works: (ModelAnswer, JSONValue) -> Bool
  ) -> Finding {
    switch echo {
    case .fault(let fault):
      let isRefused = (400..<500).contains(fault.status) && fault.status != 429
      return Finding(name, isRefused ? .missing : .unknown, "the endpoint \(fault.sentence)")
    case .answer(let answer, let body, _):
      if works(answer, body) { return Finding(name, .works, "the endpoint has it") }
      if answer.finish == .length {
        let most = Self.maximumTokens
        return Finding(name, .unknown, "the answer was cut off after \(most) tokens")
      }
      return Finding(name, .missing, "the endpoint takes the request and does nothing with it")
    }
  }

  func cost(_ usage: TokenUsage) -> Finding {
    let tokens = "\(usage.input) tokens in and \(usage.output) out"
    guard let price = settings.price else {
      return Finding("cost", .unknown, "\(tokens); no price is configured")
    }
    let cost = (price.cost(of: usage) * 1_000_000).rounded() / 1_000_000
    return Finding("cost", .works, "\(tokens), which cost \(JSONNumber(cost))")
  }
}

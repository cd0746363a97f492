extension ModelSettings {
  /// Reads one entry under `models`.
  init(name: String, _ mapping: inout StrictMapping) throws {
    let provider = try mapping.value("provider")?.choice(Provider.self) ?? .openai
    let command = try mapping.value("command")?.strings() ?? []
    let url = try provider == .program ? "" : mapping.required("url").string()
    let modelName = mapping.value("model")
    self.init(name: name, provider: provider, url: url, model: "")
    self.command = command
    switch (provider, command.isEmpty) {
    case (.program, true): _ = try mapping.required("command")
    case (.openai, false), (.anthropic, false):
      throw try mapping.required("command").invalid("only a `program` has one")
    default: break
    }
    model =
      try provider == .program
      ? modelName?.string() ?? name : modelName?.string() ?? mapping.required("model").string()
    keyVariable = try mapping.value("key_env")?.string()
    if let value = mapping.value("key_file") {
      keyFile = try value.string()
      guard keyVariable == nil else {
        throw value.invalid("name `key_env` or `key_file`, not both")
      }
    }
    if let value = mapping.value("key") {
      throw value.invalid(
        "a key never stands in this file; name the variable that holds it: `key_env`"
      )
    }
    family = try mapping.value("family")?.string().lowercased()
    sampling.temperature = try mapping.value("temperature")?.double(0...2)
    sampling.topP = try mapping.value("top_p")?.double(0...1)
    sampling.maximumTokens = try mapping.value("max_tokens")?.int(1...10_000_000)
    sampling.seed = try mapping.value("seed")?.int()
    structure = try mapping.value("structure")?.choice(Structure.self)
    extra = try mapping.value("extra")?.json().object ?? JSONObject()
    price = try mapping.mapping("price") { try Price(&$0) }
    limits = try mapping.mapping("limits") { try Limits(&$0) } ?? limits
  }

  /// The entry as lines under `models`.
  var yamlLines: [String] {
    var lines = ["  \(YAMLText.scalar(name)):", "    provider: \(provider.rawValue)"]
    func add(_ key: String, _ value: String?) {
      if let value { lines.append("    \(key): \(value)") }
    }
    if provider == .program {
      add("command", YAMLText.list(command))
    } else {
      add("url", YAMLText.scalar(url))
    }
    add("model", YAMLText.scalar(model))
    add("key_env", keyVariable.map { YAMLText.scalar($0) })
    add("key_file", keyFile.map { YAMLText.scalar($0) })
    add("family", family.map { YAMLText.scalar($0) })
    add("temperature", sampling.temperature.map { "\($0)" })
    add("top_p", sampling.topP.map { "\($0)" })
    add("max_tokens", sampling.maximumTokens.map { "\($0)" })
    add("seed", sampling.seed.map { "\($0)" })
    add("structure", structure?.rawValue)
    // JSON is YAML too.
    if !extra.isEmpty { add("extra", JSONValue.object(extra).serialized(.compact)) }
    if let price {
      let cached = price.cachedInput.map { ", cached_input: \($0)" } ?? ""
      add(
        "price",
        "{input: \(price.input), output: \(price.output)\(cached), batch: \(price.batch)}"
      )
    }
    return lines + limitLines
  }

  private var limitLines: [String] {
    let defaults = Limits()
    guard limits != defaults else { return [] }
    var parts: [String] = []
    if limits.concurrency != defaults.concurrency {
      parts.append("concurrency: \(limits.concurrency)")
    }
    if let most = limits.requestsPerMinute { parts.append("requests_per_minute: \(most)") }
    if let most = limits.tokensPerMinute { parts.append("tokens_per_minute: \(most)") }
    if limits.timeout != defaults.timeout { parts.append("timeout: \(limits.timeout)") }
    if limits.deadline != defaults.deadline { parts.append("deadline: \(limits.deadline)") }
    if limits.attempts != defaults.attempts { parts.append("attempts: \(limits.attempts)") }
    if limits.answerBytes != defaults.answerBytes {
      parts.append("answer_bytes: \(limits.answerBytes)")
    }
    return ["    limits: {\(parts.joined(separator: ", "))}"]
  }
}

extension ModelSettings.Price {
  fileprivate init(_ mapping: inout StrictMapping) throws {
    self.init(
      input: try mapping.required("input").double(0...1e9),
      output: try mapping.required("output").double(0...1e9)
    )
    cachedInput = try mapping.value("cached_input")?.double(0...1e9)
    batch = try mapping.value("batch")?.double(0...1) ?? batch
  }
}

extension ModelSettings.Limits {
  fileprivate init(_ mapping: inout StrictMapping) throws {
    self.init()
    concurrency = try mapping.value("concurrency")?.int(1...4096) ?? concurrency
    requestsPerMinute = try mapping.value("requests_per_minute")?.int(1...100_000_000)
    tokensPerMinute = try mapping.value("tokens_per_minute")?.int(1...100_000_000_000)
    timeout = try mapping.value("timeout")?.double(0.001...86_400) ?? timeout
    deadline = try mapping.value("deadline")?.double(0.001...604_800) ?? deadline
    attempts = try mapping.value("attempts")?.int(1...100) ?? attempts
    answerBytes = try mapping.value("answer_bytes")?.int(1024...(1 << 30)) ?? answerBytes
  }
}

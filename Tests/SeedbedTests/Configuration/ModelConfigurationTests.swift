import SeedbedData
import Testing

@Suite("Configuration: language models")
struct ModelConfigurationTests {
  static let base = """
    seedbed: 1
    data: {path: rows.jsonl}
    task: classification
    fields: {text: text, label: label}
    dimensions: [label]

    """

  static let full = """
    models:
      writer:
        url: "https://api.example.com/v1"
        model: gpt-4.1-mini
        key_env: WRITER_KEY
        temperature: 0.9
        max_tokens: 700
        structure: json
        extra: {reasoning: {effort: low}, tags: [a, "1"], n: 2}
        price: {input: 0.4, output: 1.6, cached_input: 0.1, batch: 0.25}
        limits: {concurrency: 8, requests_per_minute: 500, tokens_per_minute: 90000, timeout: 30.0}
      judge:
        provider: anthropic
        url: "https://api.example.org/v1"
        model: claude-sonnet-4-5
        key_file: keys/judge
        family: House
      local:
        provider: program
        command: [python3, "plugins/model.py"]
    generation:
      models: [writer, local]
      variety: {tone: [calm, angry], length: ["one line"]}
      personas: personas.txt
      documents: docs
    judging: {judges: [judge], rubric: rubric.yaml, threshold: 0.6}
    spending: {limit: 2.5, currency: EUR}
    verification: {personal_data: allow, safety: reject}

    """

  private func read(_ text: String) throws -> Configuration {
    try Configuration(yaml: Self.base + text, file: "seedbed.yaml")
  }

  @Test("every key is read, and what is written is read back the same")
  func roundTrip() throws {
    let configuration = try read(Self.full)
    #expect(configuration.models.map(\.name) == ["judge", "local", "writer"])
    let writer = try #require(configuration.model(named: "writer"))
    #expect(writer.provider == .openai && writer.model == "gpt-4.1-mini")
    #expect(writer.keyVariable == "WRITER_KEY" && writer.structure == .json)
    #expect(writer.extra["reasoning"]?["effort"]?.string == "low")
    #expect(writer.extra["tags"]?.array == ["a", "1"] && writer.extra["n"]?.int == 2)
    #expect(writer.price?.cachedInput == 0.1 && writer.price?.batch == 0.25)
    #expect(writer.limits.concurrency == 8 && writer.limits.tokensPerMinute == 90_000)
    let judge = try #require(configuration.model(named: "judge"))
    #expect(judge.family == "house" && judge.keyFile == "keys/judge")
    #expect(configuration.model(named: "local")?.command == ["python3", "plugins/model.py"])
    #expect(configuration.generation.models == ["writer", "local"])
    #expect(configuration.generation.variety.map(\.name) == ["tone", "length"])
    #expect(configuration.judging.judges == ["judge"] && configuration.judging.threshold == 0.6)
    #expect(configuration.spending.limit == 2.5 && configuration.spending.currency == "EUR")
    #expect(configuration.verification.personalData == .allow)
    let again = try Configuration(yaml: configuration.yaml(), file: "seedbed.yaml")
    #expect(again == configuration)
  }

  @Test("what things cost, how fast they go and where keys are changes no result")
  func resultSettings() throws {
    let configuration = try read(Self.full)
    var other = configuration
    other.spending.limit = nil
    other.models[2].price = nil
    other.models[2].limits.concurrency = 512
    other.models[0].keyFile = nil
    #expect(other.resultSettings == configuration.resultSettings)
    other.models[2].sampling.temperature = 0.1
    #expect(other.resultSettings != configuration.resultSettings)
  }

  @Test(
    "what is wrong is refused by its place",
    arguments: [
      ("models: {a: {url: \"http://h/v1\", model: m, key: secret}}", "a key never stands"),
      ("models: {a: {model: m}}", "models.a.url"),
      ("models: {a: {url: \"http://h/v1\"}}", "models.a.model"),
      ("models: {a: {provider: program}}", "models.a.command"),
      ("models: {a: {url: u, model: m, command: [x]}}", "only a `program` has one"),
      ("models: {\"a b\": {url: u, model: m}}", "letters, digits"),
      ("models: {a: {url: u, model: m, key_env: K, key_file: f}}", "not both"),
      ("models: {a: {url: u, model: m, limits: {concurrency: 0}}}", "not between 1 and 4096"),
      ("models: {a: {url: u, model: m}}\ngeneration: {models: [b]}", "names `b`"),
      ("judging: {judges: [nobody]}", "`models` names none"),
      ("models: {a: {url: u, model: m}}\njudging: {judges: [a, a]}", "twice"),
      ("generation: {variety: {tone: []}}", "at least one value"),
      ("spending: {limit: -1}", "spending.limit"),
    ]
  )
  func errors(text: String, words: String) throws {
    let error = try #require(throws: SeedbedError.self) { try read(text) }
    #expect(error.description.contains(words), "\(error)")
    #expect(error.description.contains("seedbed.yaml:"), "\(error)")
    #expect(!error.description.contains("secret"), "\(error)")
  }

  @Test("a price counts cached tokens apart and batch files at their share")
  func price() {
    var price = ModelSettings.Price(input: 2, output: 8)
    let usage = TokenUsage(input: 1_000_000, cachedInput: 500_000, output: 250_000)
    #expect(price.cost(of: usage) == 4)
    price.cachedInput = 0.5
    #expect(price.cost(of: usage) == 3.25)
    #expect(price.cost(of: usage, isBatch: true) == 1.625)
    // No count that an endpoint may make up brings money back.
    #expect(price.cost(of: TokenUsage(input: -5, cachedInput: 9, output: -1)) == 0)
  }

  @Test(
    "a model's family is that of its weights",
    arguments: [
      ("gpt-4.1-mini", "gpt"), ("openai/gpt-4o", "gpt"), ("o3-mini", "gpt"),
      ("claude-sonnet-4-5", "claude"), ("anthropic/claude-3-opus", "claude"),
      ("gemini-2.5-pro", "gemini"), ("gemma-3-27b-it", "gemini"), ("qwen2.5-72b-instruct", "qwen"),
      ("meta-llama/Llama-3.3-70B-Instruct", "llama"), ("codellama-13b", "llama"),
      ("mixtral-8x7b", "mistral"), ("deepseek-r1-distill-qwen-7b", "qwen"),
      ("deepseek-r1-distill-llama-70b", "llama"), ("deepseek-v3", "deepseek"),
      ("phi-4", "phi"), ("recorded-writer", "recorded"), ("my-model-7b-q4_k_m", "my"),
      ("house-1", "house"), ("yield-7b", "yield"),
    ]
  )
  func families(model: String, family: String) {
    #expect(ModelFamily.family(of: model) == family)
  }
}

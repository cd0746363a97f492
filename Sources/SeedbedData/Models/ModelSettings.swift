/// One entry under `models` of `seedbed.yaml`: a language model, where it runs and what it costs.
public struct ModelSettings: Sendable, Hashable {
  /// How the model is spoken to.
  public enum Provider: String, Sendable, CaseIterable {
    /// Chat completions as OpenAI defined them, which most servers speak.
    case openai
    /// Anthropic's messages.
    case anthropic
    /// A moderation endpoint as OpenAI defined it; it writes and judges nothing, it flags.
    case moderation
    /// A program that speaks JSON lines on its standard streams.
    case program
  }

  /// What an endpoint can be asked for to get JSON, from the strongest down.
  public enum Structure: String, Sendable, CaseIterable {
    /// `response_format` with a JSON Schema, or a tool whose input has it.
    case schema
    /// A JSON object with the schema beside it, as servers on llama.cpp take it.
    case guided
    /// Any JSON object.
    case json
    /// Nothing: the schema stands in the prompt.
    case prompt
  }

  /// What a million tokens cost, in the currency of `spending`.
  public struct Price: Sendable, Hashable {
    /// A million tokens of requests.
    public var input: Double
    /// A million tokens of answers.
    public var output: Double
    /// A million tokens of requests from the endpoint's cache; nil stands for `input`.
    public var cachedInput: Double?
    /// What part of the price a batch file costs, 0…1.
    public var batch = 0.5

    /// Makes a price.
    ///
    /// - Parameters:
    ///   - input: A million tokens of requests.
    ///   - output: A million tokens of answers.
    public init(input: Double, output: Double) {
      self.input = input
      self.output = output
    }

    /// What tokens cost.
    ///
    /// - Parameters:
    ///   - usage: The tokens.
    ///   - isBatch: Whether they came by a batch file.
    /// - Returns: The price.
    public func cost(of usage: TokenUsage, isBatch: Bool = false) -> Double {
      let cached = min(max(0, usage.cachedInput), max(0, usage.input))
      let whole =
        Double(max(0, usage.input) - cached) * input + Double(cached) * (cachedInput ?? input)
        + Double(max(0, usage.output)) * output
      return whole / 1_000_000 * (isBatch ? batch : 1)
    }
  }

  /// What the endpoint allows.
  public struct Limits: Sendable, Hashable {
    /// The most requests under way at once, 1…4096.
    public var concurrency = 64
    /// The most requests in a minute; nil where nothing is declared.
    public var requestsPerMinute: Int?
    /// The most tokens in a minute; nil where nothing is declared.
    public var tokensPerMinute: Int?
    /// Seconds that one try may take.
    public var timeout = 120.0
    /// Seconds that a request may take with all its tries.
    public var deadline = 900.0
    /// How often a request is tried at most, at least 1.
    public var attempts = 6
    /// The most bytes of an answer.
    public var answerBytes = 8 << 20

    /// The defaults.
    public init() {}
  }

  /// The name by which the configuration speaks of it.
  public var name: String
  /// How it is spoken to.
  public var provider: Provider
  /// The base address, such as `https://api.openai.com/v1`; empty for a program.
  public var url: String
  /// The model's name at the endpoint.
  public var model: String
  /// The environment variable that holds the key.
  public var keyVariable: String?
  /// A file with the key, which only its owner may read.
  public var keyFile: String?
  /// The family of its weights, where the table does not know it or is wrong.
  public var family: String?
  /// The program and its arguments.
  public var command: [String] = []
  /// How answers are drawn unless a method says otherwise.
  public var sampling = SamplingSettings()
  /// The strongest structure the endpoint has; nil stands for a JSON Schema.
  public var structure: Structure?
  /// Further members of every request's body, as they are.
  public var extra = JSONObject()
  /// The price; nil where it is not known.
  public var price: Price?
  /// What the endpoint allows.
  public var limits = Limits()

  /// Makes settings with defaults for everything that is not named here.
  ///
  /// - Parameters:
  ///   - name: The name by which the configuration speaks of it.
  ///   - provider: How it is spoken to.
  ///   - url: The base address.
  ///   - model: The model's name at the endpoint.
  public init(name: String, provider: Provider = .openai, url: String, model: String) {
    self.name = name
    self.provider = provider
    self.url = url
    self.model = model
  }
}

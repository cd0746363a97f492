/// What a language model is asked, whatever endpoint it runs behind.
public struct ModelRequest: Sendable, Hashable {
  /// The conversation so far; the last turn is the one to answer.
  public var messages: [ChatMessage]
  /// How the answer is drawn.
  public var sampling: SamplingSettings
  /// The JSON Schema that the answer must follow; nil for free text.
  public var shape: AnswerShape?
  /// Which of several answers to the very same request is wanted, from 0.
  ///
  /// It is not sent, but part of the request's key: equal requests with equal variants are asked once.
  public var variant: Int

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - messages: The conversation so far.
  ///   - sampling: How the answer is drawn.
  ///   - shape: The schema that the answer must follow.
  ///   - variant: Which of several answers to the same request is wanted, from 0.
  public init(
    _ messages: [ChatMessage],
    sampling: SamplingSettings = SamplingSettings(),
    shape: AnswerShape? = nil,
    variant: Int = 0
  ) {
    self.messages = messages
    self.sampling = sampling
    self.shape = shape
    self.variant = variant
  }
}

/// How an answer is drawn; what is nil is left to the endpoint.
public struct SamplingSettings: Sendable, Hashable {
  /// The temperature, 0…2.
  public var temperature: Double?
  /// The share of probability that tokens are drawn from, 0…1.
  public var topP: Double?
  /// The most tokens of the answer.
  public var maximumTokens: Int?
  /// A seed, for endpoints that know one.
  public var seed: Int?

  /// Makes settings.
  ///
  /// - Parameters:
  ///   - temperature: 0…2.
  ///   - topP: 0…1.
  ///   - maximumTokens: The most tokens of the answer.
  ///   - seed: A seed, for endpoints that know one.
  public init(
    temperature: Double? = nil,
    topP: Double? = nil,
    maximumTokens: Int? = nil,
    seed: Int? = nil
  ) {
    self.temperature = temperature
    self.topP = topP
    self.maximumTokens = maximumTokens
    self.seed = seed
  }

  /// These settings, with another's where these leave something open.
  ///
  /// - Parameter other: Settings for what is open.
  /// - Returns: The settings taken together.
  public func filled(by other: SamplingSettings) -> SamplingSettings {
    SamplingSettings(
      temperature: temperature ?? other.temperature,
      topP: topP ?? other.topP,
      maximumTokens: maximumTokens ?? other.maximumTokens,
      seed: seed ?? other.seed
    )
  }
}

/// A named JSON Schema that an answer must follow.
public struct AnswerShape: Sendable, Hashable {
  /// A short name of letters, digits and `_`, which some endpoints ask for.
  public var name: String
  /// The schema.
  public var schema: JSONObject

  /// Makes a shape.
  ///
  /// - Parameters:
  ///   - name: A short name of letters, digits and `_`.
  ///   - schema: The JSON Schema.
  public init(_ name: String, _ schema: JSONObject) {
    self.name = name
    self.schema = schema
  }
}

/// What a language model answered.
public struct ModelAnswer: Sendable, Hashable {
  /// Why the answer ends where it does.
  public enum Finish: String, Sendable, CaseIterable {
    /// The model was done.
    case stop
    /// It ran into the limit of tokens: the end is missing.
    case length
    /// The model refused, as the endpoint itself says.
    case refusal
    /// The endpoint's content filter took the answer away.
    case filtered
    /// Something else, or nothing was said.
    case other
  }

  /// The key of the request, under which the answer is stored.
  public var key: String
  /// The text; empty where there is none.
  public var text: String
  /// Why it ends.
  public var finish: Finish
  /// The model that answered, by the endpoint's own word; empty where it says nothing.
  public var model: String
  /// Tokens, by the endpoint's own count.
  public var usage: TokenUsage

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - key: The key of the request.
  ///   - text: The text.
  ///   - finish: Why it ends.
  ///   - model: The model that answered, by the endpoint's own word.
  ///   - usage: Tokens, by the endpoint's own count.
  public init(key: String, text: String, finish: Finish, model: String, usage: TokenUsage) {
    self.key = key
    self.text = text
    self.finish = finish
    self.model = model
    self.usage = usage
  }
}

/// Tokens of one answer, by the endpoint's own count.
public struct TokenUsage: Sendable, Hashable {
  /// Tokens of the request, those from the endpoint's cache included.
  public var input: Int
  /// Tokens of the request that came from the endpoint's cache.
  public var cachedInput: Int
  /// Tokens of the answer, hidden reasoning included.
  public var output: Int

  /// Makes a count.
  ///
  /// - Parameters:
  ///   - input: Tokens of the request.
  ///   - cachedInput: Those of them from the endpoint's cache.
  ///   - output: Tokens of the answer.
  public init(input: Int = 0, cachedInput: Int = 0, output: Int = 0) {
    self.input = input
    self.cachedInput = cachedInput
    self.output = output
  }

  /// Adds the tokens of two answers.
  public static func + (left: TokenUsage, right: TokenUsage) -> TokenUsage {
    TokenUsage(
      input: left.input &+ right.input,
      cachedInput: left.cachedInput &+ right.cachedInput,
      output: left.output &+ right.output
    )
  }
}

public import SeedbedData

/// Asks a language model by a prompt's name and brings back what can be used.
public protocol Asker: Sendable {
  /// Which model answers.
  var model: ModelIdentity { get }

  /// Asks for JSON that follows a schema.
  ///
  /// An answer that cannot be read is mended where that is safe; where it is not, the model is asked once to
  /// mend it itself.
  ///
  /// - Parameters:
  ///   - prompt: The prompt's name.
  ///   - values: What the prompt needs; data in it is fenced.
  ///   - shape: The schema of the answer; nil for free text.
  ///   - sampling: How the answer is drawn; what is open comes from the model's settings.
  ///   - variant: Which of several answers to the very same request is wanted, from 0.
  /// - Returns: The reply; its value follows the schema.
  /// - Throws: A `RequestFailure` where there is no usable answer; a `SeedbedError` where going on is
  ///   pointless; `CancellationError`.
  func ask(
    _ prompt: String,
    _ values: PromptValues,
    shape: AnswerShape?,
    sampling: SamplingSettings,
    variant: Int
  ) async throws -> Reply
}

extension Asker {
  /// Asks once, with the model's own settings.
  public func ask(
    _ prompt: String,
    _ values: PromptValues,
    shape: AnswerShape? = nil
  ) async throws -> Reply {
    try await ask(prompt, values, shape: shape, sampling: SamplingSettings(), variant: 0)
  }
}

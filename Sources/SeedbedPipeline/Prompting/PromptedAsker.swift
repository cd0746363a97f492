public import SeedbedData

/// Fills prompts in, asks a model and reads its answers.
///
/// An answer that cannot be read as it should is sent back once, by the prompt `repair`; the schema never
/// changes, whatever an answer or the data in a request says.
public struct PromptedAsker: Asker {
  private static let repairPrompt = "repair"

  private let answering: any LanguageModel
  private let library: PromptLibrary
  private let seed: Int

  /// Makes an asker.
  ///
  /// - Parameters:
  ///   - model: Who answers.
  ///   - library: The prompts.
  ///   - seed: The seed of the run, which the marks around data hang on.
  public init(model: any LanguageModel, library: PromptLibrary, seed: Int) {
    answering = model
    self.library = library
    self.seed = seed
  }

  /// Which model answers.
  public var model: ModelIdentity { answering.identity }

  /// Asks for JSON that follows a schema, or for free text.
  ///
  /// - Parameters:
  ///   - prompt: The prompt's name.
  ///   - values: What the prompt needs; data in it is fenced.
  ///   - shape: The schema of the answer; nil for free text, which comes as a string.
  ///   - sampling: How the answer is drawn.
  ///   - variant: Which of several answers to the very same request is wanted, from 0.
  /// - Returns: The reply; its value follows the schema.
  /// - Throws: A `RequestFailure` where there is no usable answer; a `SeedbedError` where the prompt has a
  ///   fault or going on is pointless; `CancellationError`.
  public func ask(
    _ prompt: String,
    _ values: PromptValues,
    shape: AnswerShape?,
    sampling: SamplingSettings,
    variant: Int
  ) async throws -> Reply {
    let parser = try AnswerParser(shape: shape)
    let rendered = try library.render(prompt, values, seed: seed)
    let request = ModelRequest(
      rendered.messages,
      sampling: sampling,
      shape: shape,
      variant: variant
    )
    let answer = try await answering.answer(to: request)
    try Self.checkFinish(of: answer)
    switch parser.read(answer) {
    case .usable(let value, let repairs):
      guard value.string?.trimmed != "" || shape != nil else {
        throw RequestFailure(.unusable, "the answer is empty", key: answer.key)
      }
      return reply(value, rendered.reference, [answer.key], repairs: repairs)
    case .refused(let words):
      throw Self.refusal(words, answer)
    case .unusable(let reason, let violations):
      // There is nothing to mend in free text, or where nothing came.
      guard let shape, !answer.text.trimmed.isEmpty else {
        throw RequestFailure(.unusable, reason, key: answer.key)
      }
      let mended = try await mend(answer, reason, violations, shape, sampling, variant)
      return reply(
        mended.value,
        rendered.reference,
        [answer.key, mended.key],
        repairs: ["asked the model to mend its answer: \(reason)"] + mended.repairs
      )
    }
  }

  /// Asks the model once to mend its answer.
  private func mend(
    _ answer: ModelAnswer,
    _ reason: String,
    _ violations: [String],
    _ shape: AnswerShape,
    _ sampling: SamplingSettings,
    _ variant: Int
  ) async throws -> (value: JSONValue, key: String, repairs: [String]) {
    let rendered = try library.render(
      Self.repairPrompt,
      [
        "answer": .data(answer.text),
        "faults": .data(([reason] + violations).joined(separator: "\n")),
        "schema": .data(JSONValue.object(shape.schema).serialized()),
      ],
      seed: seed
    )
    let request = ModelRequest(
      rendered.messages,
      sampling: sampling,
      shape: shape,
      variant: variant
    )
    let second = try await answering.answer(to: request)
    try Self.checkFinish(of: second)
    switch try AnswerParser(shape: shape).read(second) {
    case .usable(let value, let repairs):
      return (value, second.key, repairs)
    case .refused(let words):
      throw Self.refusal(words, second)
    case .unusable(let reason, _):
      throw RequestFailure(
        .unusable,
        "\(reason), also after one request to mend it",
        key: second.key
      )
    }
  }

  private func reply(
    _ value: JSONValue,
    _ prompt: PromptReference,
    _ requests: [String],
    repairs: [String]
  ) -> Reply {
    Reply(
      value: value,
      prompt: prompt,
      model: model.name,
      requests: requests,
      repairs: repairs
    )
  }

  private static func checkFinish(of answer: ModelAnswer) throws {
    guard answer.finish == .filtered else { return }
    throw RequestFailure(.filtered, "the endpoint's filter took the answer away", key: answer.key)
  }

  /// A refusal with the beginning of what the model said.
  private static func refusal(_ words: String, _ answer: ModelAnswer) -> RequestFailure {
    RequestFailure(.refused, "the model refused: \(words.trimmed.prefix(200))", key: answer.key)
  }
}

public import SeedbedData

/// Which members a request's body has, where endpoints differ in what they accept.
///
/// It is a part of the body, so an answer's key says in which form it was asked for.
public struct WireForm: Sendable, Hashable {
  /// How JSON is asked for, where a request has a schema.
  public var structure: ModelSettings.Structure
  /// Whether the limit of tokens is called `max_completion_tokens` rather than `max_tokens`.
  public var usesCompletionTokens: Bool
  /// Whether temperature and `top_p` are sent.
  public var saysDrawing = true
  /// Whether the seed is sent.
  public var saysSeed = true

  /// Makes a form.
  ///
  /// - Parameters:
  ///   - structure: How JSON is asked for.
  ///   - usesCompletionTokens: Whether the limit of tokens is called `max_completion_tokens`.
  public init(structure: ModelSettings.Structure, usesCompletionTokens: Bool = false) {
    self.structure = structure
    self.usesCompletionTokens = usesCompletionTokens
  }

  /// One thing in which an endpoint may ask for another form.
  enum Step: Sendable, CaseIterable {
    case structure, tokens, drawing, seed
  }

  /// The form after a step; nil where there is nothing further down.
  func after(_ step: Step, hasJSONMode: Bool) -> WireForm? {
    var form = self
    switch step {
    case .structure:
      guard structure != .prompt else { return nil }
      form.structure = structure.below(hasJSONMode: hasJSONMode)
    case .tokens: form.usesCompletionTokens.toggle()
    case .drawing:
      guard saysDrawing else { return nil }
      form.saysDrawing = false
    case .seed:
      guard saysSeed else { return nil }
      form.saysSeed = false
    }
    return form
  }

  /// What an endpoint's words of refusal ask for; nil where they are about something else.
  static func step(asked words: String, form: WireForm, shaped: Bool) -> Step? {
    let words = words.lowercased()
    func says(_ marks: [String]) -> Bool { marks.contains { words.contains($0) } }
    let isUnknown = says([
      "unsupported", "not support", "n't support", "unknown", "unrecognized", "unrecognised",
      "not permitted", "not allowed", "unexpected", "extra", "only the default", "invalid param",
    ])
    // Too long a request is refused with words about all of its parts.
    guard !says(["context length", "context_length", "context window"]) else { return nil }
    if shaped, form.structure != .prompt {
      let structures = [
        "response_format", "json_schema", "json_object", "structured output", "tool_choice",
        "input_schema",
      ]
      if says(structures) || (isUnknown && says(["tools", "tool use", "grammar", "guided"])) {
        return .structure
      }
    }
    if form.usesCompletionTokens {
      if isUnknown, says(["max_completion_tokens"]) { return .tokens }
    } else if says(["max_completion_tokens"]) || (isUnknown && says(["max_tokens"])) {
      return .tokens
    }
    if form.saysDrawing, isUnknown, says(["temperature", "top_p"]) { return .drawing }
    if form.saysSeed, isUnknown, says(["seed"]) { return .seed }
    return nil
  }
}

extension ModelSettings.Structure {
  /// The next weaker way to ask for JSON.
  func below(hasJSONMode: Bool) -> Self {
    switch self {
    case .schema: hasJSONMode ? .guided : .prompt
    case .guided: .json
    case .json, .prompt: .prompt
    }
  }
}

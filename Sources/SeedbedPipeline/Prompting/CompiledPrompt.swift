import Mustache
public import SeedbedData

/// A prompt that is filled in: the conversation to send, and which prompt it was.
public struct RenderedPrompt: Sendable, Hashable {
  /// The conversation.
  public var messages: [ChatMessage]
  /// The prompt's name and version.
  public var reference: PromptReference
  /// The mark around everything that is data.
  public var mark: String
}

/// A prompt that was read and can be filled in.
struct CompiledPrompt {
  struct Part {
    var role: ChatMessage.Role
    var template: MustacheTemplate
  }

  /// A variable that was not given: a section of it is not there.
  private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }

  /// The most UTF-8 bytes of one text that is shown to a model.
  static let maximumDataBytes = 200_000

  let prompt: Prompt
  let parts: [Part]
  let problems: [PromptProblem]

  var reference: PromptReference { PromptReference(name: prompt.name, version: prompt.version) }

  /// Fills the prompt in.
  func render(_ values: PromptValues, seed: Int) throws -> RenderedPrompt {
    if let problem = problems.first {
      let place = problem.line > 0 ? "line \(problem.line) of " : ""
      throw SeedbedError(
        .configuration,
        "\(place)the prompt `\(problem.prompt)`: \(problem.words)",
        hint: "run `seedbed prompts check`; without its file in `prompts/` the default is used"
      )
    }
    let mark = Fence.mark(seed: seed, prompt: reference, values: values)
    let context = try context(values, prompt.variables, mark)
    let messages = parts.compactMap { part -> ChatMessage? in
      let text = Self.trimmed(part.template.render(context))
      return text.isEmpty ? nil : ChatMessage(part.role, text)
    }
    return RenderedPrompt(messages: messages, reference: reference, mark: mark)
  }

  private func context(
    _ values: PromptValues,
    _ variables: [PromptVariable],
    _ mark: String
  ) throws -> [String: any Sendable] {
    if let unknown = values.keys.sorted().first(where: { name in
      !variables.contains { $0.name == name }
    }) {
      throw SeedbedError(.usage, "the prompt `\(prompt.name)` has no variable `\(unknown)`")
    }
    var context: [String: any Sendable] = [:]
    for variable in variables {
      // Every name is there, so that an inner one that is missing is not looked up outside.
      context[variable.name] = try filled(variable, values[variable.name], mark)
    }
    return context
  }

  private func filled(
    _ variable: PromptVariable,
    _ value: PromptValue?,
    _ mark: String
  ) throws -> any Sendable {
    switch (variable.kind, value) {
    case (_, nil):
      guard !variable.isRequired else {
        let message = "the prompt `\(prompt.name)` was not given `\(variable.name)`"
        throw SeedbedError(.usage, message)
      }
      return Absent()
    case (.words, .words(let text)):
      return text.isEmpty ? Absent() : text
    case (.data, .data(let text)):
      guard text.utf8.count <= Self.maximumDataBytes else {
        throw RequestFailure(
          .unusable,
          "`\(variable.name)` of the prompt `\(prompt.name)` has \(text.utf8.count) bytes; "
            + "a model is shown at most \(Self.maximumDataBytes) of one text",
          key: ""
        )
      }
      return text.isEmpty && !variable.isRequired ? Absent() : Fence.enclose(text, mark: mark)
    case (.list, .list(let sets)):
      return try sets.map { try context($0, variable.fields, mark) }
    case (.flag, .flag(let isSet)):
      return isSet
    default:
      throw SeedbedError(
        .usage,
        "`\(variable.name)` of the prompt `\(prompt.name)` has to be given as \(variable.kind.rawValue)"
      )
    }
  }

  /// A text without empty space around it.
  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }
}

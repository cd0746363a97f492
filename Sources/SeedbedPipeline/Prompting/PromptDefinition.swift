/// A prompt as it comes with the program: its text, and what the program fills in.
public struct PromptDefinition: Sendable, Hashable {
  /// The name, such as `instruct`; partials begin with `_`.
  public var name: String
  /// What it is for, in one sentence.
  public var summary: String
  /// What the program gives.
  public var variables: [PromptVariable]
  /// The template.
  public var text: String

  /// Makes a prompt.
  ///
  /// - Parameters:
  ///   - name: The name; partials begin with `_`.
  ///   - summary: What it is for, in one sentence.
  ///   - variables: What the program gives.
  ///   - text: The template.
  public init(_ name: String, _ summary: String, _ variables: [PromptVariable], text: String) {
    self.name = name
    self.summary = summary
    self.variables = variables
    self.text = text
  }

  /// Whether it is only ever a part of other prompts.
  public var isPartial: Bool { name.hasPrefix("_") }
}

/// A prompt as it is used in a project.
public struct Prompt: Sendable, Hashable {
  /// The name, such as `instruct`.
  public var name: String
  /// What it is for, in one sentence.
  public var summary: String
  /// The template: the project's own where it has one.
  public var text: String
  /// The hash of the text and of the partials it uses, lower-case hex.
  public var version: String
  /// Whether the text, or that of a partial in it, is the project's own.
  public var isOverridden: Bool
  /// What the program gives.
  public var variables: [PromptVariable]
}

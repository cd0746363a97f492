/// One variable of a prompt: what a template may name, and what the program gives for it.
public struct PromptVariable: Sendable, Hashable {
  /// What a variable holds.
  public enum Kind: String, Sendable, CaseIterable {
    /// Words of the program or of the project's configuration.
    case words
    /// Text from outside; it is fenced wherever it stands.
    case data
    /// Several sets of values, each with the fields of the variable.
    case list
    /// Whether a section is there.
    case flag
  }

  /// The name, as in `{{name}}`.
  public var name: String
  /// What it holds.
  public var kind: Kind
  /// What it is, in a few words.
  public var summary: String
  /// Whether the prompt is of no use without it, so that a template has to show it.
  public var isRequired: Bool
  /// The variables of each set, for a list; empty for the others.
  public var fields: [PromptVariable]

  /// Makes a variable.
  ///
  /// - Parameters:
  ///   - name: The name, as in `{{name}}`.
  ///   - kind: What it holds.
  ///   - summary: What it is, in a few words.
  ///   - isRequired: Whether a template has to show it.
  ///   - fields: The variables of each set, for a list.
  public init(
    _ name: String,
    _ kind: Kind,
    _ summary: String,
    isRequired: Bool = false,
    fields: [PromptVariable] = []
  ) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.isRequired = isRequired
    self.fields = fields
  }
}

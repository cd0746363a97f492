/// A value for a prompt: what we wrote ourselves, or data that the model must not obey.
public enum PromptValue: Sendable, Hashable {
  /// Words of the program or of the project's own configuration; they stand as they are.
  case words(String)
  /// Text from outside (rows, documents, candidates, answers): it is fenced wherever it is used.
  case data(String)
  /// Several sets of values, for a section that is repeated.
  case list([[String: PromptValue]])
  /// Whether a section is there.
  case flag(Bool)
}

/// The values of a prompt by name.
public typealias PromptValues = [String: PromptValue]

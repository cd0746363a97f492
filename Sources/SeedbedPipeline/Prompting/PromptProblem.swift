/// Something wrong with a prompt of the project.
public struct PromptProblem: Sendable, Hashable {
  /// The prompt or partial it is in.
  public var prompt: String
  /// The line in its text, from 1; 0 where it concerns the whole.
  public var line: Int
  /// What is wrong and what to do, in one sentence.
  public var words: String

  /// Makes a problem.
  ///
  /// - Parameters:
  ///   - prompt: The prompt or partial it is in.
  ///   - line: The line in its text, from 1; 0 for the whole.
  ///   - words: What is wrong and what to do.
  public init(prompt: String, line: Int, words: String) {
    self.prompt = prompt
    self.line = line
    self.words = words
  }
}

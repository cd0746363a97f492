import SeedbedData

/// The prompts of a project: those of the program, and the project's own in their place.
///
/// A prompt is a Mustache template of variables, sections, inverted sections, comments and partials. Lines
/// `=== system`, `=== user` and `=== assistant` cut it into the turns of a conversation.
public struct PromptLibrary: Sendable {
  private let compiler: PromptCompiler
  private let compiled: [String: CompiledPrompt]

  /// Reads prompts.
  ///
  /// Nothing is thrown for a text with faults: ``check()`` names them, and filling such a prompt in fails.
  ///
  /// - Parameters:
  ///   - definitions: The prompts and partials of the program.
  ///   - overrides: The project's own texts by name.
  public init(
    definitions: [PromptDefinition] = PromptDefaults.all,
    overrides: [String: String] = [:]
  ) {
    compiler = PromptCompiler(definitions: definitions, overrides: overrides)
    var compiled: [String: CompiledPrompt] = [:]
    for definition in definitions { compiled[definition.name] = compiler.compile(definition) }
    self.compiled = compiled
  }

  /// The names of all prompts, then of all partials, in the program's order.
  public var names: [String] {
    let all = compiler.definitions
    return all.filter { !$0.isPartial }.map(\.name) + all.filter(\.isPartial).map(\.name)
  }

  /// A prompt by its name.
  ///
  /// - Parameter name: The name.
  /// - Returns: The prompt as the project uses it.
  /// - Throws: When there is no such prompt.
  public func prompt(named name: String) throws -> Prompt { try find(name).prompt }

  /// Fills a prompt in.
  ///
  /// - Parameters:
  ///   - name: The prompt's name.
  ///   - values: What it needs, each of the kind the prompt declares.
  ///   - seed: The seed of the run, which the marks around data hang on.
  /// - Returns: The conversation to send.
  /// - Throws: When there is no such prompt, its text has a fault, or a value is missing, unknown or of
  ///   another kind; a `RequestFailure` where a text is too long to be shown.
  public func render(
    _ name: String,
    _ values: PromptValues,
    seed: Int
  ) throws -> RenderedPrompt {
    try find(name).render(values, seed: seed)
  }

  /// What is wrong with the project's prompts.
  ///
  /// - Returns: The problems by prompt and line; empty where there is none.
  public func check() -> [PromptProblem] {
    var problems: [PromptProblem] = []
    let known = compiler.definitions.map(\.name)
    let own = compiler.overrides.keys.filter { !known.contains($0) && !$0.hasPrefix("_") }
    for name in own.sorted() {
      let nearest = NearestName.find(name, among: known).map { "; did you mean `\($0)`?" }
      let words = "the program has no prompt of this name\(nearest ?? "")"
      problems.append(PromptProblem(prompt: name, line: 0, words: words))
    }
    // A partial is read with the variables of the prompts that use it, never alone.
    for definition in compiler.definitions where !definition.isPartial {
      for problem in compiled[definition.name]?.problems ?? [] where !problems.contains(problem) {
        problems.append(problem)
      }
    }
    return problems
  }

  /// How the project's text of a prompt differs from the program's.
  ///
  /// - Parameter name: The prompt's name.
  /// - Returns: A unified difference; empty where the texts are the same.
  /// - Throws: When there is no such prompt.
  public func difference(of name: String) throws -> String {
    let prompt = try find(name).prompt
    guard let own = compiler.overrides[name],
      let definition = compiler.definitions.first(where: { $0.name == name })
    else { return "" }
    return TextDifference.unified(
      definition.text,
      own,
      names: ("default/\(prompt.name).mustache", "prompts/\(prompt.name).mustache")
    )
  }

  private func find(_ name: String) throws -> CompiledPrompt {
    if let found = compiled[name] { return found }
    let nearest = NearestName.find(name, among: names).map { "did you mean `\($0)`? " } ?? ""
    throw SeedbedError(
      .notFound,
      "there is no prompt `\(name)`",
      hint: "\(nearest)the prompts are \(names.joined(separator: ", "))"
    )
  }
}

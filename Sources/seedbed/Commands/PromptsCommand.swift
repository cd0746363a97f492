import ArgumentParser
import SeedbedData
import SeedbedPipeline

/// `seedbed prompts`: what language models are told.
struct PromptsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompts",
    abstract: "Show, check and compare the prompts that language models are asked with.",
    discussion: """
      The program brings its prompts along. A file `prompts/NAME.mustache` in the project's folder takes the
      place of one of them; its version, the hash of its text, stands in every sample made with it.
      """,
    subcommands: [Show.self, Check.self, Difference.self],
    defaultSubcommand: Show.self
  )

  /// `seedbed prompts show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "List all prompts, or print one.",
      discussion: """
        To change a prompt, print it into the project's folder and edit it there.

        Examples:
          seedbed prompts show
          seedbed prompts show paraphrase > prompts/paraphrase.mustache
        """
    )

    @Argument(help: "A prompt's name; without one, all are listed.") var name: String?
    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let library = try options.promptLibrary()
      if let name {
        let prompt = try library.prompt(named: name)
        Terminal.result(
          options.json
            ? JSONValue.object(PromptsRendering.json(prompt, withText: true)).serialized(.pretty)
            : prompt.text.hasSuffix("\n") ? String(prompt.text.dropLast()) : prompt.text
        )
        return
      }
      let prompts = try library.names.map { try library.prompt(named: $0) }
      Terminal.result(
        options.json
          ? JSONValue.object([
            "prompts": .array(prompts.map { .object(PromptsRendering.json($0, withText: false)) })
          ]).serialized(.pretty)
          : PromptsRendering.table(prompts)
      )
    }
  }

  /// `seedbed prompts check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check the project's own prompts; the exit code is 1 where one has a fault.",
      discussion: """
        Example:
          seedbed prompts check --project ./support
        """
    )

    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let problems = try options.promptLibrary().check()
      if options.json {
        Terminal.result(
          JSONValue.object([
            "problems": .array(
              problems.map { problem in
                [
                  "prompt": .string(problem.prompt), "line": .number(JSONNumber(problem.line)),
                  "problem": .string(problem.words),
                ]
              }
            )
          ]).serialized(.pretty)
        )
      } else {
        Terminal.result(
          problems.isEmpty
            ? "All prompts are sound."
            : problems.map { "prompts/\($0.prompt).mustache:\($0.line): \($0.words)" }
              .joined(separator: "\n")
        )
      }
      if !problems.isEmpty { throw ExitCode(1) }
    }
  }

  /// `seedbed prompts diff`.
  struct Difference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Show how the project's own prompts differ from the program's.",
      discussion: """
        Examples:
          seedbed prompts diff
          seedbed prompts diff paraphrase
        """
    )

    @Argument(help: "A prompt's name; without one, all that differ.") var name: String?
    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let library = try options.promptLibrary()
      let names = try name.map { [try library.prompt(named: $0).name] } ?? library.names
      let found = try names.map { ($0, try library.difference(of: $0)) }.filter { !$1.isEmpty }
      if options.json {
        Terminal.result(
          JSONValue.object([
            "differences": .array(found.map { ["prompt": .string($0), "diff": .string($1)] })
          ]).serialized(.pretty)
        )
      } else {
        Terminal.result(
          found.isEmpty
            ? "The project has no prompts of its own that differ."
            : found.map(\.1).joined(separator: "\n")
        )
      }
    }
  }
}

extension ProjectOptions {
  /// The prompts of the program with those of the project's folder in their place.
  func promptLibrary() throws -> PromptLibrary {
    try PromptLibrary(folder: Project.path(project, "prompts"))
  }
}

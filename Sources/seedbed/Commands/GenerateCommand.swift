import ArgumentParser
import SeedbedData
import SeedbedPipeline

/// `seedbed generate`: the candidates of the plan.
struct GenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make the candidates that plan.yaml asks for, and record them.",
    discussion: """
      Nothing is generated without a plan, and a plan made from other data is refused.

      Examples:
        seedbed generate --preview 10   show ten candidates with edits and verdicts, write nothing
        seedbed generate
      """
  )

  @OptionGroup var options: ProjectOptions
  @OptionGroup var overrides: OverrideOptions
  @OptionGroup var models: ModelOptions

  @Option(help: "Show this many candidates with their edits and verdicts, and write none of them.")
  var preview: Int?

  mutating func validate() throws {
    if let preview, !(1...1000).contains(preview) {
      throw ValidationError("`--preview` takes a number from 1 to 1000.")
    }
  }

  func run() async throws {
    let (runner, _) = try options.runner(overrides, access: models.access(options))
    let candidates =
      if let preview { try await runner.preview(preview) } else { try await runner.generate() }
    if options.json {
      let rows = candidates.map(CandidateRendering.json)
      Terminal.result(JSONValue.object(["candidates": .array(rows)]).serialized(.pretty))
    } else if preview != nil {
      Terminal.result(candidates.map(CandidateRendering.text).joined(separator: "\n\n"))
    } else {
      let methods = Dictionary(grouping: candidates) { $0.sample.provenance.method?.name ?? "" }
      var table = Table(["method", ">candidates"])
      for name in methods.keys.sorted() { table.add([name, "\(methods[name]?.count ?? 0)"]) }
      Terminal.result(
        """
        \(Style.heading("Generated")) \(candidates.count) candidates
        \(table.text)

        Next: `seedbed verify`
        """
      )
    }
  }
}

import ArgumentParser
import SeedbedData
import SeedbedLedger

/// `seedbed trace`: the life of one sample.
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Print the life of one sample: source, parents, edits, verdicts, versions.",
    discussion: """
      Rejected candidates can be traced too. Any unambiguous prefix of an id will do.

      Examples:
        seedbed trace 3f2a9c01de
        seedbed trace 3f2a9c01de --json
      """
  )

  @Argument(help: "A sample's id, or a prefix of it.") var id: String
  @OptionGroup var options: ProjectOptions

  func run() async throws {
    let trace = try options.existingLedger().trace(idPrefix: id)
    Terminal.result(
      options.json
        ? JSONValue.object(trace.json).serialized(.pretty) : TraceRendering.text(trace)
    )
  }
}

import ArgumentParser
import SeedbedData
import SeedbedPipeline
import SeedbedReport

/// `seedbed run`: everything, from the real data to an exported version.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Find gaps, plan, generate, verify, deduplicate, split, version, measure and export.",
    discussion: """
      Language models are asked only where seedbed.yaml names some; `--dry-run` tells what that will cost.
      A plan.yaml made from the same data and configuration is used as it stands. What is recorded is not
      done again: a run that was stopped goes on, and a second one changes nothing.

      Examples:
        seedbed run
        seedbed run --threads 1 --json
        seedbed run --dry-run
        seedbed run --override duplicates --because "exported twice on purpose"
      """
  )

  @OptionGroup var options: ProjectOptions
  @OptionGroup var overrides: OverrideOptions
  @OptionGroup var models: ModelOptions

  @Flag(help: "Estimate what language models will cost, ask nothing, write nothing.")
  var dryRun = false

  func run() async throws {
    let learning = try await options.learning(keepsVectors: !dryRun)
    if dryRun {
      let estimate = try await options.rehearsal(overrides, learning: learning).estimate()
      return Terminal.result(
        options.json
          ? JSONValue.object(estimate.json).serialized(.pretty) : SpendingRendering.text(estimate)
      )
    }
    let (runner, ledger) = try options.runner(
      overrides,
      access: models.access(options),
      learning: learning
    )
    let outcome = try await runner.run()
    let written = try await VersionWriting.write(
      outcome,
      runner.project,
      ledger,
      threads: options.threads
    )
    if options.json {
      var document = outcome.report.json
      document["files"] = .array(written.files.map { .string("\(written.folder)/\($0)") })
      Terminal.result(JSONValue.object(document).serialized(.pretty))
    } else {
      Terminal.result(RunRendering.text(outcome.report, written, project: options.project))
    }
  }
}

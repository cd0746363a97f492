import ArgumentParser
import SeedbedData
import SeedbedPipeline

/// `seedbed gaps`: what is missing, and the plan.
struct GapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Show what is missing, decide what is worth filling, and write plan.yaml.",
    discussion: """
      Examples:
        seedbed gaps                  the gaps of the project, and its plan
        seedbed gaps --json
        seedbed gaps --learned        also what a classifier finds, and a plan by what rows are worth
        seedbed gaps --reference log.jsonl        what real use has and the data have not
        seedbed gaps rows.jsonl.gz    profile any file, without a project and without a plan
        seedbed gaps rows.csv --learned --label intent --reference log.csv --embedder static
      """
  )

  @Argument(help: "A file to profile without a project.")
  var file: String?

  @OptionGroup var options: ProjectOptions
  @OptionGroup var learning: GapLearningOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var overrides: OverrideOptions

  @Flag(help: "Do not write plan.yaml.")
  var dryRun = false

  func run() async throws {
    if let file { return learning.isWanted ? try await learn(file) : try await profile(file) }
    let learning = try await learning.learning(
      of: options.open(),
      reading,
      threads: options.threads
    )
    let report = try await options.runner(overrides, learning: learning).runner.gaps(
      writesPlan: !dryRun
    )
    Terminal.result(
      options.json
        ? JSONValue.object(GapsRendering.json(report)).serialized(.pretty)
        : GapsRendering.text(
          report,
          plan: dryRun ? nil : Project.path(options.project, "plan.yaml")
        )
    )
  }

  private func profile(_ file: String) async throws {
    let result = try await FileProfiler.profile(
      file,
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath,
      threads: options.threads
    ) { ProgressLine.shared.show("profiling", done: $0, total: 0) }
    Terminal.result(
      options.json
        ? JSONValue.object(ProfileRendering.json(result)).serialized(.pretty)
        : ProfileRendering.text(result, file: file)
    )
  }

  private func learn(_ file: String) async throws {
    let result = try await FileGaps.find(
      file,
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath,
      learning: try await learning.learning(reading, threads: options.threads),
      threads: options.threads
    ) { ProgressLine.shared.show($0, done: $1, total: 0) }
    Terminal.result(
      options.json
        ? JSONValue.object(GapsRendering.json(result)).serialized(.pretty)
        : GapsRendering.text(result, file: file)
    )
  }
}

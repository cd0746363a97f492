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
        seedbed gaps --learned        also what a classifier finds: wrong labels, weak cells, shortcuts
        seedbed gaps rows.jsonl.gz    profile any file, without a project and without a plan
      """
  )

  @Argument(help: "A file to profile without a project.")
  var file: String?

  @OptionGroup var options: ProjectOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var overrides: OverrideOptions

  @Flag(help: "Do not write plan.yaml.")
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      "Also train a classifier, and show probably wrong labels, weak cells, labels taken for each other, "
        + "rare combinations and words that give a label away. The plan does not change."
    )
  )
  var learned = false

  func run() async throws {
    if let file { return try await profile(file) }
    let report = try await options.runner(overrides).runner.gaps(
      writesPlan: !dryRun,
      learns: learned
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
}

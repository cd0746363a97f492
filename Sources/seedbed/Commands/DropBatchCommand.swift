import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport

/// `seedbed version drop-batch`: a version without the samples of one batch.
struct DropBatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop-batch",
    abstract: "Make a new version without the samples of one batch; the old one stays.",
    discussion: """
      `seedbed version show` lists the batches of a version.

      Example:
        seedbed version drop-batch 77d1 latest
      """
  )

  @Argument(help: "A batch's id, or a prefix of it.") var batch: String
  @Argument(help: "The version to start from: an id, a prefix, or `latest`.")
  var version = "latest"
  @OptionGroup var options: ProjectOptions
  @OptionGroup var overrides: OverrideOptions

  func run() async throws {
    _ = try options.existingLedger()
    let (runner, ledger) = try options.runner(overrides)
    let found = try ledger.version(prefix: version)
    let dropped = try ledger.batch(prefix: batch).batch
    let made = try await runner.drop(
      batch: dropped.id,
      from: found,
      samples: try ledger.rows(in: found)
    )
    let written = try await VersionWriting.write(
      made,
      runner.project,
      ledger,
      to: runner.project.exportFolder(version: made.id),
      exporter: try Exporters.named("jsonl"),
      plain: false,
      threads: options.threads
    )
    ExportCommand.show(written, json: options.json)
  }
}

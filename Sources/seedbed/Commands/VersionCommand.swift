import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport

/// `seedbed version`: the immutable snapshots of the dataset.
struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Make, list, show, compare and check out versions.",
    discussion: """
      A version is named by any unambiguous prefix of its id, or `latest`.

      Examples:
        seedbed version list
        seedbed version show latest
        seedbed version diff 3f2a 9c01
        seedbed version checkout 3f2a --output ./dataset
        seedbed version drop-batch 77d1 latest
      """,
    subcommands: [
      Create.self, List.self, Show.self, Diff.self, Checkout.self, DropBatchCommand.self,
    ],
    defaultSubcommand: List.self
  )

  /// `seedbed version create`.
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put the real data and the accepted candidates together into a version."
    )

    @OptionGroup var options: ProjectOptions
    @OptionGroup var overrides: OverrideOptions

    func run() async throws {
      let (runner, ledger) = try options.runner(overrides)
      let outcome = try await runner.makeVersion()
      let written = try VersionWriting.write(outcome, runner.project, ledger)
      Terminal.result(
        options.json
          ? JSONValue.object(outcome.report.json).serialized(.pretty)
          : RunRendering.text(outcome.report, written, project: options.project)
      )
    }
  }

  /// `seedbed version list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List all versions, oldest first.")

    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let versions = try options.existingLedger().versions()
      if options.json {
        let document: JSONObject = ["versions": .array(versions.map { .object($0.json) })]
        return Terminal.result(JSONValue.object(document).serialized(.pretty))
      }
      var table = Table([
        "version", "made", ">train", ">validation", ">synthetic_eval", ">synthetic",
      ])
      for version in versions {
        func total(_ split: Split) -> String {
          "\(version.count(split, .real) + version.count(split, .synthetic))"
        }
        let synthetic = Split.allCases.reduce(0) { $0 + version.count($1, .synthetic) }
        table.add([
          String(version.id.prefix(12)), Moment.text(version.createdAt), total(.train),
          total(.validation), total(.syntheticEval), "\(synthetic)",
        ])
      }
      Terminal.result(table.isEmpty ? "no versions yet; `seedbed run` makes one" : table.text)
    }
  }

  /// `seedbed version show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one version.")

    @Argument(help: "A version's id, a prefix of it, or `latest`.") var version = "latest"
    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let ledger = try options.existingLedger()
      let found = try ledger.version(prefix: version)
      guard let summary = try ledger.versions().first(where: { $0.id == found.id }) else { return }
      let batches = try ledger.batchSummary().filter { $0.versions.contains(found.id) }
      if options.json {
        var document = summary.json
        document["batches"] = .array(batches.map { .object($0.json) })
        return Terminal.result(JSONValue.object(document).serialized(.pretty))
      }
      var methods = Table(["batch", "method", ">accepted", ">candidates"])
      for batch in batches {
        let total = batch.counts.reduce(0) { $0 + $1.count }
        methods.add([
          String(batch.batch.id.prefix(12)), batch.batch.method, "\(batch.count(.accepted))",
          "\(total)",
        ])
      }
      var table = Table(["split", ">real", ">synthetic"])
      for split in Split.allCases {
        table.add([
          split.rawValue, "\(summary.count(split, .real))", "\(summary.count(split, .synthetic))",
        ])
      }
      Terminal.result(
        """
        \(Style.heading("Version")) \(summary.id)
          made     \(Moment.text(summary.createdAt)) by run \(summary.run.prefix(12))
          holdout  \(summary.holdoutSeal.map { "sealed as " + $0.prefix(12) } ?? "none")
          leaks    \(summary.leakScan.leaks.count) in \(summary.leakScan.compared) samples, \
        \(summary.leakScan.crossingGroups) groups crossing

        \(table.text)

        \(methods.text)
        """
      )
    }
  }

  /// `seedbed version diff`.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what changed between two versions."
    )

    @Argument(help: "The earlier version.") var before: String
    @Argument(help: "The later version.") var after = "latest"
    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let ledger = try options.existingLedger()
      let diff = VersionDiff(
        from: try ledger.version(prefix: before),
        to: try ledger.version(prefix: after)
      )
      if options.json {
        return Terminal.result(JSONValue.object(diff.json).serialized(.pretty))
      }
      var table = Table(["change", ">real", ">synthetic"])
      func count(_ members: [DatasetVersion.Member], _ origin: Origin) -> String {
        "\(members.count { $0.origin == origin })"
      }
      table.add(["added", count(diff.added, .real), count(diff.added, .synthetic)])
      table.add(["removed", count(diff.removed, .real), count(diff.removed, .synthetic)])
      table.add([
        "moved", "\(diff.moved.count { $0.origin == .real })",
        "\(diff.moved.count { $0.origin == .synthetic })",
      ])
      Terminal.result("\(table.text)\n  \(diff.unchanged) unchanged")
    }
  }

  /// `seedbed version checkout`.
  struct Checkout: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the rows of a version again, with its data card and manifest."
    )

    @Argument(help: "A version's id, a prefix of it, or `latest`.") var version = "latest"
    @Option(help: "The folder to write to; by default `checkouts/VERSION` in the project.")
    var output: String?
    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let ledger = try options.existingLedger(), project = try options.open()
      let found = try ledger.version(prefix: version)
      let written = try VersionWriting.write(
        found,
        project,
        ledger,
        to: output ?? project.file("checkouts/\(found.id.prefix(12))"),
        exporter: try Exporters.named("jsonl"),
        plain: false
      )
      ExportCommand.show(written, json: options.json)
    }
  }
}

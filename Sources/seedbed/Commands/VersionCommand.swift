import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport
import SeedbedText

/// `seedbed version`: the immutable snapshots of the dataset.
struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Make, list, show, compare, check out and release versions.",
    discussion: """
      A version is named by any unambiguous prefix of its id, or `latest`.

      Examples:
        seedbed version list
        seedbed version show latest
        seedbed version diff 3f2a 9c01
        seedbed version checkout 3f2a --output ./dataset
        seedbed version drop-batch 77d1 latest
        seedbed version release latest
      """,
    subcommands: [
      Create.self, List.self, Show.self, Diff.self, Checkout.self, DropBatchCommand.self,
      ReleaseCommand.self,
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
      let (runner, ledger) = try options.runner(
        overrides,
        learning: await options.learning()
      )
      let outcome = try await runner.makeVersion()
      let written = try await VersionWriting.write(
        outcome,
        runner.project,
        ledger,
        threads: options.threads
      )
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
      let ledger = try options.existingLedger()
      let versions = try ledger.versions(), releases = try ledger.releases()
      func release(of version: VersionSummary) -> Release? {
        releases.first { $0.version == version.id }
      }
      if options.json {
        let documents = versions.map { version -> JSONValue in
          var document = version.json
          document["release"] = release(of: version).map { .object($0.json) } ?? .null
          return .object(document)
        }
        let document: JSONObject = ["versions": .array(documents)]
        return Terminal.result(JSONValue.object(document).serialized(.pretty))
      }
      var table = Table([
        "version", "made", ">train", ">validation", ">synthetic_eval", ">synthetic",
        "released",
      ])
      for version in versions {
        func total(_ split: Split) -> String {
          "\(version.count(split, .real) + version.count(split, .synthetic))"
        }
        let synthetic = Split.allCases.reduce(0) { $0 + version.count($1, .synthetic) }
        table.add([
          String(version.id.prefix(12)), Moment.text(version.createdAt), total(.train),
          total(.validation), total(.syntheticEval), "\(synthetic)",
          release(of: version).map { Moment.text($0.releasedAt) } ?? "no",
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
      let release = try ledger.releases().first { $0.version == found.id }
      if options.json {
        var document = summary.json
        document["release"] = release.map { .object($0.json) } ?? .null
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
          released \(release.map(ReviewRendering.words) ?? "no")

        \(table.text)

        \(methods.text)
        """
      )
    }
  }

  /// `seedbed version diff`.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what changed between two versions.",
      discussion: """
        A row that took the place of another one is counted once: `fixed` by a person, `rewritten` from \
        the same source, or `remade` with the same text in another batch.
        """
    )

    @Argument(help: "The earlier version.") var before: String
    @Argument(help: "The later version.") var after = "latest"
    @Flag(help: "List every row that differs, with its text before and after.") var rows = false
    @Option(help: "The dimensions to count by, with commas; by default the label, else the first.")
    var by: String?
    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let ledger = try options.existingLedger(), project = try options.open()
      let earlier = try ledger.version(prefix: before), later = try ledger.version(prefix: after)
      let changes = VersionChanges(
        VersionDiff(from: earlier, to: later),
        before: try ledger.rows(in: earlier),
        after: try ledger.rows(in: later),
        fields: project.configuration.fields
      )
      let dimensions = try DimensionSet(
        names(project.configuration),
        languages: project.configuration.languages
      )
      let cells = changes.byCell { dimensions.cell(of: DimensionInput($0)) }
      Terminal.result(
        options.json
          ? changes.json(cells: cells, listsRows: rows).serialized(.pretty)
          : VersionDiffRendering.text(changes, cells: cells, listsRows: rows)
      )
    }

    private func names(_ configuration: Configuration) -> [String] {
      if let by {
        return by.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
      }
      return configuration.fields.label == nil
        ? Array(configuration.dimensions.prefix(1)) : ["label"]
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
      let written = try await VersionWriting.write(
        found,
        project,
        ledger,
        to: output ?? project.file("checkouts/\(found.id.prefix(12))"),
        exporter: try Exporters.named("jsonl"),
        plain: false,
        threads: options.threads
      )
      ExportCommand.show(written, json: options.json)
    }
  }
}

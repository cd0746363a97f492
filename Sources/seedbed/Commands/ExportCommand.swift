public import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
public import SeedbedReport

/// `seedbed export`: a version in the format of another tool.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a version for another tool, with its cards, its lineage and a manifest.",
    discussion: """
      Formats: \(Exporters.all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ")).
      Beside the rows lie README.md (data card), croissant.json, prov.json and report.html.
      The sealed holdout is never exported.

      Examples:
        seedbed export
        seedbed export --format openai --plain --output ./openai
        seedbed export 3f2a --format csv
        seedbed export --format huggingface --parquet
        seedbed export --prov samples
      """
  )

  @Argument(help: "A version's id, a prefix of it, or `latest`.") var version = "latest"
  @Option(help: "The format: \(Exporters.all.map(\.name).joined(separator: ", ")).")
  var format = "jsonl"
  @Option(help: "The folder to write to; by default `exports/VERSION-FORMAT` in the project.")
  var output: String?
  @Flag(help: "Leave out the object `seedbed` with the provenance.") var plain = false
  @Flag(help: "With `huggingface`: write Parquet, through the program `duckdb`.")
  var parquet = false
  @Option(
    help:
      "How much prov.json tells: \(LineageDetail.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var prov = LineageDetail.batches
  @OptionGroup var options: ProjectOptions

  mutating func validate() throws {
    guard !parquet || format == "huggingface" else {
      throw ValidationError("`--parquet` goes with `--format huggingface`.")
    }
  }

  func run() async throws {
    let exporter: any Exporter =
      if parquet {
        HuggingFaceExporter(parquet: try DuckDBProgram())
      } else {
        try Exporters.named(format)
      }
    let ledger = try options.existingLedger(), project = try options.open()
    let found = try ledger.version(prefix: version)
    let folder = output ?? project.file("exports/\(found.id.prefix(12))-\(exporter.name)")
    let written = try await VersionWriting.write(
      found,
      project,
      ledger,
      to: folder,
      exporter: exporter,
      plain: plain,
      lineage: prov,
      threads: options.threads
    )
    Self.show(written, json: options.json)
  }

  /// Prints where the files are.
  static func show(_ written: WrittenVersion, json: Bool) {
    let remarks = written.exported.compactMap(\.remark)
    if json {
      let document: JSONObject = [
        "folder": .string(written.folder), "unchanged": .bool(written.isUnchanged),
        "files": .array(written.files.map(JSONValue.string)),
        "remarks": .array(remarks.map(JSONValue.string)),
      ]
      Terminal.result(JSONValue.object(document).serialized(.pretty))
    } else {
      let verb = written.isUnchanged ? "Nothing has changed in" : "Wrote"
      Terminal.result(
        "\(verb) `\(written.folder)`: \(written.files.joined(separator: ", "))"
      )
      for remark in remarks { Terminal.note("note: \(remark)") }
    }
  }
}

extension LineageDetail: ExpressibleByArgument {}

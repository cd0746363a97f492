import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport

/// `seedbed export`: a version in the format of another tool.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a version for another tool, with a data card and a manifest of hashes.",
    discussion: """
      Formats: \(Exporters.all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ")).
      The sealed holdout is never exported.

      Examples:
        seedbed export
        seedbed export --format openai --plain --output ./openai
        seedbed export 3f2a --format csv
      """
  )

  @Argument(help: "A version's id, a prefix of it, or `latest`.") var version = "latest"
  @Option(help: "The format: \(Exporters.all.map(\.name).joined(separator: ", ")).")
  var format = "jsonl"
  @Option(help: "The folder to write to; by default `exports/VERSION-FORMAT` in the project.")
  var output: String?
  @Flag(help: "Leave out the object `seedbed` with the provenance.") var plain = false
  @OptionGroup var options: ProjectOptions

  func run() async throws {
    let exporter = try Exporters.named(format)
    let ledger = try options.existingLedger(), project = try options.open()
    let found = try ledger.version(prefix: version)
    let folder = output ?? project.file("exports/\(found.id.prefix(12))-\(exporter.name)")
    let written = try VersionWriting.write(
      found,
      project,
      ledger,
      to: folder,
      exporter: exporter,
      plain: plain
    )
    Self.show(written, json: options.json)
  }

  /// Prints where the files are.
  static func show(_ written: WrittenVersion, json: Bool) {
    if json {
      let document: JSONObject = [
        "folder": .string(written.folder), "unchanged": .bool(written.isUnchanged),
        "files": .array(written.files.map(JSONValue.string)),
      ]
      Terminal.result(JSONValue.object(document).serialized(.pretty))
    } else {
      let verb = written.isUnchanged ? "Nothing has changed in" : "Wrote"
      Terminal.result(
        "\(verb) `\(written.folder)`: \(written.files.joined(separator: ", "))"
      )
    }
  }
}

import ArgumentParser
import Foundation
import SeedbedData
import SeedbedPipeline

/// `seedbed review export`: a queue for a spreadsheet or another tool.
struct ReviewExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the rows of a queue for a spreadsheet, Argilla or Label Studio.",
    discussion: """
      Fill in `verdict` (accept, reject, fix, skip), `reason`, `new_text` and `new_label`, and read the file back
      with `seedbed review import`.

      Examples:
        seedbed review export --output check.csv
        seedbed review export --queue single_check --format argilla --output records.json
      """
  )

  @Option(help: "The queue; `seedbed review status` lists them.") var queue = "spot_check"
  @Option(help: "The format: \(ReviewFileFormat.exports.map(\.rawValue).joined(separator: ", ")).")
  var format = ReviewFileFormat.csv
  @Option(
    help: ArgumentHelp("The file to write; `-` is standard output.", valueName: "file")
  )
  var output = "-"
  @OptionGroup var desk: DeskOptions

  mutating func validate() throws {
    guard ReviewFileFormat.exports.contains(format) else {
      throw ValidationError("`\(format.rawValue)` files are only read.")
    }
  }

  func run() async throws {
    try await Self.write(queue, as: format, to: output, from: desk)
  }

  /// Writes a queue of the project's desk to a file, and says so.
  static func write(
    _ queue: String,
    as format: ReviewFileFormat,
    to output: String,
    from desk: DeskOptions
  ) async throws {
    let cards = try await desk.open().desk.cards(in: queue)
    let rows = cards.map { card in
      ReviewRow(
        sample: card.sample.id,
        text: card.sample.text,
        label: card.sample.label,
        sourceText: card.source?.text,
        verdicts: card.verdicts.map { "\($0.outcome.rawValue) \($0.check): \($0.evidence)" },
        labels: card.labels
      )
    }
    var files = [output]
    try write(format.bytes(of: rows), to: output)
    if format == .labelStudio, output != "-" {
      let form = output + ".xml"
      try write(Array(LabelStudioTasks.interface(for: rows).utf8), to: form)
      files.append(form)
    }
    let document: JSONObject = [
      "queue": .string(queue), "format": .string(format.rawValue), "rows": .optional(rows.count),
      "files": .array(files.map(JSONValue.string)),
    ]
    desk.options.common.show(
      "Wrote \(rows.count) rows of `\(queue)` to \(files.map { "`\($0)`" }.joined(separator: ", "))",
      document,
      beside: [output]
    )
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return FileHandle.standardOutput.write(Data(bytes)) }
    try FileText.write(String(decoding: bytes, as: UTF8.self), to: path)
  }
}

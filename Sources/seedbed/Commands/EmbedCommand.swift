import ArgumentParser
import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// `seedbed embed`: the vectors of a file's texts, as an array that NumPy reads.
struct EmbedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract: "Turn the texts of a file into vectors, one row each, as a .npy file.",
    discussion: """
      Without a project nothing is remembered; with `--project` vectors are kept in its ledger by text and
      model, and a run that was interrupted goes on from there.

      Examples:
        seedbed embed rows.jsonl --output rows.npy
        seedbed embed rows.csv --text message --model static --output rows.npy
        seedbed embed rows.jsonl --model http://localhost:8080/v1 --model-name bge-small --output rows.npy
      """
  )

  @Argument(help: "The data; `-` for standard input.")
  var file: String

  @Option(help: ArgumentHelp("The .npy file to write.", valueName: "file"))
  var output: String

  @OptionGroup var embedding: EmbedderOptions
  @OptionGroup var options: CommonOptions
  @OptionGroup var reading: ReadingOptions

  private static let rowsPerBatch = 8192

  func run() async throws {
    let data = try TextFile(
      file,
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath
    )
    let embedder = try await embedding.embedder(threads: options.threads)
    let writer = try NPYWriter(path: output, dimensions: embedder.dimensions)
    var rows = try data.rows()
    var zeros = 0
    while case let batch = try rows.nextBatch(Self.rowsPerBatch), !batch.isEmpty {
      let vectors = try await embedder.embed(batch.map(\.text), threads: options.threads)
      zeros += (0..<vectors.count).count { vectors[$0].allSatisfy { $0 == 0 } }
      try writer.append(vectors)
      ProgressLine.shared.show("embedding", done: writer.count, total: 0)
    }
    try writer.close()
    let document: JSONObject = [
      "model": .string(embedder.identity), "rows": .optional(writer.count),
      "dimensions": .optional(embedder.dimensions), "without_content": .optional(zeros),
      "bad_rows": .optional(rows.badRows), "output": .string(output),
    ]
    options.show(
      "\(Style.heading("Vectors")) of \(writer.count) texts, \(embedder.dimensions) numbers each, are in "
        + "`\(Table.printable(output))`\n  model \(embedder.identity)"
        + (zeros > 0 ? "\n  \(zeros) texts have no content, and vectors of zeros" : "")
        + (rows.badRows > 0 ? "\n  \(rows.badRows) rows could not be read" : ""),
      document,
      beside: []
    )
  }
}

import ArgumentParser
import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import SeedbedText

/// `seedbed diversity`: how many patterns a file really has.
struct DiversityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diversity",
    abstract: "Say how many patterns a file really has: a thousand rows may be fifty.",
    discussion: """
      The effective number of patterns is the Vendi score: the number of equally frequent meanings with nothing
      in common that would be as varied. Above 50,000 rows a sample is measured, and said to be one.

      Examples:
        seedbed diversity rows.jsonl --label intent
        seedbed diversity rows.jsonl --model static --json
        seedbed diversity rows.jsonl --vectors rows.npy
      """
  )

  @Argument(help: "The data; `-` for standard input.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "Vectors made before, one a row, as `seedbed embed` writes them.",
      valueName: "file"
    )
  )
  var vectors: String?

  @OptionGroup var embedding: EmbedderOptions
  @OptionGroup var options: CommonOptions
  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    let data = try TextFile(
      file,
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath
    )
    let report = try await FileDiversity.measure(
      data,
      vectors: try await embedding.source(vectors, threads: options.threads),
      threads: options.threads
    ) { stage in ProgressLine.shared.show(stage, done: 0, total: 0) }
    options.show(
      DiversityRendering.text(report, data: file),
      DiversityRendering.json(report),
      beside: []
    )
  }
}

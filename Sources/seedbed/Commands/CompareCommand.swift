import ArgumentParser
import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// `seedbed compare`: how synthetic rows differ from real ones.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare synthetic rows with real ones: drift, variety, copies, bias.",
    discussion: """
      Any two files of rows will do; no project is needed. What is called a difference holds beyond chance, by \
      its interval and among all tests made, and is large enough to matter. A holdout of other real rows shows \
      whether copies are more than chance, and who was in the real file.

      Examples:
        seedbed compare real.jsonl synthetic.jsonl --label intent
        seedbed compare real.csv synthetic.csv --text message --holdout test.csv --json
        seedbed compare real.jsonl synthetic.jsonl --model minilm --sample 1000
      """
  )

  @Argument(help: "The real rows; `-` for standard input.")
  var real: String

  @Argument(help: "The synthetic rows.")
  var synthetic: String

  @Option(
    help: ArgumentHelp(
      "Other real rows, which had no part in making the synthetic ones.",
      valueName: "file"
    )
  )
  var holdout: String?

  @Option(
    help: ArgumentHelp(
      "The most rows of each side for what is embedded or costs more than linear time.",
      valueName: "count"
    )
  )
  var sample = 5000

  @Option(help: "The seed of all draws.")
  var seed: UInt64 = 0

  @OptionGroup var embedding: EmbedderOptions
  @OptionGroup var options: CommonOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard (1...1_000_000).contains(sample) else {
      throw ValidationError("`--sample` takes a number from 1 to 1000000.")
    }
    guard ![synthetic, holdout].contains("-") else {
      throw ValidationError("standard input can only be the real rows.")
    }
  }

  func run() async throws {
    let files = try ComparedFiles(
      real: real,
      synthetic: synthetic,
      holdout: holdout,
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath
    )
    let embedder =
      files.isOfTexts
      ? try await embedding.embedder(threads: options.threads, usual: "static") : nil
    let report = try await FileComparison.compare(
      files,
      embedder: embedder,
      options: ComparisonOptions(sample: sample, seed: seed, threads: options.threads)
    ) { stage in ProgressLine.shared.show(stage, done: 0, total: 0) }
    options.show(
      CompareRendering.text(report),
      CompareDocument.object(report),
      beside: []
    )
  }
}

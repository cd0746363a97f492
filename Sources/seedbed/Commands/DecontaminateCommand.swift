import ArgumentParser
import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// `seedbed decontaminate`: which rows of a file hold rows of a benchmark.
struct DecontaminateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decontaminate",
    abstract: "Find the rows of a file that hold rows of a benchmark, with the words they share.",
    discussion: """
      A row is clean, contaminated or undecided; undecided is never counted as clean. No project is needed.

      Examples:
        seedbed decontaminate train.jsonl --against gsm8k-test.jsonl --output clean.jsonl
        seedbed decontaminate train.jsonl --against a.csv --against b.csv --preset gpt3 --json
        zcat big.jsonl.gz | seedbed decontaminate - --against test.csv --report leaks.jsonl
      """
  )

  /// The rule, and whether it compares meaning only.
  enum Preset: String, CaseIterable, ExpressibleByArgument {
    case seedbed, gpt3
    case lmEval = "lm-eval"
    case datatrove, palm, tulu, exact, near, semantic

    var decontamination: DecontaminationPreset {
      DecontaminationPreset(rawValue: rawValue) ?? .exact
    }
  }

  @Argument(help: "The data; `-` for standard input.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "The rule for what counts as contaminated: \(Preset.allCases.map(\.rawValue).joined(separator: ", "))."
    )
  )
  var preset = Preset.seedbed

  @Option(help: "The field of the data that holds the answer to the text.")
  var answer: String?

  @OptionGroup var others: AgainstOptions

  @Option(help: ArgumentHelp("Jaccard similarity from which texts are near-duplicates, 0.5 to 1."))
  var threshold = 0.8

  @Flag(help: "Compare meaning too, beside the rule of the preset.")
  var meaning = false

  @Option(
    help: ArgumentHelp("Where the clean rows go; `-` for standard output.", valueName: "file")
  )
  var output: String?

  @Flag(help: "Let undecided rows into the output too.")
  var keepUndecided = false

  @Option(
    help: ArgumentHelp("Where all evidence goes, as JSON Lines, a row a line.", valueName: "file")
  )
  var report: String?

  @OptionGroup var options: CommonOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var embedding: EmbedderOptions

  func validate() throws {
    guard !others.against.isEmpty else {
      throw ValidationError("`--against` is missing: name the files with the benchmark rows.")
    }
    guard (0.5...1).contains(threshold) else {
      throw ValidationError("`--threshold` takes a number from 0.5 to 1.")
    }
    if let answer, FieldPath(answer) == nil {
      throw ValidationError("`--answer \(answer)` is not a field path.")
    }
  }

  func run() async throws {
    let data = try TextFile(
      file,
      reading: reading.reading,
      text: reading.textPath,
      label: reading.labelPath,
      answer: answer.flatMap { FieldPath($0) }
    )
    var rules = DecontaminationOptions(preset.decontamination)
    rules.nearThreshold = threshold
    rules.nearGrey = min(rules.nearGrey, threshold)
    let decontaminator = try await FileDecontaminator(
      benchmarks: try others.files(),
      options: rules,
      embedder: preset == .semantic || meaning
        ? try await embedding.embedder(threads: options.threads) : nil,
      threads: options.threads
    )
    let result = try await decontaminator.search(data) {
      ProgressLine.shared.show("searching", done: $0, total: 0)
    }
    if let report { try writeReport(result, to: report) }
    if let output { try writeRows(of: data, result, to: output) }
    options.show(
      DecontaminationRendering.text(result, data: file, preset: preset.rawValue),
      DecontaminationRendering.json(result, preset: preset.rawValue),
      beside: [output, report]
    )
  }

  private func writeReport(_ result: FileDecontaminator.Result, to path: String) throws {
    var writer = try JSONLinesWriter(path: path)
    for row in result.rows { try writer.write(DecontaminationRendering.json(row)) }
    try writer.close()
  }

  private func writeRows(
    of data: TextFile,
    _ result: FileDecontaminator.Result,
    to path: String
  ) throws {
    var left = result.rows.filter { !keepUndecided || $0.leaks.outcome == .contaminated }
      .map(\.number)[...]
    var writer = try RowWriter(path: path, source: data.format, columns: data.columns)
    var rows = try data.rows()
    while case let batch = try rows.nextBatch(4096), !batch.isEmpty {
      for row in batch {
        if left.first == row.row.number {
          left.removeFirst()
        } else {
          try writer.write(row.row.fields)
        }
      }
    }
    try writer.close()
  }
}

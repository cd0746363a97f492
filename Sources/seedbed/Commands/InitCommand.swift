public import ArgumentParser
public import SeedbedData
import SeedbedPipeline

/// `seedbed init`: makes a project of a data file.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Detect what a data file is, write seedbed.yaml, and seal a real holdout.",
    discussion: """
      Examples:
        seedbed init messages.csv
        seedbed init messages.csv --holdout holdout.csv
        seedbed init rows.jsonl --text utterance --label intent --project ./support
        seedbed init --holdout holdout.csv      seal a holdout for a seedbed.yaml that is there
      """
  )

  @Argument(help: "JSON Lines, a JSON array, CSV or TSV, also gzipped; CoNLL; Parquet.")
  var file: String?

  @OptionGroup var options: ProjectOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "A file of real rows to seal as the holdout.")
  var holdout: String?

  @Option(help: "Without a file: the share of rows to seal, by label and in whole groups.")
  var holdoutFraction = 0.2

  @Flag(help: "Leave holdout rows that are like a training row out of the holdout.")
  var dropLeaking = false

  @Option(
    help: "The unit of span offsets: \(SpanUnit.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var spanUnit = SpanUnit.scalar

  @Option(
    name: .customLong("language"),
    help: "A language that occurs, such as `en`; may be repeated."
  )
  var languages: [String] = []

  @Option(help: "The seed of every draw.")
  var seed = 42

  mutating func validate() throws {
    guard (0.01...0.5).contains(holdoutFraction) else {
      throw ValidationError("`--holdout-fraction` takes a number from 0.01 to 0.5.")
    }
    guard seed >= 0 else { throw ValidationError("`--seed` takes a number from 0.") }
  }

  func run() async throws {
    var request = ProjectInitializer.Request(folder: options.project)
    request.file = file
    request.holdout = holdout
    request.fraction = holdoutFraction
    request.reading = reading.reading
    request.text = reading.textPath
    request.label = reading.labelPath
    request.spanUnit = spanUnit
    request.languages = languages
    request.seed = seed
    request.dropsLeaking = dropLeaking
    request.threads = options.threads
    let outcome = try await ProjectInitializer(request).run()
    if options.json {
      Terminal.result(JSONValue.object(outcome.json).serialized(.pretty))
    } else {
      Terminal.result(InitRendering.text(outcome, folder: options.project))
    }
  }
}

extension SpanUnit: ExpressibleByArgument {}

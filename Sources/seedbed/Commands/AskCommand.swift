import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedModels
import SeedbedPipeline

/// `seedbed ask`: answers a file of requests.
struct AskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a file of requests by a language model, each request once.",
    discussion: """
      FILE holds requests in the format of batch files, or rows with `messages` or `prompt`. The output has
      the format of batch answers, in the order of the requests; a request without an answer has an
      `error`. Every answer is stored before it is written: a run that was stopped is simply started again,
      and asks only what is open. The exit code is 1 when a request has no answer.

      Examples:
        seedbed ask requests.jsonl --model writer --out answers.jsonl
        seedbed ask prompts.csv --url http://127.0.0.1:8080/v1 --model llama --out answers.jsonl
      """
  )

  @Argument(help: "The file of requests; `-` is standard input.") var file: String

  @Option(help: "The name of a model in seedbed.yaml; with `--url`, the model's name there.")
  var model: String

  @Option(help: ArgumentHelp("The output file; `-` is standard output.", valueName: "file"))
  var out: String

  @Option(help: "The base address of an endpoint, such as http://127.0.0.1:8080/v1.")
  var url: String?

  @Option(help: ArgumentHelp("How the endpoint is spoken to.", valueName: "openai|anthropic"))
  var provider = "openai"

  @Option(
    name: .customLong("key-env"),
    help: ArgumentHelp("The environment variable that holds the key.", valueName: "variable")
  )
  var keyVariable: String?

  @Option(help: "The most requests under way at once; 64 unless seedbed.yaml says otherwise.")
  var concurrency: Int?

  @Option(
    help: ArgumentHelp(
      "Where answers are kept: the project's ledger, or with `--url` OUT.ledger.sqlite.",
      valueName: "file"
    )
  )
  var store: String?

  @OptionGroup var options: ProjectOptions

  mutating func validate() throws {
    if let concurrency, !(1...4096).contains(concurrency) {
      throw ValidationError("`--concurrency` takes a number from 1 to 4096.")
    }
    guard ["openai", "anthropic"].contains(provider) else {
      throw ValidationError("`--provider` is openai or anthropic.")
    }
    if url != nil, store == nil, out == "-" {
      throw ValidationError("name a file for the answers with `--store`.")
    }
  }

  func run() async throws {
    let (settings, configuration) = try settings()
    let ledger = try Ledger(path: try storePath())
    let meter = SpendingMeter(
      limit: configuration.spending.limit,
      currency: configuration.spending.currency
    )
    let asked = try ModelAccess.live(meter).model(
      settings,
      of: configuration,
      in: options.project,
      store: ledger
    )
    let report = try await answer(by: asked, width: settings.limits.concurrency)
    let failed = report.requests - report.answered
    if options.json || out == "-" {
      let document = JSONValue.object(AskRendering.json(report, meter)).serialized(.pretty)
      if out == "-" { Terminal.note(document) } else { Terminal.result(document) }
    } else {
      Terminal.result(AskRendering.text(report, meter, out: out))
    }
    if failed > 0 { throw ExitCode(1) }
  }

  private func settings() throws -> (ModelSettings, Configuration) {
    var configuration: Configuration
    var settings: ModelSettings
    if let url {
      configuration = Configuration(
        name: "",
        data: .init(path: ""),
        task: .instruction,
        fields: FieldMap(),
        dimensions: []
      )
      settings = ModelSettings(
        name: model,
        provider: ModelSettings.Provider(rawValue: provider) ?? .openai,
        url: url,
        model: model
      )
      settings.keyVariable = keyVariable
    } else {
      configuration = try options.open().configuration
      settings = try configuration.requiredModel(named: model)
    }
    if let concurrency { settings.limits.concurrency = concurrency }
    return (settings, configuration)
  }

  private func storePath() throws -> String {
    if let store { return store }
    return try url == nil ? options.open().ledgerPath : out + ".ledger.sqlite"
  }

  private func answer(
    by model: any LanguageModel,
    width: Int
  ) async throws -> FileAnswering.Report {
    let spooled = file == "-" ? try SpooledInput.standardInput() : nil
    var reader = try RowReader(path: spooled?.path ?? file, name: file)
    var writer = try JSONLinesWriter(path: out)
    var done = 0
    let report = try await FileAnswering(model: model, width: width).run {
      try reader.next().map { try WrittenRequest($0, file: file) }
    } write: { answered in
      try writer.write(answered.json)
      done += 1
      if done % 64 == 0 { ProgressLine.shared.show("asking", done: done, total: 0) }
    }
    try writer.close()
    return report
  }
}

import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline

/// `seedbed evaluate`: what a version is worth on the sealed real holdout.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Train on real, on synthetic and on both, and measure on the sealed real holdout.",
    discussion: """
      Says whether the synthetic rows help, hurt, or whether the holdout cannot tell; which share of them is \
      best; which batch does harm; and what more real rows would give. Intervals hold the chance of the \
      holdout's rows and of the training rows: these are cut into folds, each of which is left out once.

      A program of your own is run beside it when seedbed.yaml names one under `evaluate: {command: […]}`.

      With `--real`, `--synthetic` and `--test` no project is needed: rows that any tool made are measured.

      Examples:
        seedbed evaluate
        seedbed evaluate 3f2a --no-sweep --no-curve
        seedbed evaluate --metric accuracy --seeds 10 --json
        seedbed evaluate --real train.csv --synthetic made.jsonl --test test.csv --label intent
      """
  )

  @Argument(help: "A version's id, a prefix of it, or `latest`.") var version = "latest"

  @Option(
    help: "What the words go by: \(UtilityMetric.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var metric = UtilityMetric.macroF1.rawValue

  @Option(help: "Into how many folds the training rows are cut, 3 to 50; each is left out once.")
  var seeds = 5

  @Option(help: "The seed of folds, orders and intervals. (default: that of seedbed.yaml)")
  var seed: Int?

  @Option(
    help: ArgumentHelp(
      "How the sweep fills a training set: `grown` keeps all real rows, `constant` its size.",
      valueName: "grown|constant"
    )
  )
  var total = UtilityOptions.Total.grown.rawValue

  @Option(help: ArgumentHelp("Also say what so many more real rows would give.", valueName: "rows"))
  var more: Int?

  @Option(help: "The most batches to leave out in turn; with more, methods are.")
  var mostBatches = 12

  @Flag(help: "Do not try shares of synthetic rows.") var noSweep = false
  @Flag(help: "Do not leave out batches.") var noBatches = false
  @Flag(help: "Do not measure the learning curve.") var noCurve = false
  @Flag(help: "Do not run the program that seedbed.yaml names.") var noCommand = false

  @OptionGroup var files: EvaluatedFiles
  @OptionGroup var options: ProjectOptions

  mutating func validate() throws {
    try Self.check(metric, "--metric", UtilityMetric.self)
    try Self.check(total, "--total", UtilityOptions.Total.self)
    guard (3...50).contains(seeds) else {
      throw ValidationError("`--seeds` takes a number from 3 to 50.")
    }
    guard seed ?? 0 >= 0 else { throw ValidationError("`--seed` takes a number from 0.") }
    guard (1...1_000_000_000).contains(more ?? 1) else {
      throw ValidationError("`--more` takes a number from 1 to 1,000,000,000.")
    }
    guard (1...1000).contains(mostBatches) else {
      throw ValidationError("`--most-batches` takes a number from 1 to 1000.")
    }
  }

  func run() async throws {
    if let compared = try files.opened() {
      let evaluation = try await FileEvaluation.run(
        compared,
        group: files.groupPath,
        options: settings(.withoutProject),
        progress: Self.show
      )
      return options.common.show(
        EvaluateRendering.text(evaluation),
        evaluation.json,
        beside: []
      )
    }
    let ledger = try options.existingLedger(), project = try options.open()
    let found = try ledger.version(prefix: version)
    let evaluation = try await VersionEvaluation.run(
      found,
      samples: try ledger.rows(in: found),
      of: project,
      options: settings(project.configuration),
      evaluator: noCommand ? nil : project.evaluator,
      progress: Self.show
    )
    try EvaluationFile.keep(evaluation, in: project)
    options.common.show(EvaluateRendering.text(evaluation), evaluation.json, beside: [])
  }

  @Sendable private static func show(_ progress: UtilityEvaluation.Progress) {
    ProgressLine.shared.show(progress.stage, done: progress.done, total: progress.total)
  }

  private func settings(_ configuration: Configuration) -> UtilityOptions {
    var settings = UtilityOptions()
    settings.metric = UtilityMetric(rawValue: metric) ?? .macroF1
    settings.seeds = seeds
    settings.seed = seed ?? configuration.seed
    settings.total = UtilityOptions.Total(rawValue: total) ?? .grown
    settings.moreRows = more
    settings.mostBatches = mostBatches
    settings.sweeps = !noSweep
    settings.leavesOut = !noBatches
    settings.drawsCurve = !noCurve
    settings.threads = options.threads
    return settings
  }

  private static func check<Choice: RawRepresentable & CaseIterable>(
    _ word: String,
    _ option: String,
    _ type: Choice.Type
  ) throws where Choice.RawValue == String {
    guard Choice(rawValue: word) == nil else { return }
    let names = Choice.allCases.map(\.rawValue)
    let nearest = NearestName.find(word, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "`\(option)` takes \(names.map { "`\($0)`" }.joined(separator: ", ")), not '\(word)'."
        + nearest
    )
  }
}

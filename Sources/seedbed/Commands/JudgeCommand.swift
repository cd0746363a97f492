import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedModels
import SeedbedPipeline

/// `seedbed judge`: the models that judge, and by what.
struct JudgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Measure judges on cases that people have judged, or print a rubric.",
    subcommands: [Calibrate.self, ShowRubric.self]
  )

  /// `seedbed judge calibrate`.
  struct Calibrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "calibrate",
      abstract:
        "Say how well judges agree with people, and from which score on a case should pass.",
      discussion: """
        FILE holds cases with `human` (0 or 1, or a point of the rubric's scale), or pairs with `output_1`,
        `output_2` and `label` (1 or 2 for the better one). What is found is recorded: an unstable judge stops
        a run, and a stable one judges at the threshold with the best kappa. The exit code is 1 when a judge is
        unstable. `--reviewed` takes the rows that people accepted, rejected or fixed with `seedbed review`.

        Examples:
          seedbed judge calibrate judged.csv
          seedbed judge calibrate --reviewed
          seedbed judge calibrate pairs.json --judge second --repeats 5 --json
        """
    )

    @Argument(help: "The cases that people have judged; `-` is standard input.") var file: String?

    @Flag(help: "Take the rows that people decided on with `seedbed review`.")
    var reviewed = false

    @Option(
      name: .customLong("judge"),
      help: ArgumentHelp(
        "A model under `models` in seedbed.yaml; may be given several times. (default: all judges)",
        valueName: "name"
      )
    )
    var judges: [String] = []

    @Option(
      help: ArgumentHelp("A rubric's file. (default: the project's)", valueName: "file")
    )
    var rubric: String?

    @Option(help: "How often each case is asked; once says nothing about consistency.")
    var repeats = 3

    @Flag(help: "Score the two texts of each pair on their own instead of comparing them.")
    var separately = false

    @OptionGroup var options: ProjectOptions
    @OptionGroup var models: ModelOptions

    mutating func validate() throws {
      guard (1...100).contains(repeats) else {
        throw ValidationError("`--repeats` takes a number from 1 to 100.")
      }
      guard reviewed == (file == nil) else {
        throw ValidationError("Name a file of cases, or take those of reviews with `--reviewed`.")
      }
    }

    func run() async throws {
      let project = try options.open()
      let rubric = try JudgeCommand.rubric(self.rubric, of: project)
      let ledger = try Ledger(path: project.ledgerPath)
      var cases = try await cases(project, rubric, ledger)
      if separately { cases = cases.asScored }
      let access = try models.access(options)
      let askers = try askers(project, access, ledger)
      let calibration = try Calibration(
        judges: askers.map(\.asker),
        rubric: rubric,
        repeats: repeats,
        seed: project.configuration.seed,
        width: askers.map(\.width).reduce(0, +),
        threads: options.threads
      )
      let report = try await measure(cases, by: calibration)
      for judge in report.judges { try ledger.record(judge.record) }
      show(report, access)
      if !report.isStable { throw ExitCode(1) }
    }

    private func cases(
      _ project: Project,
      _ rubric: Rubric,
      _ ledger: Ledger
    ) async throws -> CalibrationCases {
      if let file {
        return try CalibrationFile.read(file, task: project.configuration.task, rubric: rubric)
      }
      return try await Runner(
        project: project,
        journal: ledger,
        options: Runner.Options(threads: options.threads, clock: Ledger.systemClock)
      ).reviewedCases(in: ledger)
    }

    private func measure(
      _ cases: CalibrationCases,
      by calibration: Calibration
    ) async throws -> CalibrationReport {
      do {
        return try await calibration.run(cases) { done, total in
          if done % 16 == 0 || done == total {
            ProgressLine.shared.show("judging", done: done, total: total)
          }
        }
      } catch let failure as RequestFailure where failure.kind == .pending {
        throw SeedbedError(
          .gate,
          failure.reason,
          hint: "write their requests with `seedbed batch write`, read the answers with "
            + "`seedbed batch read`, then run this again"
        )
      }
    }

    /// The judges that were named, or else all of the project, with how much each is asked at once.
    private func askers(
      _ project: Project,
      _ access: ModelAccess,
      _ ledger: Ledger
    ) throws -> [(asker: any Asker, width: Int)] {
      let configuration = project.configuration
      let library = try options.promptLibrary()
      return try (judges.isEmpty ? configuration.judging.judges : judges).map { name in
        let settings = try configuration.requiredModel(named: name)
        let model = try access.model(
          settings,
          of: configuration,
          in: project.folder,
          store: ledger
        )
        let asker = PromptedAsker(model: model, library: library, seed: configuration.seed)
        return (asker, settings.limits.concurrency)
      }
    }

    private func show(_ report: CalibrationReport, _ access: ModelAccess) {
      guard !options.json else {
        return Terminal.result(JSONValue.object(report.json).serialized(.pretty))
      }
      var text = JudgeRendering.text(report)
      if case .live(let meter) = access {
        text += "\n\n" + SpendingRendering.text(meter.tallies, currency: meter.currency)
      }
      Terminal.result(text)
    }
  }

  /// `seedbed judge rubric`.
  struct ShowRubric: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rubric",
      abstract: "Print the project's rubric as a file to edit.",
      discussion: """
        Example:
          seedbed judge rubric > rubric.yaml     then name it in seedbed.yaml under `judging`
        """
    )

    @OptionGroup var options: ProjectOptions

    func run() async throws {
      let rubric = try JudgeCommand.rubric(nil, of: options.open())
      Terminal.result(
        options.json
          ? JSONValue.object([
            "name": .string(rubric.name), "version": .string(rubric.version),
            "yaml": .string(rubric.yaml),
          ]).serialized(.pretty)
          : String(rubric.yaml.dropLast())
      )
    }
  }

  /// The rubric that was named, or else the project's, or else that of its task.
  private static func rubric(_ named: String?, of project: Project) throws -> Rubric {
    let configured = project.configuration.judging.rubric.map {
      Project.resolve($0, in: project.folder)
    }
    guard let path = named ?? configured else {
      return .standard(for: project.configuration.task)
    }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw SeedbedError(.inputOutput, "the rubric `\(path)` cannot be read")
    }
    return try Rubric(yaml: text, file: path)
  }
}

import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedModels
import SeedbedPipeline

/// The options that every command on a project has.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: [.long, .customShort("C")],
    help: ArgumentHelp("The folder of the project.", valueName: "folder")
  )
  var project = "."

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }
  var threads: Int { common.threads }

  /// The project in the folder.
  func open() throws -> Project { try Project(openingAt: project) }

  /// The configuration of the project; outside of one, an empty configuration.
  var configurationOrEmpty: Configuration {
    (try? open())?.configuration ?? .withoutProject
  }

  /// The ledger of the project, which must be there.
  func existingLedger() throws -> Ledger {
    let path = try open().ledgerPath
    guard FileManager.default.fileExists(atPath: path) else {
      throw SeedbedError(
        .notFound,
        "nothing has been recorded in `\(project)` yet",
        hint: "run `seedbed run` first"
      )
    }
    return try Ledger(path: path)
  }
}

extension Configuration {
  /// What commands go by that need no project.
  static var withoutProject: Configuration {
    Configuration(
      name: "",
      data: .init(path: ""),
      task: .classification,
      fields: FieldMap(),
      dimensions: []
    )
  }
}

/// The rules that a user may set aside, with a reason.
struct OverrideOptions: ParsableArguments {
  @Option(
    name: .customLong("override"),
    help: ArgumentHelp(
      "A rule to set aside: \(Rule.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "May be given several times; it is recorded in the ledger.",
      valueName: "rule"
    )
  )
  var rules: [String] = []

  @Option(help: ArgumentHelp("Why the rules are set aside.", valueName: "reason"))
  var because: String?

  mutating func validate() throws {
    for rule in rules where Rule(rawValue: rule) == nil {
      let names = Rule.allCases.map(\.rawValue)
      let nearest = NearestName.find(rule, among: names).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "'\(rule)' is not a rule that can be set aside; those are \(names.joined(separator: ", "))."
          + nearest
      )
    }
    guard rules.isEmpty == (because?.isEmpty ?? true) else {
      throw ValidationError("`--override` and `--because` go together: a rule, and the reason.")
    }
  }

  var reasons: [String: String] {
    Dictionary(rules.map { ($0, because ?? "") }) { first, _ in first }
  }
}

/// How language models are asked, for commands that ask them.
struct ModelOptions: ParsableArguments {
  @Flag(help: "Ask no endpoint: use the answers that are stored, and stop where one is missing.")
  var recorded = false

  /// How models are asked, with the run's own budget.
  func access(_ options: ProjectOptions) throws -> ModelAccess {
    if recorded { return .recorded(PendingRequests()) }
    let spending = try options.open().configuration.spending
    return .live(SpendingMeter(limit: spending.limit, currency: spending.currency))
  }
}

extension ProjectOptions {
  /// A runner over the project's ledger, with a progress line.
  ///
  /// - Parameters:
  ///   - overrides: The rules to set aside.
  ///   - access: How models are asked; nil for commands that ask none.
  ///   - learning: What learned gaps are looked for with; nil where gaps are counted only.
  /// - Returns: The runner, and the ledger that it records in.
  /// - Throws: A `SeedbedError` when the project, its ledger or a model cannot be used.
  func runner(
    _ overrides: OverrideOptions,
    access: ModelAccess? = nil,
    learning: GapLearning? = nil
  ) throws -> (runner: Runner, ledger: Ledger) {
    let project = try open()
    let ledger = try Ledger(path: project.ledgerPath)
    let runner = try runner(
      on: project,
      ledger,
      overrides,
      access: access.map { ($0, ledger) },
      learning
    )
    return (runner, ledger)
  }

  /// A runner that records nothing and asks nobody.
  ///
  /// - Parameters:
  ///   - overrides: The rules to set aside.
  ///   - learning: What learned gaps are looked for with; nil where gaps are counted only.
  /// - Returns: The runner.
  /// - Throws: A `SeedbedError` when the project cannot be used.
  func rehearsal(_ overrides: OverrideOptions, learning: GapLearning?) throws -> Runner {
    let project = try open()
    return try runner(on: project, InMemoryJournal(), overrides, access: nil, learning)
  }

  private func runner(
    on project: Project,
    _ journal: any RunJournal,
    _ overrides: OverrideOptions,
    access: (ModelAccess, any AnswerStore)?,
    _ learning: GapLearning?
  ) throws -> Runner {
    let models = try access.map { access, store in
      try access.models(of: project.configuration, in: project.folder, store: store)
    }
    let options = Runner.Options(
      threads: threads,
      overrides: overrides.reasons,
      warn: { finding, hint in
        Terminal.note("\(Style.poor("warning:")) \(finding)\n\n\(Style.hint("hint:")) \(hint)\n")
      },
      clock: Ledger.systemClock
    ) { progress in
      ProgressLine.shared.show(progress.stage, done: progress.done, total: progress.total)
    }
    return Runner(
      project: project,
      journal: journal,
      models: models ?? ProjectModels(),
      learning: learning,
      options: options
    )
  }
}

import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline

/// `seedbed review`: what people think of synthetic rows.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look at synthetic rows, decide on them, and see whether a version may be released.",
    discussion: """
      Queues: spot_check (the seeded random draw from the newest version that its release hangs on),
      disagreement (judges and checks do not agree), single_check (one check alone rejected it), low_margin
      (accepted most narrowly) and gap:N (made for the plan's quota N).

      Examples:
        seedbed review                      the review page, in a browser
        seedbed review status
        seedbed review export --queue spot_check --output check.csv
        seedbed review import check.csv --author ada
        seedbed review decide 3f2a9c01de --reject "wrong label" --author ada
      """,
    subcommands: [
      ReviewServeCommand.self, ReviewStatusCommand.self, ReviewExportCommand.self,
      ReviewImportCommand.self,
      ReviewDecideCommand.self, ReviewUndoCommand.self,
    ],
    defaultSubcommand: ReviewServeCommand.self
  )
}

/// The options of every command at the review desk.
struct DeskOptions: ParsableArguments {
  @OptionGroup var options: ProjectOptions

  var json: Bool { options.json }

  /// The desk of the project, and the ledger that it writes to.
  func open() throws -> (desk: ReviewDesk, ledger: Ledger) {
    let project = try options.open(), ledger = try options.existingLedger()
    let runner = Runner(
      project: project,
      journal: ledger,
      options: Runner.Options(threads: options.threads, clock: Ledger.systemClock) { progress in
        ProgressLine.shared.show(progress.stage, done: progress.done, total: progress.total)
      }
    )
    return (try ReviewDesk(runner: runner, reviews: ledger), ledger)
  }
}

/// `seedbed review undo`.
struct ReviewUndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back a reviewer's last decision; both stay on record."
  )

  @Option(help: "Whose decision.") var author: String
  @Option(help: "The queue. (default: where this reviewer decided last)") var queue: String?
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let (desk, _) = try self.desk.open()
    let last = try await desk.lastQueue(of: author)
    guard let queue = queue ?? last, let undone = try await desk.undo(in: queue, by: author) else {
      throw SeedbedError(.notFound, "no decision of `\(author)` stands")
    }
    Terminal.result(
      self.desk.json
        ? JSONValue.object(ReviewRendering.json(undone, queue: queue)).serialized(.pretty)
        : "Took back the \(undone.verdict.rawValue) of \(undone.sample.short) in `\(queue)`"
    )
  }
}

import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedPipeline

/// `seedbed review decide`: one decision, for scripts.
struct ReviewDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Accept, reject, fix or skip one row.",
    discussion: """
      A new text or label is a fix: it makes a new row that goes through all checks and stands in the place of
      the old one. Say one of `--accept`, `--reject`, `--skip`, or what a fix changes.

      Examples:
        seedbed review decide 3f2a9c01de --accept --author ada
        seedbed review decide 3f2a9c01de --text "Where is my parcel?" --author ada
        seedbed review decide 3f2a9c01de --label refund --difficulty hard --author ada
      """
  )

  @Argument(help: "A sample's id, or a prefix of it.") var id: String
  @Flag(help: "The row is right as it stands.") var accept = false
  @Option(help: ArgumentHelp("The row is wrong, and why.", valueName: "reason"))
  var reject: String?
  @Option(help: "The text that makes it right.") var text: String?
  @Option(help: "The label that makes it right.") var label: String?
  @Option(
    help: "How hard it is: \(Difficulty.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var difficulty: String?
  @Flag(help: "You cannot tell.") var skip = false
  @Option(help: "Who decides.") var author: String
  @Option(help: "The queue that it counts for. (default: the first that shows the row)")
  var queue: String?
  @OptionGroup var desk: DeskOptions

  mutating func validate() throws {
    let said = [accept, reject != nil, skip, text != nil || label != nil].count { $0 }
    guard said == 1 else {
      throw ValidationError(
        "Say one of `--accept`, `--reject REASON`, `--skip`, or a fix by `--text` and `--label`."
      )
    }
    if let difficulty, Difficulty(rawValue: difficulty) == nil {
      throw ValidationError(
        "'\(difficulty)' is no difficulty; those are "
          + Difficulty.allCases.map(\.rawValue).joined(separator: ", ") + "."
      )
    }
  }

  func run() async throws {
    let (desk, ledger) = try self.desk.open()
    let sample = try ledger.trace(idPrefix: id).sample.id
    let shown = await desk.queue(showing: sample)
    guard let queue = queue ?? shown else {
      throw SeedbedError(
        .notFound,
        "the sample `\(sample.short)` is in no queue",
        hint: "candidates of the plan and synthetic rows of the newest version can be reviewed; "
          + "name another queue with `--queue`"
      )
    }
    let correction = ReviewCorrection(
      text: text,
      label: label,
      difficulty: difficulty.flatMap(Difficulty.init)
    )
    let decision = ReviewDecision(
      sample: sample,
      purpose: ReviewPurpose(rawValue: String(queue.prefix { $0 != ":" })) ?? .gap,
      author: author,
      verdict: accept ? .accept : skip ? .skip : reject != nil ? .reject : .fix,
      reason: reject,
      correction: correction.isEmpty ? nil : correction,
      decidedAt: Ledger.systemClock()
    )
    let stored = try await desk.decide(decision, in: queue)
    let made = await desk.outcome(of: stored)
    Terminal.result(
      self.desk.json
        ? JSONValue.object(ReviewRendering.json(stored, queue: queue, made: made))
          .serialized(.pretty)
        : ReviewRendering.text(stored, queue: queue, made: made)
    )
  }
}

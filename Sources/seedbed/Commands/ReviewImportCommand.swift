import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLedger
import SeedbedPipeline

/// `seedbed review import`: decisions that were made elsewhere.
struct ReviewImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read decisions from a spreadsheet, Argilla, Label Studio or promptfoo.",
    discussion: """
      Reading a file again stores nothing twice. Rows that cannot be taken over are named, the others are stored;
      the exit code is 1 then.

      Examples:
        seedbed review import check.csv --author ada
        seedbed review import records.json --queue single_check
      """
  )

  @Argument(help: "The file; `-` is standard input.") var file: String
  @Option(help: "Who decided, where the file does not say.") var author: String?
  @Option(
    help: "The queue that the decisions count for. (default: for each row the first that shows it)"
  )
  var queue: String?
  @Option(
    help: """
      The format: \(ReviewFileFormat.allCases.map(\.rawValue).joined(separator: ", ")). (default: by content)
      """
  )
  var format: ReviewFileFormat?
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let bytes = try read()
    let reviews = try ReviewFile.reviews(in: bytes, file: file, format: format)
    let (desk, _) = try self.desk.open()
    var counts = JSONObject()
    for verdict in ReviewVerdict.allCases { counts[verdict.rawValue] = 0 }
    var known = 0
    var refused: [(sample: SampleID, why: String)] = []
    for review in reviews {
      do {
        guard let stored = try await store(review, desk) else {
          known += 1
          continue
        }
        let name = stored.verdict.rawValue
        counts[name] = .optional((counts[name]?.int ?? 0) + 1)
      } catch let error as SeedbedError {
        refused.append((review.sample, error.message))
      }
    }
    show(counts, known, refused)
    if !refused.isEmpty { throw ExitCode(1) }
  }

  private func store(
    _ review: ImportedReview,
    _ desk: ReviewDesk
  ) async throws -> ReviewDecision? {
    let shown = await desk.queue(showing: review.sample)
    guard let queue = queue ?? shown else {
      throw SeedbedError(.notFound, "the sample is in no queue")
    }
    guard let author = review.author ?? author else {
      throw SeedbedError(.usage, "the file does not say who decided; name them with `--author`")
    }
    let decision = ReviewDecision(
      sample: review.sample,
      purpose: ReviewPurpose(rawValue: String(queue.prefix { $0 != ":" })) ?? .gap,
      author: author,
      verdict: review.verdict,
      reason: review.reason,
      correction: review.correction,
      decidedAt: Ledger.systemClock()
    )
    if try await desk.isKnown(decision, in: queue) { return nil }
    return try await desk.decide(decision, in: queue)
  }

  private func read() throws -> [UInt8] {
    if file == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw SeedbedError(.inputOutput, "the file `\(file)` cannot be read")
    }
    return [UInt8](data)
  }

  private func show(
    _ counts: JSONObject,
    _ known: Int,
    _ refused: [(sample: SampleID, why: String)]
  ) {
    if desk.json {
      let document: JSONObject = [
        "stored": .object(counts), "known": .optional(known),
        "refused": .array(
          refused.map { ["sample": .string($0.sample.hex), "why": .string($0.why)] }
        ),
      ]
      return Terminal.result(JSONValue.object(document).serialized(.pretty))
    }
    let words = counts.compactMap { name, count in
      count.int.flatMap { $0 > 0 ? "\($0) \(name)" : nil }
    }
    var lines = [
      "Stored \(words.isEmpty ? "nothing new" : words.joined(separator: ", "))"
        + (known > 0 ? "; \(known) were known" : "")
    ]
    lines += refused.map {
      "  \(Style.poor("refused")) \($0.sample.short): \(Table.printable($0.why))"
    }
    Terminal.result(lines.joined(separator: "\n"))
  }
}

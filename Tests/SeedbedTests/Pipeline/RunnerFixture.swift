import Foundation
import SeedbedData
import SeedbedPipeline
import Synchronization
import Testing

/// A small project in a folder of its own: questions with three labels, one of them thin.
final class RunnerProject {
  static let rows: [(text: String, label: String)] = {
    let things = ["parcel", "letter", "box", "present", "package", "crate"]
    let places = ["Rome", "Oslo", "Paris", "Turin", "Dublin", "Lisbon"]
    var rows: [(String, String)] = []
    for (number, thing) in things.enumerated() {
      for (turn, place) in places.enumerated() {
        rows.append(
          ("Where is the \(thing) that was sent to \(place) \(number + turn) days ago?", "delivery")
        )
        rows.append(
          (
            "I forgot the password for my \(thing) account at the \(place) office, please help.",
            "password"
          )
        )
        if number < 2 {
          rows.append(
            (
              "My friend wants to cancel the \(thing) subscription of the \(place) branch today.",
              "cancel"
            )
          )
        }
      }
    }
    return rows
  }()

  static let settings = """
    requirements:
      - cell: {label: '*'}
        minimum: 30
    generation:
      budget: 20
      maximum_share: 1
      evaluation_suite: 6
    slots:
      thing: [plan, contract, order, booking, ticket]
      place: [Madrid, Berlin, Vienna, Prague]
    templates:
      - cell: {label: cancel}
        text: "I would like to cancel my {thing} from the {place} shop right now."
      - cell: {label: cancel}
        text: "Can someone stop the {thing} that I ordered in {place}?"

    """

  let folder: PipelineFolder

  init(
    rows: [(text: String, label: String)] = RunnerProject.rows,
    settings: String = RunnerProject.settings,
    seals: Bool = true
  ) async throws {
    folder = try PipelineFolder()
    try write(rows)
    try folder.write(
      "seedbed.yaml",
      """
      seedbed: 1
      data: {path: rows.jsonl}
      task: classification
      fields: {text: text, label: label}
      dimensions: [label, noise]
      languages: [en]
      deduplication:
        near_threshold: 0.9
      \(settings)
      """
    )
    if seals { _ = try await ProjectInitializer(.init(folder: folder.path)).run() }
  }

  func write(_ rows: [(text: String, label: String)]) throws {
    let lines = rows.map { row -> String in
      let object: JSONObject = ["text": .string(row.text), "label": .string(row.label)]
      return JSONValue.object(object).serialized(.compact)
    }
    try folder.write("rows.jsonl", lines.joined(separator: "\n") + "\n")
  }

  func runner(
    _ journal: InMemoryJournal = InMemoryJournal(),
    threads: Int = 2,
    overrides: [String: String] = [:],
    progress: @escaping @Sendable (Runner.Progress) -> Void = { _ in }
  ) throws -> Runner {
    // The runner keeps the folder for as long as it runs.
    Runner(
      project: try Project(openingAt: folder.path),
      journal: journal,
      options: Runner.Options(
        threads: threads,
        overrides: overrides,
        clock: { 1_700_000_000 },
        progress: { [folder] step in withExtendedLifetime(folder) { progress(step) } }
      )
    )
  }

  func plan() throws -> Plan {
    try #require(try Project(openingAt: folder.path).readPlan())
  }

  func write(_ plan: Plan) throws { try Project(openingAt: folder.path).write(plan) }
}

/// Cancels the task it runs in at one of its steps.
final class Interrupter: Sendable {
  private let left: Mutex<Int>

  init(after steps: Int) { left = Mutex(steps) }

  func step() {
    let isNow = left.withLock { left in
      left -= 1
      return left == 0
    }
    if isNow { withUnsafeCurrentTask { $0?.cancel() } }
  }
}

import Foundation
import SeedbedData
import SeedbedLedger
import Testing

/// A project whose thin label is written by one model and judged by another, both behind one endpoint.
final class ModelProject {
  static let key = "sk-very-secret-key-0123456789"
  static let environment = ["WRITER_KEY": key, "JUDGE_KEY": key + "-judge"]

  let folder: Folder

  /// Writes the project's files and seals its holdout.
  ///
  /// - Parameters:
  ///   - url: The endpoint's address.
  ///   - minimum: How many rows each label must have.
  ///   - judge: The judge's model name, which tells its family.
  ///   - limits: The limits of both models, as YAML.
  ///   - further: Further lines of `seedbed.yaml`.
  /// - Throws: When a file cannot be written, or the program does not start.
  init(
    url: String,
    minimum: Int = 30,
    judge: String = "claude-sonnet-4-5",
    limits: String = "{concurrency: 4}",
    further: String = ""
  ) throws {
    folder = try Folder()
    let rows = RunnerProject.rows.map { row -> String in
      JSONObject(dictionaryLiteral: ("text", .string(row.text)), ("label", .string(row.label)))
        .serialized()
    }
    try folder.write("rows.jsonl", rows.joined(separator: "\n") + "\n")
    try folder.write(
      "seedbed.yaml",
      """
      seedbed: 1
      data: {path: rows.jsonl}
      task: classification
      fields: {text: text, label: label}
      dimensions: [label]
      languages: [en]
      deduplication: {near_threshold: 0.9}
      requirements:
        - cell: {label: cancel}
          minimum: \(minimum)
      models:
        writer:
          url: "\(url)"
          model: gpt-4o
          key_env: WRITER_KEY
          price: {input: 2.0, output: 8.0}
          max_tokens: 400
          limits: \(limits)
        judge:
          url: "\(url)"
          model: \(judge)
          key_env: JUDGE_KEY
          price: {input: 3.0, output: 15.0}
          max_tokens: 200
          limits: \(limits)
      generation:
        models: [writer]
        methods: [instruct, persona, paraphrase]
        maximum_share: 5
        budget: \(minimum)
        children_per_seed: 50
        oversampling: 2
        rounds: 2
      judging: {judges: [judge]}
      \(further)
      """
    )
    try Program.run(["init"], in: folder).expectSuccess()
  }

  /// Runs the program with the keys in its environment.
  func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, environment: Self.environment)
  }

  /// Starts the program with the keys in its environment.
  func start(_ arguments: String...) throws -> RunningProgram {
    try RunningProgram(
      try Program.path(),
      arguments,
      in: folder,
      environment: Self.environment
    )
  }

  var ledger: Ledger {
    get throws { try Ledger(path: folder.url(".seedbed/ledger.sqlite").path) }
  }

  /// The samples of the newest version, with their verdicts.
  func members() throws -> [(sample: Sample, verdicts: [Verdict])] {
    let ledger = try ledger
    let newest = try #require(try ledger.versions().last)
    return try ledger.samples(in: try ledger.version(prefix: newest.id))
  }

  /// The endpoint that both models run behind.
  static func endpoint(
    latency: Duration = .zero
  ) async throws -> ScriptedEndpoint {
    try await ScriptedEndpoint { call in
      let reply = RudeServer.Reply.text(
        ScriptedWriter.answer(to: call.request.body),
        input: 200,
        output: 60
      )
      return latency == .zero ? reply : .late(latency, reply)
    }
  }
}

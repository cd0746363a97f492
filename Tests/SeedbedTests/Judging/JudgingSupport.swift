import Foundation
import SeedbedData
import SeedbedPipeline
import Synchronization

/// A judge that answers by a rule, and keeps what it was asked.
final class ScriptedJudge: Asker {
  /// One question as it was asked.
  struct Question: Sendable {
    var prompt: String
    var values: PromptValues
    var shape: AnswerShape?
    var variant: Int
  }

  let model: ModelIdentity
  private let asked = Mutex<[Question]>([])
  private let rule: @Sendable (Question) throws -> JSONValue

  init(_ name: String = "judge", _ rule: @escaping @Sendable (Question) throws -> JSONValue) {
    model = ModelIdentity(name: name, endpoint: "memory", model: name, family: name)
    self.rule = rule
  }

  /// A judge that gives every criterion the same points and quotes the text.
  convenience init(_ name: String = "judge", points: Int) {
    self.init(name) { question in question.points(points) }
  }

  var questions: [Question] { asked.withLock { $0 } }

  func ask(
    _ prompt: String,
    _ values: PromptValues,
    shape: AnswerShape?,
    sampling: SamplingSettings,
    variant: Int
  ) async throws -> Reply {
    let question = Question(prompt: prompt, values: values, shape: shape, variant: variant)
    asked.withLock { $0.append(question) }
    return Reply(
      value: try rule(question),
      prompt: PromptReference(name: prompt, version: "0123"),
      model: model.name,
      requests: ["key"],
      repairs: []
    )
  }
}

extension ScriptedJudge.Question {
  func data(_ name: String) -> String {
    guard case .data(let text)? = values[name] else { return "" }
    return text
  }

  func list(_ name: String) -> [PromptValues] {
    guard case .list(let sets)? = values[name] else { return [] }
    return sets
  }

  var criteria: [String] { list("criteria").compactMap { $0["name"]?.text } }

  func points(_ points: Int, quote: String? = nil) -> JSONValue {
    var scores = JSONObject()
    for name in criteria { scores[name] = .number(JSONNumber(points)) }
    return judgement(.object(scores), quote: quote)
  }

  func judgement(_ scores: JSONValue, quote: String? = nil) -> JSONValue {
    ["quote": .string(quote ?? data("text")), "reason": "because", "scores": scores]
  }

  func winner(_ choice: String, quote: String? = nil) -> JSONValue {
    [
      "quote": .string(quote ?? data("a")), "reason": "because", "winner": .string(choice),
    ]
  }
}

extension PromptValue {
  var text: String? {
    switch self {
    case .words(let text), .data(let text): text
    case .list, .flag: nil
    }
  }
}

/// Cases and files for tests of judging.
enum JudgingFixture {
  static let late = JudgedCase(
    id: "late",
    task: .classification,
    text: "My parcel should have been here on Monday.",
    label: "order_status",
    labels: ["refund", "order_status", "thanks", "complaint"].map { .init($0) }
  )

  static let pair = PairCase(
    id: "pair",
    task: .instruction,
    text: "Name a prime number.",
    first: "Seven.",
    second: "Nine is one, I believe."
  )

  static let rubric = Rubric.standard(for: .classification)

  static func panel(
    _ judges: [any Asker],
    rubric: Rubric = rubric,
    rule: JudgePanel.Rule = .mean
  ) throws -> JudgePanel {
    try JudgePanel(judges: judges, rubric: rubric, rule: rule, seed: 5)
  }

  /// A folder of the shared datasets; nil where it is not there.
  static func shared(_ path: String) -> URL? {
    let folder =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
      ?? package.appending(path: "../shared")
    let found = folder.appending(path: "data/\(path)")
    return FileManager.default.fileExists(atPath: found.path) ? found : nil
  }

  static func golden() throws -> JSONValue {
    let url = package.appending(path: "Tests/SeedbedTests/Golden/judging/judging.json")
    return try JSONParser.parse(try String(contentsOf: url, encoding: .utf8))
  }

  private static var package: URL {
    (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  }
}

/// A file of its own for one test, removed with the value.
final class JudgingFile {
  let path: String

  init(_ text: String, named ending: String) throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "seedbed-\(UUID().uuidString)\(ending)")
    try text.write(to: url, atomically: true, encoding: .utf8)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

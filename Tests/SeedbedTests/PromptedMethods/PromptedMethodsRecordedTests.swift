import Foundation
import SeedbedData
import SeedbedPipeline
import Testing

/// Recorded requests and answers, beside the package or where `SEEDBED_SHARED` says.
private enum Recorded {
  static let folder: URL = {
    let shared =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared")
    return shared.appending(path: "data/model-answers")
  }()

  static let isThere = FileManager.default.fileExists(
    atPath: folder.appending(path: "requests.jsonl").path
  )

  /// The prompt and the answer of each request whose id has a prefix.
  static func pairs(_ prefix: String) throws -> [(id: String, prompt: String, answer: JSONValue)] {
    var prompts: [String: String] = [:]
    for row in try rows("requests.jsonl") {
      let messages = row["body"]?["messages"]?.array
      prompts[row["custom_id"]?.string ?? ""] = messages?.last?["content"]?.string
    }
    var pairs: [(id: String, prompt: String, answer: JSONValue)] = []
    for row in try rows("responses.jsonl") {
      guard let id = row["custom_id"]?.string, id.hasPrefix(prefix), let prompt = prompts[id] else {
        continue
      }
      let choice = row["response"]?["body"]?["choices"]?.array?.first
      let text = choice?["message"]?["content"]?.string ?? ""
      pairs.append((id, prompt, try JSONParser.parse(text)))
    }
    return pairs.sorted { $0.id < $1.id }
  }

  private static func rows(_ name: String) throws -> [JSONValue] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
  }
}

@Suite(
  "Recorded answers with planted faults",
  .enabled(if: Recorded.isThere, "the recorded answers are not beside the package")
)
struct PromptedMethodsRecordedTests {
  @Test("the quotes that are not verbatim are found, and no other answer is dropped")
  func quotes() async throws {
    let fields = promptedFields(text: "question", output: "answer", context: "context")
    var dropped: [String] = [], reasons: [String] = [], count = 0
    for pair in try Recorded.pairs("rbqa-") {
      let opened = try #require(pair.prompt.range(of: "<passage>\n"))
      let closed = try #require(pair.prompt.range(of: "\n</passage>"))
      let text = String(pair.prompt[opened.upperBound..<closed.lowerBound])
      let type = pair.answer["type"]?.string == "unanswerable" ? "unanswerable" : "factoid"
      var draw = promptedDraw(
        .questionAnswering,
        fields,
        attributes: [[("question_type", type)]]
      )
      draw.passages = [
        .init(
          source: SourceReference(id: pair.id, span: 0..<text.unicodeScalars.count),
          heading: "",
          text: text
        )
      ]
      count += 1
      let asker = ScriptedAsker { _ in pair.answer }
      if let failure = await promptedFailure(GroundedQuestions(), draw, asker) {
        dropped.append(pair.id)
        reasons.append(failure.reason)
      }
    }
    #expect(count == 30)
    #expect(dropped == ["rbqa-03", "rbqa-08", "rbqa-11", "rbqa-15", "rbqa-24", "rbqa-28"])
    #expect(reasons.allSatisfy { $0.contains("stands in no passage") })
  }

  @Test("the record that is not all in the text is found, also where a mention is made up")
  func mentions() async throws {
    let fields = promptedFields(text: "text", label: "intent")
    var dropped: [String] = [], reasons: [String] = [], extra: [String] = [], count = 0
    for pair in try Recorded.pairs("extract-") {
      let start = try #require(pair.prompt.firstIndex(of: "{"))
      var row = try #require(try JSONParser.parse(String(pair.prompt[start...])).object)
      row["text"] = "an example"
      let draw = promptedDraw(.extraction, fields, examples: [promptedSample(row, fields)])
      count += 1
      let asker = ScriptedAsker { _ in pair.answer }
      if let failure = await promptedFailure(RecordToText(), draw, asker) {
        dropped.append(pair.id)
        reasons.append(failure.reason)
        #expect(asker.questions.count == 2)
      } else {
        let drafts = try await RecordToText().drafts(for: draw, asking: asker)
        if drafts.first?.tags == ["extra_figures"] { extra.append(pair.id) }
      }
    }
    #expect(count == 10)
    #expect(dropped == ["extract-03", "extract-08"])
    #expect(reasons[0].contains("`refund_reference`") && reasons[1].contains("`error_code`"))
    #expect(extra.isEmpty)
  }
}

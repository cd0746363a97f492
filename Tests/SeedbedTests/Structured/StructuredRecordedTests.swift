import Foundation
import SeedbedData
import Testing

/// The recorded requests and answers beside the package.
enum RecordedAnswers {
  struct Missing: Error, CustomStringConvertible {
    var description: String { "the shared datasets are not on this machine" }
  }

  static let folder: URL? = {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let shared =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared").standardized
    let folder = shared.appending(path: "data/model-answers")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static let isThere = folder != nil

  /// The lines of a file.
  static func lines(_ name: String) throws -> [JSONValue] {
    guard let folder else { throw Missing() }
    let data = try Data(contentsOf: folder.appending(path: name))
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONParser.parse(String(decoding: $0, as: UTF8.self))
    }
  }

  /// What a request asks for.
  static func shape(of request: JSONValue) throws -> AnswerShape? {
    if let schema = request["body"]?["response_format"]?["json_schema"]?["schema"]?.object {
      return AnswerShape("recorded", schema)
    }
    let id = try #require(request["custom_id"]?.string)
    if id == "fail-03" { return Reading.messages }
    return id.hasPrefix("evol-") ? nil : Reading.strings
  }

  /// The answer in a line of the responses; nil where the line holds none.
  static func answer(in line: JSONValue) throws -> ModelAnswer? {
    guard line["response"]?["status_code"]?.int == 200 else { return nil }
    let choice = try #require(line["response"]?["body"]?["choices"]?.array?.first)
    let refusal = choice["message"]?["refusal"]?.string
    let isLength = choice["finish_reason"]?.string == "length"
    return ModelAnswer(
      key: "k",
      text: choice["message"]?["content"]?.string ?? refusal ?? "",
      finish: refusal != nil ? .refusal : isLength ? .length : .stop,
      model: "recorded",
      usage: TokenUsage()
    )
  }
}

@Suite(
  "Recorded answers",
  .enabled(if: RecordedAnswers.isThere, "the shared datasets are not on this machine")
)
struct StructuredRecordedTests {
  private func outcomes() throws -> [String: [AnswerParser.Outcome]] {
    var requests: [String: JSONValue] = [:]
    for request in try RecordedAnswers.lines("requests.jsonl") {
      requests[try #require(request["custom_id"]?.string)] = request
    }
    var outcomes: [String: [AnswerParser.Outcome]] = [:]
    for line in try RecordedAnswers.lines("responses.jsonl") {
      let id = try #require(line["custom_id"]?.string)
      guard let answer = try RecordedAnswers.answer(in: line) else { continue }
      let shape = try RecordedAnswers.shape(of: try #require(requests[id]))
      outcomes[id, default: []].append(try AnswerParser(shape: shape).read(answer))
    }
    return outcomes
  }

  @Test("all that have no planted fault are usable without repair")
  func whole() throws {
    let outcomes = try outcomes().filter { !$0.key.hasPrefix("fail-") }
    #expect(outcomes.count == 220)
    for (id, found) in outcomes {
      guard case .usable(_, let repairs)? = found.first else {
        // Its fifth message has a style that the schema does not have.
        #expect(id == "gen-contactless_not_working-b", "\(id): \(found)")
        continue
      }
      #expect(repairs.isEmpty, "\(id): \(repairs)")
    }
    guard case .unusable(_, let violations)? = outcomes["gen-contactless_not_working-b"]?.first
    else {
      Issue.record("a style outside of the enum was let through")
      return
    }
    #expect(violations.count == 1 && violations[0].hasPrefix("/messages/4/style must be one of"))
  }

  @Test(
    "each planted fault that has an answer is found, by its name",
    arguments: [
      ("fail-01", "refused"), ("fail-02", "the code fence around the JSON was left out"),
      ("fail-03", "trailing commas were left out"),
      (
        "fail-04",
        "the answer was cut off: its complete part is kept, what was cut is left out"
      ),
      ("fail-05", "text before or after the JSON was left out"),
      ("fail-06", "lacks the member `messages`"), ("fail-07", "the answer is empty"),
      ("fail-08", "JSON inside of a JSON string was unpacked"), ("fail-11", "usable"),
      ("fail-12", "usable"), ("fail-14", "refused"),
    ]
  )
  func faults(_ id: String, _ words: String) throws {
    for outcome in try #require(try outcomes()[id]) {
      switch outcome {
      case .usable(_, let repairs):
        #expect(words == "usable" ? repairs.isEmpty : repairs == [words])
      case .refused: #expect(words == "refused")
      case .unusable(let reason, _): #expect(reason.hasSuffix(words), "\(reason)")
      }
    }
  }

  @Test("what is kept of the faulty answers is what stands in them")
  func kept() throws {
    let outcomes = try outcomes()
    let counts = [
      "fail-02": 5, "fail-03": 4, "fail-04": 2, "fail-05": 4, "fail-08": 3, "fail-11": 7,
    ]
    for (id, count) in counts {
      guard case .usable(let value, _)? = outcomes[id]?.first else {
        Issue.record("\(id) is not usable")
        continue
      }
      #expect((value.array ?? value["messages"]?.array)?.count == count, "\(id)")
    }
    guard case .usable(let odd, _)? = outcomes["fail-11"]?.first else { return }
    #expect(odd["messages"]?.array?[0]["text"]?.string == "virtual card\0 refused at checkout")
    #expect(outcomes["fail-12"]?.count == 2)
    for id in ["fail-09", "fail-10", "fail-13", "fail-15"] { #expect(outcomes[id] == nil) }
  }
}

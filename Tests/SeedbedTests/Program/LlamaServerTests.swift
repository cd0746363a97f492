import Foundation
import SeedbedData
import SeedbedLedger
import Testing

/// A real server with a model of random weights: the real protocol, and a grammar that keeps to the schema.
///
/// `make test-llama` starts llama.cpp and says where it is.
@Suite(
  "The program, with a real server",
  .serialized,
  .enabled(
    if: LlamaServer.url != nil,
    "SEEDBED_LLAMA_URL names no server; run `make test-llama`"
  )
)
struct LlamaServerTests {
  @Test("requests with a schema get JSON that follows it, and are asked once")
  func ask() throws {
    let url = try #require(LlamaServer.url)
    let folder = try Folder()
    let requests = (1...12).map { number in
      """
      {"custom_id": "r\(number)", "body": {"messages": [{"role": "user", "content": "Say \(number)."}], \
      "max_tokens": 120, "temperature": 0, "seed": \(number), "response_format": {"type": "json_schema", \
      "json_schema": {"name": "reply", "schema": {"type": "object", "properties": {"word": {"type": \
      "string", "maxLength": 12}, "mark": {"type": "integer", "enum": [1, 2, 3]}}, "required": \
      ["word", "mark"], "additionalProperties": false}}}}}
      """
    }
    try folder.write("requests.jsonl", requests.joined(separator: "\n") + "\n")
    let arguments = [
      "ask", "requests.jsonl", "--url", url, "--model", "tiny", "--out", "answers.jsonl", "--json",
    ]
    let first = try JSONParser.parse(try Program.run(arguments, in: folder).expectSuccess().stdout)
    #expect(first["answered"]?.int == 12)
    #expect(first["models"]?.array?.first?["output_tokens"]?.int ?? 0 > 0)
    let answers = try String(contentsOf: folder.url("answers.jsonl"), encoding: .utf8)
    for line in answers.split(separator: "\n") {
      let row = try JSONParser.parse(String(line))
      let choice = row["response"]?["body"]?["choices"]?.array?.first
      let text = try #require(choice?["message"]?["content"]?.string)
      let schema = try JSONSchema(try #require(LlamaServer.schema))
      let answer = ModelAnswer(key: "", text: text, finish: .stop, model: "", usage: TokenUsage())
      let shape = AnswerShape("reply", try #require(LlamaServer.schema))
      guard case .usable(let value, _) = try AnswerParser(shape: shape).read(answer) else {
        Issue.record("not usable: \(text)")
        continue
      }
      #expect(schema.validate(value).isEmpty, "\(text)")
    }
    let again = try JSONParser.parse(try Program.run(arguments, in: folder).expectSuccess().stdout)
    #expect(again["models"]?.array?.first?["from_store"]?.int == 12)
    let twice = try String(contentsOf: folder.url("answers.jsonl"), encoding: .utf8)
    #expect(twice == answers)
  }

  @Test("the probe finds out what the server can do")
  func probe() throws {
    let url = try #require(LlamaServer.url)
    let project = try ModelProject(url: url, judge: "claude-tiny")
    let outcome = try project.run("doctor", "--probe", "--json")
    let findings = try #require(try JSONParser.parse(outcome.stdout)["findings"]?.array)
    let names = findings.compactMap { $0["name"]?.string }
    #expect(names.contains { $0.hasPrefix("writer") }, "\(outcome.words)")
  }

  @Test("a whole run with a model that talks nonsense accepts none of it, and loses nothing")
  func run() throws {
    let url = try #require(LlamaServer.url)
    let project = try ModelProject(url: url, minimum: 16, judge: "claude-tiny")
    let outcome = try project.run("run", "--json").expectSuccess()
    let document = try JSONParser.parse(outcome.stdout)
    // What it wrote was refused by checks, or could not be read; either way it is on record.
    let spending = try project.ledger.spending()
    #expect(spending.first { $0.name == "writer" }?.answers ?? 0 > 0)
    let written = try project.members().filter { $0.sample.provenance.model != nil }
    #expect(written.isEmpty, "\(written.map(\.sample.text))")
    #expect(document["version"]?.string != nil)
  }
}

/// The server that the environment names.
enum LlamaServer {
  static let url = ProcessInfo.processInfo.environment["SEEDBED_LLAMA_URL"]

  static let schema: JSONObject? = [
    "type": "object",
    "properties": [
      "word": ["type": "string", "maxLength": 12],
      "mark": ["type": "integer", "enum": [1, 2, 3]],
    ],
    "required": ["word", "mark"], "additionalProperties": false,
  ]
}

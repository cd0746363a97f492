import Foundation
import SeedbedData
import SeedbedModels
import Testing

@Suite("Batch files")
struct BatchFileTests {
  private let folder: Programs.Folder
  private let settings: ModelSettings = {
    var settings = ModelSettings(name: "big", url: "http://127.0.0.1:9/v1", model: "m")
    settings.price = ModelSettings.Price(input: 2, output: 10)
    return settings
  }()

  init() throws { folder = try Programs.Folder() }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = folder.path + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func line(_ id: String, _ text: String) -> String {
    let body: JSONValue = [
      "model": "m",
      "choices": [
        ["message": ["role": "assistant", "content": .string(text)], "finish_reason": "stop"]
      ],
      "usage": ["prompt_tokens": 1000, "completion_tokens": 100],
    ]
    let line: JSONValue = [
      "custom_id": .string(id), "response": ["status_code": 200, "body": body], "error": nil,
    ]
    return line.serialized() + "\n"
  }

  @Test("what a run lacks is written once, answered by a file, and found by the next run")
  func roundTrip() async throws {
    let store = MemoryStore()
    let requests = (0..<5).map { Programs.request("question \($0)") }
    let pending = PendingRequests()
    let model = try pending.model(settings, store: store)
    for request in requests + requests {
      let failure = await #expect(throws: RequestFailure.self) {
        try await model.answer(to: request)
      }
      #expect(failure?.kind == .pending && failure?.key.utf8.count == 32)
    }
    #expect(pending.count == 5 && pending.models == ["big"])
    let ids = pending.requests(of: "big").map(\.id)
    #expect(ids == ids.sorted())
    let path = folder.path + "/requests.jsonl"
    #expect(try pending.write("big", to: path) == [path])
    let lines = ids.reversed().map { line($0, "answer to \($0)") }
    let answers = try file("output.jsonl", lines.joined())
    let report = try BatchAnswers(settings).read(requests: [path], answers: [answers], into: store)
    #expect(report.description == "5 requests, 5 with a line, 5 answered")
    let paid = try #require(store.answers[ids[0]])
    // 1,000 tokens in at 2 and 100 out at 10 a million, at half the price.
    #expect(paid.isBatch && abs((paid.cost ?? 0) - 0.0015) < 1e-12 && paid.name == "big")
    let again = PendingRequests()
    let second = try again.model(settings, store: store)
    for request in requests {
      #expect(try await second.answer(to: request).text.hasPrefix("answer to"))
    }
    #expect(again.count == 0)
  }

  @Test("files are split at the limits and appear only when they are complete")
  func splitting() throws {
    var limits = BatchWriter.Limits()
    limits.requests = 4
    let path = folder.path + "/out.v1.jsonl"
    var writer = BatchWriter(path: path, limits: limits)
    for number in 0..<10 {
      try writer.write(BatchRequest(id: "r\(number)", url: "/v1/x", body: ["n": "1"]))
      #expect(FileManager.default.fileExists(atPath: path) == (number >= 4))
    }
    let paths = try writer.close()
    #expect(paths == [path, folder.path + "/out.v1-2.jsonl", folder.path + "/out.v1-3.jsonl"])
    #expect(folder.lines("out.v1.jsonl") == 4 && folder.lines("out.v1-3.jsonl") == 2)
    limits.bytes = 200
    var small = BatchWriter(path: folder.path + "/small.jsonl", limits: limits)
    for number in 0..<6 {
      try small.write(BatchRequest(id: "r\(number)", url: "/v1/x", body: ["n": "1"]))
    }
    for path in try small.close() {
      let size = try Data(contentsOf: URL(filePath: path)).count
      #expect(size <= 200)
    }
    #expect(throws: SeedbedError.self) {
      try small.write(
        BatchRequest(id: "r", url: nil, body: ["n": .string(String(repeating: "x", count: 300))])
      )
    }
    var none = BatchWriter(path: folder.path + "/none.jsonl")
    #expect(try none.close().isEmpty)
  }

  @Test("every fault of a file of answers is named and harms no other line")
  func faults() throws {
    let requests = (0..<8).map { BatchRequest(id: "r\($0)", url: "/v1/x", body: ["n": "\($0)"]) }
    let error =
      #"{"custom_id":"r2","response":null,"error":{"code":"batch_expired","message":"late"}}"#
    let status =
      #"{"custom_id":"r3","response":{"status_code":500,"body":{"error":{"message":"oops"}}},"error":null}"#
    let output = [
      line("r1", "b"), "\r\n", line("r0", "a").replacing("\n", with: "\r\n"), "not json\n",
      "{\"custom_id\":\"r5\"}\n", line("r0", "other"), line("nobody", "x"), status + "\n",
      String(line("r4", "cut").dropLast(30)),
    ]
    let store = MemoryStore()
    let report = try BatchAnswers(settings).read(
      requests: requests,
      answers: [
        try file("output.jsonl", output.joined()), try file("errors.jsonl", error + "\n"),
      ],
      into: store
    )
    #expect(report.requests == 8 && report.answered == 2 && report.found == 4)
    #expect(report.failed.first == ["r3", "r2"])
    #expect(
      report.reasons[0].contains("500") && report.reasons[1].contains("`batch_expired`: late")
    )
    #expect(report.repeated.first == ["r0"] && report.unknown.first == ["nobody"])
    #expect(report.missing.first == ["r4", "r5", "r6", "r7"] && report.broken.count == 3)
    #expect(Set(store.answers.values.map(\.answer.text)) == ["a", "b"])
    #expect(store.failures.count == 2)
  }

  @Test("Anthropic's format is written and read")
  func anthropic() throws {
    var settings = settings
    settings.provider = .anthropic
    let request = BatchRequest(id: "r0", url: nil, body: ["model": "m"])
    #expect(request.json.keys == ["custom_id", "params"])
    let good =
      #"{"custom_id":"r0","result":{"type":"succeeded","message":{"model":"m","stop_reason":"end_turn","content":[{"type":"text","text":"hello"}],"usage":{"input_tokens":1,"output_tokens":1}}}}"#
    let bad =
      #"{"custom_id":"r1","result":{"type":"errored","error":{"type":"error","error":{"type":"invalid_request","message":"no"}}}}"#
    let gone = #"{"custom_id":"r2","result":{"type":"expired"}}"#
    let store = MemoryStore()
    let requests = (0..<3).map { BatchRequest(id: "r\($0)", url: nil, body: ["n": "\($0)"]) }
    let path = try file("out.jsonl", [good, bad, gone].joined(separator: "\n"))
    let report = try BatchAnswers(settings).read(requests: requests, answers: [path], into: store)
    #expect(report.answered == 1 && report.failed.first == ["r1", "r2"])
    #expect(store.answers.values.first?.answer.text == "hello")
  }

  @Test("requests with one id, or that are none, are refused with their row")
  func badRequests() throws {
    let answers = try file("a.jsonl", line("a", "x"))
    for (text, words) in [
      ("{\"custom_id\":\"a\",\"body\":{}}\n{\"custom_id\":\"a\",\"body\":{}}\n", "row 2"),
      ("{\"custom_id\":\"a\"}\n", "row 1"),
    ] {
      let requests = try file("r.jsonl", text)
      let error = #expect(throws: SeedbedError.self) {
        try BatchAnswers(settings).read(
          requests: [requests],
          answers: [answers],
          into: MemoryStore()
        )
      }
      #expect(error?.message.contains(words) == true)
    }
  }

  @Test(
    "the recorded files: 235 requests, 234 with a line, one with two, one without",
    .enabled(if: RecordedAnswers.isThere, "the shared datasets are not on this machine")
  )
  func recorded() throws {
    let data = try #require(RecordedAnswers.folder)
    let store = MemoryStore()
    let report = try BatchAnswers(settings).read(
      requests: [data.appending(path: "requests.jsonl").path],
      answers: [data.appending(path: "responses.jsonl").path],
      into: store
    )
    #expect(report.requests == 235 && report.found == 234)
    #expect(report.repeated.first == ["fail-12"] && report.missing.first == ["fail-13"])
    #expect(report.unknown.count == 0 && report.broken.count == 0)
    #expect(Set(report.failed.first).isSuperset(of: ["fail-09", "fail-10", "fail-15"]))
    #expect(report.answered + report.failed.count == 234)
    #expect(store.answers.count == report.answered)
  }
}

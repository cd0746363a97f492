import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Testing

@Suite("The program, with language models", .serialized)
struct ProgramLanguageModelTests {
  /// Lends an endpoint and a project that uses it.
  private func with<Value>(
    latency: Duration = .zero,
    make: (String) throws -> ModelProject,
    _ body: (ModelProject, ScriptedEndpoint) async throws -> Value
  ) async throws -> Value {
    let endpoint = try await ModelProject.endpoint(latency: latency)
    do {
      let value = try await body(try make(endpoint.url), endpoint)
      await endpoint.stop()
      return value
    } catch {
      await endpoint.stop()
      throw error
    }
  }

  private func version(_ outcome: Program.Outcome) throws -> String {
    try #require(JSONParser.parse(outcome.stdout)["version"]?.string)
  }

  @Test("a thin label is written by one model, judged by another, and nothing is asked twice")
  func wholeWay() async throws {
    try await with {
      try ModelProject(url: $0)
    } _: { project, endpoint in
      let first = try project.run("run", "--json").expectSuccess()
      let document = try JSONParser.parse(first.stdout)
      let calls = endpoint.calls
      #expect(calls.contains { $0.model == "gpt-4o" } && calls.contains { $0.model != "gpt-4o" })
      #expect(Set(calls.map(\.key)).count == calls.count, "a request was asked twice")
      let coverage = try #require(document["coverage"]?.array?.first)
      #expect(try #require(coverage["after"]?.int) >= 30, "\(first.stdout.prefix(900))")
      let spending = try #require(document["spending"])
      #expect(spending["total"]?.double ?? 0 > 0)
      for row in spending["methods"]?.array ?? [] {
        let cost = try #require(row["cost"]?.double), accepted = try #require(row["accepted"]?.int)
        if accepted > 0 { #expect(row["cost_per_accepted"]?.double == cost / Double(accepted)) }
      }
      let again = try project.run("run", "--json").expectSuccess()
      #expect(endpoint.calls.count == calls.count)
      #expect(try version(again) == version(first))
      let members = try project.members()
      let written = members.filter { $0.sample.provenance.model != nil }
      #expect(!written.isEmpty)
      for member in written {
        let provenance = member.sample.provenance
        #expect(provenance.model == "gpt-4o" && provenance.promptVersion?.count == 32)
        let requests = provenance.method?.parameters["requests"]?.array ?? []
        #expect(!requests.isEmpty)
        for key in requests {
          #expect(try project.ledger.storedAnswer(key: key.string ?? "") != nil)
        }
        #expect(member.verdicts.contains { $0.check == "judge" && $0.outcome == .pass })
      }
    }
  }

  @Test("a key is in no file, no output and no error, whatever goes wrong")
  func keys() async throws {
    let endpoint = try await ScriptedEndpoint { call in
      // A rude endpoint that says back what it was told.
      let told = call.request.headers["authorization"] ?? ""
      return call.number % 3 == 0
        ? .refusal(500, "you sent \(told)")
        : .text(ScriptedWriter.answer(to: call.request.body))
    }
    let project = try ModelProject(url: endpoint.url)
    var words = ""
    for arguments in [
      ["run"], ["doctor"], ["doctor", "--probe"], ["run", "--json"], ["generate"],
    ] {
      let outcome = try Program.run(
        arguments,
        in: project.folder,
        environment: ModelProject.environment
      )
      words += outcome.stdout + outcome.stderr
    }
    await endpoint.stop()
    words += try project.run("run").stderr
    let refusing = try await ScriptedEndpoint { call in
      .refusal(401, "no such key: \(call.request.headers["authorization"] ?? "")")
    }
    let other = try ModelProject(url: refusing.url)
    let refused = try other.run("run")
    await refusing.stop()
    #expect(refused.status == 69, "\(refused.words)")
    words += refused.stdout + refused.stderr
    #expect(!words.contains(ModelProject.key))
    for folder in [project.folder, other.folder] {
      let files = try #require(FileManager.default.subpaths(atPath: folder.url.path))
      for file in files {
        guard let data = try? Data(contentsOf: folder.url(file)) else { continue }
        #expect(data.range(of: Data(ModelProject.key.utf8)) == nil, "\(file) holds a key")
      }
    }
  }

  @Test("a judge of the writer's family is refused; set aside, that stands in ledger and data card")
  func independence() async throws {
    try await with {
      try ModelProject(url: $0, judge: "gpt-4o-mini")
    } _: { project, endpoint in
      let refused = try project.run("run")
      #expect(refused.status == 1)
      #expect(refused.stderr.contains("independence"), "\(refused.words)")
      #expect(refused.stderr.contains("family `gpt`"), "\(refused.words)")
      #expect(endpoint.calls.isEmpty)
      let reason = "only one provider is allowed here"
      let allowed = try project.run(
        "run",
        "--json",
        "--override",
        "independence",
        "--because",
        reason
      ).expectSuccess()
      let overrides = try project.ledger.overridesOnRecord()
      #expect(overrides.contains { $0.rule == "independence" && $0.because == reason })
      let id = try version(allowed).prefix(12)
      let card = try String(
        contentsOf: project.folder.url("versions/\(id)/README.md"),
        encoding: .utf8
      )
      #expect(card.contains("independence") && card.contains(reason), "\(card)")
    }
  }

  @Test("a budget stops the run in time, and a raised one goes on without asking again")
  func budget() async throws {
    try await with {
      try ModelProject(url: $0, further: "spending: {limit: 0.02}")
    } _: { project, endpoint in
      let stopped = try project.run("run")
      #expect(stopped.status == 1, "\(stopped.words)")
      #expect(stopped.stderr.contains("budget"), "\(stopped.words)")
      let asked = endpoint.calls.map(\.key)
      let paid = try project.ledger.spending().compactMap(\.cost).reduce(0, +)
      #expect(paid > 0 && paid <= 0.02)
      let yaml = try String(contentsOf: project.folder.url("seedbed.yaml"), encoding: .utf8)
      try project.folder.write("seedbed.yaml", yaml.replacing("limit: 0.02", with: "limit: 9"))
      try project.run("run").expectSuccess()
      let further = endpoint.calls.dropFirst(asked.count).map(\.key)
      #expect(!further.isEmpty && Set(asked).isDisjoint(with: further))
    }
  }

  @Test(
    "an estimate asks nothing and writes nothing; a recorded run asks nothing and gives the same"
  )
  func estimateAndRecorded() async throws {
    try await with {
      try ModelProject(url: $0)
    } _: { project, endpoint in
      let before = try FileManager.default.subpathsOfDirectory(atPath: project.folder.url.path)
      let estimate = try project.run("run", "--dry-run", "--json").expectSuccess()
      let after = try FileManager.default.subpathsOfDirectory(atPath: project.folder.url.path)
      #expect(before.sorted() == after.sorted())
      #expect(endpoint.calls.isEmpty)
      let document = try JSONParser.parse(estimate.stdout)
      let writer = try #require(document["models"]?.array?.first)
      #expect(writer["requests"]?.int ?? 0 > 0 && writer["cost"]?.double ?? 0 > 0)
      let empty = try project.run("run", "--recorded")
      #expect(empty.status == 1 && empty.stderr.contains("batch"), "\(empty.words)")
      let live = try project.run("run", "--json").expectSuccess()
      let calls = endpoint.calls.count
      let recorded = try project.run("run", "--recorded", "--json").expectSuccess()
      #expect(try version(live) == version(recorded))
      #expect(endpoint.calls.count == calls)
    }
  }

  @Test("by batch files, the same version comes out as by asking at once")
  func batchFiles() async throws {
    try await with {
      try ModelProject(url: $0)
    } _: { project, endpoint in
      let byBatch = try ModelProject(url: endpoint.url)
      for round in 0..<12 {
        let written = try byBatch.run("batch", "write", "--out", "requests", "--json")
        let files = try JSONParser.parse(written.expectSuccess().stdout)["files"]?.array ?? []
        if files.isEmpty { break }
        #expect(round < 11, "there is always one more batch")
        for file in files {
          let path = try #require(file["path"]?.string)
          try Self.answer(byBatch.folder.url(path), to: byBatch.folder.url("answers.jsonl"))
          let model = try #require(file["model"]?.string)
          try byBatch.run("batch", "read", "answers.jsonl", "--model", model).expectSuccess()
        }
      }
      #expect(endpoint.calls.isEmpty)
      let recorded = try byBatch.run("run", "--recorded", "--json").expectSuccess()
      let live = try project.run("run", "--json").expectSuccess()
      #expect(try version(recorded) == version(live))
      // Half price, and nothing paid that was not paid live.
      let cheap = try byBatch.ledger.spending().compactMap(\.cost).reduce(0, +)
      let full = try project.ledger.spending().compactMap(\.cost).reduce(0, +)
      #expect(abs(cheap - full / 2) < 1e-9)
    }
  }

  @Test("a judge that people do not agree with stops the run until it is set aside")
  func unstableJudge() async throws {
    try await with {
      try ModelProject(url: $0)
    } _: { project, _ in
      // The scripted judge praises everything; people liked every other case.
      let cases = (0..<60).map { number in
        #"{"text": "Please cancel order \#(number).", "label": "cancel", "human": \#(number % 2)}"#
      }
      try project.folder.write("cases.jsonl", cases.joined(separator: "\n") + "\n")
      let measured = try project.run(
        "judge",
        "calibrate",
        "cases.jsonl",
        "--repeats",
        "1",
        "--json"
      )
      #expect(measured.status == 1, "\(measured.words)")
      let judge = try #require(try JSONParser.parse(measured.stdout)["judges"]?.array?.first)
      #expect(judge["kappa"]?.double ?? 0 <= 0 && judge["recall"]?.double == 1, "\(measured.words)")
      let stopped = try project.run("run")
      #expect(stopped.status == 1 && stopped.stderr.contains("rule `judge`"), "\(stopped.words)")
      try project.run("run", "--override", "judge", "--because", "trying it out").expectSuccess()
      #expect(try project.ledger.overridesOnRecord().contains { $0.rule == "judge" })
    }
  }

  @Test("a project's own prompt is checked, compared, and used")
  func prompts() async throws {
    try await with {
      try ModelProject(url: $0)
    } _: { project, endpoint in
      let text = try project.run("prompts", "show", "instruct").expectSuccess().stdout
      let own = text.replacing("Reply with JSON alone.", with: "Reply with JSON alone, gently.")
      try project.folder.write("prompts/instruct.mustache", own)
      try project.run("prompts", "check").expectSuccess()
      let difference = try project.run("prompts", "diff").expectSuccess().stdout
      #expect(difference.contains("+") && difference.contains("gently"))
      try project.run("run").expectSuccess()
      #expect(endpoint.calls.contains { $0.request.body.serialized().contains("gently") })
      try project.folder.write("prompts/instruct.mustache", own + "{{nothing}}")
      #expect(try project.run("prompts", "check").status == 1)
      let refused = try project.run("run", "--override", "review", "--because", "another prompt")
      #expect(refused.status == 78 && refused.stderr.contains("instruct"), "\(refused.words)")
    }
  }

  @Test("personal data is found masked, and replaced by the same surrogates under the same key")
  func personalData() throws {
    let folder = try Folder()
    try folder.write(
      "rows.jsonl",
      """
      {"text": "Mail ann.smith@corp.com, card 4111 1111 1111 1111.", "n": 1}
      {"text": "Nothing here.", "n": 2}

      """
    )
    let found = try Program.run(["pii", "rows.jsonl"], in: folder).expectSuccess()
    #expect(found.stdout.contains("email_address") && !found.stdout.contains("ann.smith"))
    let environment = ["SEEDBED_PII_KEY": "a key of thirty-two characters..."]
    var outputs: [String] = []
    for name in ["a.jsonl", "b.jsonl"] {
      try Program.run(
        ["pii", "rows.jsonl", "--replace", "--out", name],
        in: folder,
        environment: environment
      ).expectSuccess()
      outputs.append(try String(contentsOf: folder.url(name), encoding: .utf8))
    }
    #expect(outputs[0] == outputs[1] && !outputs[0].contains("4111 1111 1111 1111"))
    #expect(outputs[0].contains("\"n\":2") && outputs[0].contains("Nothing here."))
    #expect(!outputs[0].contains("corp.com"))
  }

  /// Answers a file of batch requests as an endpoint would, in another order.
  static func answer(_ requests: URL, to answers: URL) throws {
    let lines = try String(contentsOf: requests, encoding: .utf8).split(separator: "\n")
    let answered = try lines.map { line -> String in
      let request = try JSONParser.parse(String(line))
      let body = try #require(request["body"])
      let answer = RudeServer.Reply.chatBody(
        ScriptedWriter.answer(to: body),
        input: 200,
        output: 60
      )
      let row: JSONObject = [
        "id": "batch_req", "custom_id": request["custom_id"] ?? .null,
        "response": ["status_code": 200, "request_id": "r", "body": try JSONParser.parse(answer)],
        "error": nil,
      ]
      return row.serialized()
    }
    try (answered.reversed().joined(separator: "\n") + "\n").write(
      to: answers,
      atomically: true,
      encoding: .utf8
    )
  }
}

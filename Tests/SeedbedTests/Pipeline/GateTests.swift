import SeedbedData
import SeedbedPipeline
import Testing

@Suite("The rules are gates")
struct GateTests {
  static func refusal(_ body: () async throws -> Void) async -> SeedbedError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? SeedbedError
    }
  }

  @Test("nothing is generated, verified or made a version without a plan")
  func noPlan() async throws {
    let project = try await RunnerProject(), runner = try project.runner()
    let errors = [
      await Self.refusal { _ = try await runner.generate() },
      await Self.refusal { _ = try await runner.verify() },
      await Self.refusal { _ = try await runner.makeVersion() },
      await Self.refusal { _ = try await runner.preview(3) },
    ]
    for error in errors {
      #expect(error?.code == .gate)
      #expect(error?.message.contains("without a plan") == true)
    }
  }

  @Test("a plan of other data is refused")
  func otherData() async throws {
    let project = try await RunnerProject(), runner = try project.runner()
    _ = try await runner.gaps()
    try project.write(RunnerProject.rows + [("A sentence that was not there before.", "cancel")])
    let error = await Self.refusal { _ = try await runner.generate() }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("other data") == true)
  }

  @Test(
    "a method of the wrong side is refused",
    arguments: [
      ("adversarial", Split.train), ("adversarial", .validation), ("casing", .syntheticEval),
      ("templates", .syntheticEval),
    ]
  )
  func wrongSide(method: String, split: Split) async throws {
    let project = try await RunnerProject(), runner = try project.runner()
    _ = try await runner.gaps()
    let evaluation = MethodRegistry(configuration: runner.project.configuration).descriptors
      .first { $0.use == .evaluation }?.name
    var plan = try project.plan()
    plan.quotas[0].split = split
    plan.quotas[0].shares = [
      MethodShare(method == "adversarial" ? try #require(evaluation) : method, 3)
    ]
    try project.write(plan)
    for error in [
      await Self.refusal { _ = try await runner.generate() },
      await Self.refusal { _ = try await runner.run() },
    ] {
      #expect(error?.code == .gate)
      #expect(error?.message.contains("may not be used for `\(split.rawValue)`") == true)
    }
  }

  @Test("an edited plan with an unknown method or dimension is refused by name")
  func unknownNames() async throws {
    let project = try await RunnerProject(), runner = try project.runner()
    _ = try await runner.gaps()
    let plan = try project.plan()
    var method = plan
    method.quotas[0].shares = [MethodShare("synonym", 3)]
    try project.write(method)
    let first = await Self.refusal { _ = try await runner.generate() }
    #expect(first?.description.contains("did you mean `synonyms`?") == true)
    var dimension = plan
    dimension.quotas[0].cell = Cell([.init("lable", "cancel")])
    try project.write(dimension)
    let second = await Self.refusal { _ = try await runner.generate() }
    #expect(second?.description.contains("did you mean `label`?") == true)
  }

  @Test("unverified candidates enter no version")
  func unverified() async throws {
    let project = try await RunnerProject(), runner = try project.runner()
    _ = try await runner.gaps()
    let early = await Self.refusal { _ = try await runner.verify() }
    #expect(early?.message.contains("no candidates") == true)
    _ = try await runner.generate()
    let error = await Self.refusal { _ = try await runner.makeVersion() }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("not checked yet") == true)
  }

  @Test("a missing holdout stops the work, unless it is overridden with a reason that is recorded")
  func missingHoldout() async throws {
    let project = try await RunnerProject(seals: false)
    let error = await Self.refusal { _ = try await project.runner().run() }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("rule `holdout`") == true)
    let journal = InMemoryJournal()
    let runner = try project.runner(journal, overrides: ["holdout": "a first look"])
    let outcome = try await runner.run()
    #expect(outcome.report.version.holdoutSeal == nil)
    #expect(outcome.report.measurement == nil)
    #expect(journal.overrides.map(\.rule) == ["holdout"])
    #expect(journal.overrides.first?.because == "a first look")
    #expect(journal.overrides.first?.run == journal.runs.first?.id)
  }

  @Test("a changed holdout stops the work, and no override helps")
  func changedHoldout() async throws {
    let project = try await RunnerProject()
    var bytes = try project.folder.bytes(".seedbed/holdout.jsonl")
    let position = try #require(bytes.firstRange(of: Array("parcel".utf8))?.lowerBound)
    bytes[position] = UInt8(ascii: "P")
    try project.folder.write(".seedbed/holdout.jsonl", bytes: bytes)
    let all = Dictionary(uniqueKeysWithValues: Rule.allCases.map { ($0.rawValue, "why not") })
    let error = await Self.refusal { _ = try await project.runner(overrides: all).run() }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("not what was sealed") == true)
  }

  @Test("too many duplicates stop the work, unless that is overridden")
  func duplicates() async throws {
    let rows = RunnerProject.rows
    let copies = rows.map { (text: $0.text.uppercased(), label: $0.label) }
    let project = try await RunnerProject(rows: rows + copies)
    let error = await Self.refusal { _ = try await project.runner().run() }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("rule `duplicates`") == true)
    let journal = InMemoryJournal()
    let outcome = try await project.runner(journal, overrides: ["duplicates": "it is a log"]).run()
    #expect(journal.overrides.map(\.rule) == ["duplicates"])
    #expect(outcome.report.duplicatesLeftOut > 20)
  }

  @Test("training rows like the holdout stop the work; overridden, they are left out")
  func leaks() async throws {
    let project = try await RunnerProject()
    let lines = String(decoding: try project.folder.bytes(".seedbed/holdout.jsonl"), as: UTF8.self)
      .split(separator: "\n").dropFirst()
    let held = try lines.prefix(3).map { try JSONParser.parse(String($0)) }
    let copies = held.map { row in
      (text: (row["text"]?.string ?? "") + "!!", label: row["label"]?.string ?? "")
    }
    try project.write(RunnerProject.rows + copies)
    let error = await Self.refusal { _ = try await project.runner().run() }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("3 training samples are like a row of the holdout") == true)
    for copy in copies { #expect(error?.description.contains(copy.text) == false) }
    let journal = InMemoryJournal()
    let outcome = try await project.runner(journal, overrides: ["leaks": "known"]).run()
    #expect(journal.overrides.map(\.rule) == ["leaks"])
    let leaked = journal.realSamples().filter { sample in copies.contains { $0.text == sample.text }
    }
    let members = Set(outcome.report.version.members.map(\.sample))
    #expect(leaked.count == 3)
    #expect(!leaked.contains { members.contains($0.id) })
    let parents = Set(outcome.candidates.flatMap(\.sample.provenance.parents))
    #expect(!leaked.contains { parents.contains($0.id) })
  }

  @Test(
    "a plan never names a method that breaks spans, labels or the task, or one for evaluation only"
  )
  func planned() async throws {
    let project = try await RunnerProject()
    let report = try await project.runner().gaps()
    let registry = MethodRegistry(
      configuration: try Project(openingAt: project.folder.path).configuration
    )
    for quota in report.plan.quotas {
      for share in quota.shares where share.method != "templates" {
        let method = try registry.transform(named: share.method).descriptor
        #expect((method.use == .evaluation) == (quota.split == .syntheticEval))
        #expect(method.tasks.contains(.classification))
        #expect(method.isAvailable)
        #expect(quota.split == .syntheticEval || method.preserves.contains(.label))
      }
    }
  }

  @Test("templates are not planned for a task that they do not fit")
  func unfitTemplates() async throws {
    let project = try await RunnerProject()
    let path = project.folder.file("seedbed.yaml")
    let text = String(decoding: try project.folder.bytes("seedbed.yaml"), as: UTF8.self)
    try FileText.write(
      text.replacing("task: classification", with: "task: instruction"),
      to: path
    )
    let plan = try await project.runner().gaps().plan
    #expect(!plan.quotas.isEmpty)
    #expect(!plan.quotas.contains { $0.shares.contains { $0.method == "templates" } })
  }
}

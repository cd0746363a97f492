import SeedbedData
import SeedbedPipeline
import Synchronization
import Testing

@Suite("Stop rules in a run")
struct StopRuleRunTests {
  private static let reviewed = ReviewState(
    rejected: 30,
    rejectedReviewed: 20,
    newestVersion: "0123456789abcdef",
    spotCheckPassed: true,
    releasedVersion: "0123456789abcdef"
  )

  /// Changes the requirements, so that the next plan is another one.
  private static func require(_ count: Int, in project: RunnerProject) throws {
    let text = String(decoding: try project.folder.bytes("seedbed.yaml"), as: UTF8.self)
    try project.folder.write(
      "seedbed.yaml",
      text.replacing(/minimum: \d+/, with: "minimum: \(count)")
    )
  }

  private static func add(_ rules: String, to project: RunnerProject) throws {
    let text = String(decoding: try project.folder.bytes("seedbed.yaml"), as: UTF8.self)
    try project.folder.write("seedbed.yaml", text + "stop_rules: {\(rules)}\n")
  }

  @Test("a new plan is refused until the version before it is reviewed; a repeated one never is")
  func review() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    let first = try await project.runner(journal).run()
    journal.review = ReviewState(rejected: 30, newestVersion: first.report.version.id)
    #expect(try await project.runner(journal).run().report.isUnchanged)
    try Self.require(31, in: project)
    let count = journal.candidates(plan: try project.plan().digest).count
    for command in ["run", "generate"] {
      let error = await GateTests.refusal {
        if command == "run" {
          _ = try await project.runner(journal).run()
        } else {
          _ = try await project.runner(journal).generate()
        }
      }
      #expect(error?.code == .gate)
      #expect(error?.message.hasPrefix("rule `review`: the spot check") == true)
      #expect(error?.message.contains("0 of 30 rejected candidates") == true)
      #expect(error?.hint?.contains("--override review") == true)
    }
    #expect(journal.versions.count == 1 && journal.overrides.isEmpty)
    let digest = try project.plan().digest
    #expect(count > 0 && journal.candidates(plan: digest).isEmpty)
    journal.review = Self.reviewed
    #expect(try await !project.runner(journal).run().report.isUnchanged)
    #expect(journal.versions.count == 2 && journal.overrides.isEmpty)
  }

  @Test("set aside with a reason, the plan is carried out, and may then be finished without one")
  func overridden() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    let first = try await project.runner(journal).run()
    journal.review = ReviewState(newestVersion: first.report.version.id)
    try Self.require(31, in: project)
    let second = try await project.runner(journal, overrides: ["review": "in a hurry"]).run()
    #expect(journal.overrides.map(\.rule) == ["review"])
    #expect(second.report.overrides.first?.because == "in a hurry")
    let again = try await project.runner(journal).run()
    #expect(again.report.isUnchanged && again.report.overrides == second.report.overrides)
  }

  @Test("a rule that is only to warn says so once, is recorded, and does not change the plan")
  func warns() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    let first = try await project.runner(journal).run()
    journal.review = ReviewState(newestVersion: first.report.version.id)
    try Self.add("review: warn, release: off", to: project)
    #expect(try await project.runner(journal).run().report.isUnchanged)
    try Self.require(31, in: project)
    let said = Mutex<[String]>([])
    var runner = try project.runner(journal)
    runner = Runner(
      project: runner.project,
      journal: journal,
      options: .init(threads: 2, warn: { finding, _ in said.withLock { $0.append(finding) } }) {
        1_700_000_000
      }
    )
    let second = try await runner.run(), third = try await runner.run()
    let words = said.withLock { $0 }
    #expect(words.count == 1 && words[0].hasPrefix("rule `review`: the spot check"))
    #expect(second.report.overrides.map(\.rule) == ["review"])
    #expect(second.report.overrides[0].because.contains("review: warn"))
    #expect(third.report.isUnchanged && third.report.overrides == second.report.overrides)
  }

  @Test("the third version needs a released one to be compared with")
  func release() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    _ = try await project.runner(journal).run()
    journal.review = Self.reviewed
    journal.review.releasedVersion = nil
    try Self.require(31, in: project)
    _ = try await project.runner(journal).run()
    try Self.require(32, in: project)
    let error = await GateTests.refusal { _ = try await project.runner(journal).run() }
    #expect(error?.message.contains("rule `release`: 2 versions were made and 0") == true)
    journal.review.releasedVersion = journal.versions[0].id
    _ = try await project.runner(journal).run()
    #expect(journal.versions.count == 3)
  }

  @Test("a plan that would make training mostly synthetic is refused before anything is made")
  func mixing() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    let report = try await project.runner(journal).gaps()
    let training = report.plan.quotas.filter { $0.split == .train }.reduce(0) { $0 + $1.count }
    try Self.add("synthetic_share: 0.1", to: project)
    let error = await GateTests.refusal { _ = try await project.runner(journal).run() }
    #expect(error?.message.contains("rule `mixing`: \(training) of") == true)
    #expect(error?.message.contains("10 % is the most that `synthetic_share` allows") == true)
    #expect(journal.candidates(plan: report.plan.digest).isEmpty)
    let outcome = try await project.runner(journal, overrides: ["mixing": "tried it"]).run()
    #expect(outcome.report.overrides.map(\.rule) == ["mixing"])
  }

  @Test("without a real training row everything may be synthetic, and is marked as temporary")
  func temporary() async throws {
    let settings = RunnerProject.settings + "splits: {train: 0, validation: 1}\n"
    let project = try await RunnerProject(settings: settings)
    let outcome = try await project.runner().run()
    #expect(outcome.report.version.count(.train, .real) == 0)
    #expect(outcome.report.overrides.map(\.rule) == ["mixing"])
    #expect(outcome.report.overrides[0].finding.contains("only until there are real rows"))
  }

  /// Quotas that need more rounds than the first.
  private static let hungry = RunnerProject.settings
    .replacing("budget: 20", with: "budget: 140\n  oversampling: 1.0")
    .replacing("minimum: 30", with: "minimum: 90")

  @Test("a round that brings too little is the last, and the report says why with its numbers")
  func coverage() async throws {
    let project = try await RunnerProject(settings: Self.hungry), journal = InMemoryJournal()
    try Self.add("least_gain: 1", to: project)
    let outcome = try await project.runner(journal).run()
    let stopped = try #require(outcome.report.stopped)
    #expect(stopped.rule == .coverage && stopped.threshold == 1 && stopped.measured < 1)
    #expect(Set(outcome.candidates.map(\.round)) == [0])
    #expect(stopped.finding.contains("of \(outcome.candidates.count) candidates made in round 1"))
    let accepted = outcome.candidates.count { $0.status == .accepted }
    #expect(stopped.finding.contains("\(accepted) were accepted"))
    #expect(!outcome.report.shortfalls.isEmpty)
    let json = outcome.report.json
    #expect(json["stopped"]?["rule"]?.string == "coverage")
    let back = try #require(RunReport(json: json, version: outcome.report.version))
    #expect(back.stopped == stopped)
    let again = try await project.runner(journal).run()
    #expect(again.report.isUnchanged && again.report.stopped == stopped)

    // Set aside, further rounds follow; they stay when it is not set aside again.
    let more = try await project.runner(journal, overrides: ["coverage": "more"]).run()
    #expect(more.report.stopped == nil && Set(more.candidates.map(\.round)).count > 1)
    #expect(more.report.overrides.contains { $0.rule == "coverage" && $0.because == "more" })
    let kept = try await project.runner(journal).run()
    #expect(kept.report.version.id == more.report.version.id && kept.report.stopped == nil)
  }

  @Test("by default rounds go on while they bring something")
  func bringsSomething() async throws {
    let outcome = try await RunnerProject(settings: Self.hungry).runner().run()
    #expect(outcome.report.stopped == nil && Set(outcome.candidates.map(\.round)).count > 1)
    #expect(outcome.report.json["stopped"] == .null)
  }
}

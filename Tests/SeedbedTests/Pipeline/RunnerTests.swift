import SeedbedData
import SeedbedPipeline
import Synchronization
import Testing

@Suite("From real data to a version")
struct RunnerTests {
  /// What a run gives, without the record of the run itself.
  struct Result: Equatable {
    var version: String
    var members: [DatasetVersion.Member]
    var candidates: [Candidate]

    init(_ outcome: RunOutcome) {
      version = outcome.report.version.id
      members = outcome.report.version.members
      candidates = outcome.candidates
    }
  }

  @Test("a run fills its quotas exactly or says why not")
  func quotas() async throws {
    let project = try await RunnerProject()
    let outcome = try await project.runner().run()
    let plan = try project.plan(), report = outcome.report
    #expect(plan.count > 12)
    for (number, quota) in plan.quotas.enumerated() {
      let accepted = outcome.candidates.filter { $0.quota == number && $0.status == .accepted }
      let short = report.shortfalls.first { $0.cell == quota.cell }
      #expect(accepted.count + (short?.missing ?? 0) == quota.count)
      #expect(short?.reason.isEmpty != true)
      #expect(accepted.allSatisfy { $0.sample.split == quota.split })
      #expect(accepted.allSatisfy { $0.sample.difficulty != nil })
    }
    let trained = plan.quotas.filter { $0.split == .train }.reduce(0) { $0 + $1.count }
    #expect(trained == 20)
    let accepted = outcome.candidates.filter { $0.status == .accepted }
    #expect(accepted.count >= 18)
    #expect(accepted.allSatisfy { $0.verdicts.allSatisfy { $0.outcome == .pass } })
    #expect(accepted.allSatisfy { $0.sample.provenance.missingParts.isEmpty })
    let rejected = outcome.candidates.filter { $0.status == .rejected }
    #expect(
      rejected.allSatisfy { $0.rejectingCheck != nil && $0.sample.provenance.missingParts.isEmpty }
    )
    let duplicates = outcome.candidates.filter { $0.status == .duplicate }
    #expect(duplicates.allSatisfy { $0.duplicate?.removed == $0.sample.id })
    #expect(report.version.leakScan.isClean)
    #expect(report.measurement != nil)
    #expect(
      report.version.count(.train, .synthetic) == accepted.count { $0.sample.split == .train }
    )
    #expect(report.version.count(.syntheticEval, .real) == 0)
  }

  @Test("training samples and the evaluation suite come from other methods and other parents")
  func separate() async throws {
    let outcome = try await RunnerProject().runner().run()
    let accepted = outcome.candidates.filter { $0.status == .accepted }.map(\.sample)
    let suite = accepted.filter { $0.split == .syntheticEval }
    let training = accepted.filter { $0.split == .train }
    #expect(!suite.isEmpty)
    func methods(_ samples: [Sample]) -> Set<String?> {
      Set(samples.map(\.provenance.method?.name))
    }
    func parents(_ samples: [Sample]) -> Set<SampleID> {
      Set(samples.flatMap(\.provenance.parents))
    }
    #expect(methods(suite).isDisjoint(with: methods(training)))
    #expect(parents(suite).isDisjoint(with: parents(training)))
    let members = Set(outcome.report.version.members.map(\.sample))
    #expect(parents(suite).isDisjoint(with: members))
  }

  @Test("a second run changes nothing, with the same ledger or a new one")
  func twice() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    let first = try await project.runner(journal).run()
    let second = try await project.runner(journal).run()
    let third = try await project.runner().run()
    #expect(!first.report.isUnchanged)
    #expect(second.report.isUnchanged)
    #expect(Result(second) == Result(first))
    #expect(Result(third) == Result(first))
    #expect(journal.versions.count == 1)
    #expect(journal.runs.map(\.status) == [.finished, .finished])
    #expect(Set(journal.runs.map(\.id)).count == 2)
  }

  /// Quotas that need several rounds and take each other's seeds.
  static let contested = RunnerProject.settings
    .replacing("budget: 20", with: "budget: 140\n  oversampling: 1.0\n  children_per_seed: 2")
    .replacing(
      "  - cell: {label: '*'}\n    minimum: 30",
      with: """
          - cell: {label: '*'}
            minimum: 70
          - cell: {label: cancel, noise: light}
            minimum: 20
          - cell: {label: delivery, noise: heavy}
            minimum: 15
        """
    )

  @Test("a run of several rounds with quotas that contend for seeds is unchanged when run again")
  func rounds() async throws {
    let project = try await RunnerProject(settings: Self.contested), journal = InMemoryJournal()
    let first = try await project.runner(journal).run()
    #expect(Set(first.candidates.map(\.round)).count > 1)
    let second = try await project.runner(journal).run()
    #expect(Result(second) == Result(first))
    #expect(second.report.isUnchanged)
  }

  @Test(
    "a quota that loses its seeds to another in a later round does not grow in the next run",
    arguments: [(12, 8), (16, 6), (18, 8), (20, 5)]
  )
  func lostSeeds(light: Int, plain: Int) async throws {
    let settings = RunnerProject.settings
      .replacing("budget: 20", with: "budget: 20\n  oversampling: 1.3\n  children_per_seed: 1")
    let project = try await RunnerProject(settings: settings), journal = InMemoryJournal()
    var plan = try await project.runner(journal).gaps(writesPlan: false).plan
    func quota(_ coordinates: [Cell.Coordinate], _ method: String, _ count: Int) -> Quota {
      Quota(
        cell: Cell(coordinates),
        gap: .thin,
        have: 0,
        need: count,
        reason: "",
        split: .train,
        shares: [MethodShare(method, count)]
      )
    }
    let label = Cell.Coordinate("label", "delivery")
    plan.quotas = [
      quota([label, Cell.Coordinate("noise", "light")], "misspelling+keyboard", light),
      quota([label], "courtesy", plain),
    ]
    try project.write(plan)
    let first = try await project.runner(journal).run()
    let second = try await project.runner(journal).run()
    #expect(Set(first.candidates.map(\.round)).count > 1)
    #expect(Result(second) == Result(first))
  }

  @Test("the number of threads and the order of the file change nothing")
  func order() async throws {
    let straight = try await RunnerProject()
    let one = try await straight.runner(threads: 1).run()
    let two = try await straight.runner(threads: 2).run()
    #expect(Result(one) == Result(two))
    for seed in 0..<3 {
      let rows = PipelineFixture.permuted(RunnerProject.rows, seed: seed)
      let shuffled = try await RunnerProject(rows: rows).runner().run()
      #expect(shuffled.report.version.id == one.report.version.id)
    }
  }

  @Test("duplicates in another order change nothing")
  func duplicatesInAnyOrder() async throws {
    let extra = RunnerProject.rows.prefix(8).flatMap {
      [($0.text, $0.label), ($0.text.uppercased(), $0.label)]
    }
    let rows = RunnerProject.rows + extra.map { (text: $0.0, label: $0.1) }
    let first = try await RunnerProject(rows: rows).runner().run()
    let second = try await RunnerProject(rows: PipelineFixture.permuted(rows, seed: 5)).runner()
      .run()
    #expect(first.report.version.id == second.report.version.id)
    #expect(first.report.duplicatesLeftOut > 0)
  }

  @Test("a run that was stopped anywhere goes on to the same version")
  func interrupted() async throws {
    let settings = Self.contested, steps = Mutex(0)
    let whole = try await RunnerProject(settings: settings)
    let wanted = Result(
      try await whole.runner(progress: { _ in steps.withLock { $0 += 1 } }).run()
    )
    let count = steps.withLock { $0 }
    #expect(count > 8)
    let project = try await RunnerProject(settings: settings)
    for stop in 1...count {
      let journal = InMemoryJournal(), interrupter = Interrupter(after: stop)
      let runner = try project.runner(journal, progress: { _ in interrupter.step() })
      let stopped = Task { try await runner.run() }
      let result = await stopped.result
      if case .failure(let error) = result {
        #expect(error is CancellationError)
        #expect(journal.runs.map(\.status) == [.interrupted])
      }
      #expect(Result(try await project.runner(journal).run()) == wanted, "stopped at step \(stop)")
    }
  }

  @Test("an edited plan is carried out as it was edited")
  func editedPlan() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    _ = try await project.runner(journal).gaps()
    var plan = try project.plan()
    let index = try #require(plan.quotas.firstIndex { $0.cell["label"] == "cancel" })
    plan.quotas = [plan.quotas[index]]
    plan.quotas[0].shares = [MethodShare("templates", 5)]
    try project.write(plan)
    let outcome = try await project.runner(journal).run()
    let accepted = outcome.candidates.filter { $0.status == .accepted }
    #expect(accepted.count == 5)
    #expect(accepted.allSatisfy { $0.sample.provenance.method?.name == "templates" })
    #expect(try project.plan() == plan)
    let again = try await project.runner(journal).run()
    #expect(again.report.isUnchanged)
  }

  @Test("a plan that was edited wrongly is not thrown away")
  func brokenPlan() async throws {
    let project = try await RunnerProject()
    _ = try await project.runner().gaps()
    let text = PlanFile.text(try project.plan()).replacing("gap: thin", with: "gap: thinn")
    try project.folder.write("plan.yaml", text)
    let error = await #expect(throws: SeedbedError.self) { try await project.runner().run() }
    #expect(error?.message.contains("plan.yaml:") == true)
    #expect(try project.folder.bytes("plan.yaml") == Array(text.utf8))
  }

  @Test("step by step gives what one round of a run gives")
  func stepByStep() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    _ = try await project.runner(journal).gaps()
    let generated = try await project.runner(journal).generate()
    #expect(generated.allSatisfy { $0.status == .pending && $0.verdicts.isEmpty })
    #expect(try await project.runner(journal).generate() == generated)
    let verified = try await project.runner(journal).verify()
    #expect(verified.allSatisfy { $0.status != .pending && !$0.verdicts.isEmpty })
    let outcome = try await project.runner(journal).makeVersion()
    #expect(journal.versions.map(\.id) == [outcome.report.version.id])
    let whole = try await RunnerProject().runner().run()
    if whole.candidates.allSatisfy({ $0.round == 0 }) {
      #expect(outcome.report.version.id == whole.report.version.id)
    }
  }

  @Test("a preview shows checked candidates and stores none")
  func preview() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    _ = try await project.runner(journal).gaps()
    let shown = try await project.runner(journal).preview(5)
    #expect(shown.count == 5)
    #expect(shown.allSatisfy { !$0.verdicts.isEmpty })
    #expect(journal.candidates(plan: try project.plan().digest).isEmpty)
  }

  @Test("no text of the holdout is a seed, a candidate or a member")
  func holdout() async throws {
    let project = try await RunnerProject()
    let outcome = try await project.runner().run()
    let lines = String(decoding: try project.folder.bytes(".seedbed/holdout.jsonl"), as: UTF8.self)
      .split(separator: "\n").dropFirst()
    let held = try lines.map { try JSONParser.parse(String($0)) }
    let ids = Set(held.compactMap { $0["id"]?.string }),
      texts = Set(held.compactMap { $0["text"]?.string })
    #expect(ids.count > 10)
    #expect(!outcome.report.version.members.contains { ids.contains($0.sample.hex) })
    #expect(!outcome.candidates.contains { texts.contains($0.sample.text) })
    #expect(
      !outcome.candidates.contains {
        $0.sample.provenance.parents.contains { ids.contains($0.hex) }
      }
    )
    #expect(outcome.report.version.holdoutSeal != nil)
  }
}

import SeedbedData
import SeedbedKernels
import SeedbedLedger
import SeedbedPipeline
import Testing

/// What every journal promises, tried on the ledger and on the one in memory.
@Suite("Journals")
struct LedgerConformanceTests {
  enum Store: CaseIterable, Sendable {
    case memory, ledger

    func make() throws -> any RunJournal {
      switch self {
      case .memory: InMemoryJournal()
      case .ledger: try Ledger.inMemory()
      }
    }
  }

  @Test("count the attempts of a key and find its last finished run", arguments: Store.allCases)
  func runs(store: Store) throws {
    let journal = try store.make()
    var runs = (0..<4).map {
      RunRecord(command: "run", key: $0 == 3 ? "other" : "key", startedAt: 100 + $0, attempt: $0)
    }
    #expect(try journal.attempts(key: "key") == 0)
    for run in runs { try journal.begin(run) }
    #expect(try journal.attempts(key: "key") == 3)
    #expect(try journal.finishedRun(key: "key") == nil)
    runs[1].status = .finished
    runs[1].version = "abcd"
    runs[1].summary = ["accepted": 12, "nested": ["x": [1, 2.50, nil]]]
    runs[0].status = .finished
    runs[2].status = .interrupted
    for run in runs { try journal.finish(run) }
    #expect(try journal.finishedRun(key: "key") == runs[1])
    #expect(try journal.finishedRun(key: "unknown") == nil)
  }

  @Test("begin without a version, a review or a person's tag", arguments: Store.allCases)
  func nothingReviewed(store: Store) throws {
    let journal = try store.make()
    #expect(try journal.versionCount() == 0)
    #expect(try journal.reviewState(by: ReleaseRule()) == ReviewState())
    #expect(try journal.humanOpinions().isEmpty)
  }

  @Test("pass over the end of a run that never began", arguments: Store.allCases)
  func unknownRun(store: Store) throws {
    let journal = try store.make()
    try journal.finish(RunRecord(command: "run", key: "key", startedAt: 0, attempt: 0))
    #expect(try journal.attempts(key: "key") == 0)
  }

  @Test("give back the current real data in file order", arguments: Store.allCases)
  func realData(store: Store) throws {
    let journal = try store.make()
    #expect(try journal.currentImport() == nil)
    #expect(try journal.realSamples().isEmpty)
    let first = LedgerFixture.reals(5)
    try journal.replaceRealData(first, LedgerFixture.data(first))
    #expect(try journal.realSamples() == first)
    // The same rows, one less, in another order and thus at other places.
    var second = Array(first.dropFirst().reversed())
    for index in second.indices {
      second[index].provenance.source.row = index + 1
      second[index].provenance.source.byte = index * 77
    }
    try journal.replaceRealData(second, LedgerFixture.data(second))
    #expect(try journal.realSamples() == second)
    #expect(try journal.currentImport() == LedgerFixture.data(second))
  }

  @Test("record parts and difficulties of real samples and candidates", arguments: Store.allCases)
  func updates(store: Store) throws {
    let journal = try store.make()
    var reals = LedgerFixture.reals(3)
    try journal.replaceRealData(reals, LedgerFixture.data(reals))
    let batch = LedgerFixture.batch()
    var candidate = LedgerFixture.candidate(0, of: reals[0], batch: batch)
    try journal.record([candidate], batches: [batch], plan: "plan-a", round: 0, quotas: [0])
    reals[0].split = .validation
    reals[1].difficulty = DifficultyTag(.hard, reasons: ["margin 0.02", "far from real data"])
    candidate.sample.split = .train
    candidate.sample.tags = ["span_repaired"]
    let stranger = LedgerFixture.real(99)
    try journal.update(
      [reals[0], reals[1], candidate.sample, stranger],
      realDuplicates: [
        DuplicateDecision(
          removed: reals[2].id,
          kept: reals[0].id,
          kind: .exact,
          similarity: 1
        )
      ]
    )
    #expect(try journal.realSamples() == reals)
    #expect(try journal.candidates(plan: "plan-a") == [candidate])
  }

  @Test("keep generated quotas apart by plan and round", arguments: Store.allCases)
  func quotas(store: Store) throws {
    let journal = try store.make()
    try journal.record([], batches: [], plan: "plan-a", round: 0, quotas: [0, 2])
    try journal.record([], batches: [], plan: "plan-a", round: 0, quotas: [2, 5])
    try journal.record([], batches: [], plan: "plan-a", round: 1, quotas: [1])
    #expect(try journal.generatedQuotas(plan: "plan-a", round: 0) == [0, 2, 5])
    #expect(try journal.generatedQuotas(plan: "plan-a", round: 1) == [1])
    #expect(try journal.generatedQuotas(plan: "plan-b", round: 0).isEmpty)
  }

  @Test("order candidates by round, quota, draw and id", arguments: Store.allCases)
  func order(store: Store) throws {
    let journal = try store.make()
    let reals = LedgerFixture.reals(2)
    try journal.replaceRealData(reals, LedgerFixture.data(reals))
    let batch = LedgerFixture.batch()
    var candidates: [Candidate] = []
    for round in [1, 0] {
      for quota in [10, 2, 9] {
        for draw in [11, 3] {
          for parent in reals {
            candidates.append(
              LedgerFixture.candidate(
                draw,
                of: parent,
                batch: batch,
                quota: quota,
                round: round
              )
            )
          }
        }
      }
    }
    try journal.record(
      candidates,
      batches: [batch],
      plan: "plan-a",
      round: 0,
      quotas: [2, 9, 10]
    )
    let stored = try journal.candidates(plan: "plan-a")
    #expect(stored == candidates.sorted(by: Candidate.precedes))
    #expect(try journal.candidates(plan: "plan-b").isEmpty)
  }

  @Test("store and replace what was found about candidates", arguments: Store.allCases)
  func outcomes(store: Store) throws {
    let journal = try store.make()
    let reals = LedgerFixture.reals(1)
    try journal.replaceRealData(reals, LedgerFixture.data(reals))
    let batch = LedgerFixture.batch()
    var pair = (0..<2).map { LedgerFixture.candidate($0, of: reals[0], batch: batch) }
    try journal.record(pair, batches: [batch], plan: "plan-a", round: 0, quotas: [0])
    pair[1].status = .duplicate
    pair[1].duplicate = DuplicateDecision(
      removed: pair[1].sample.id,
      kept: pair[0].sample.id,
      kind: .near,
      similarity: 0.7512345678901
    )
    pair[0].verdicts = [
      Verdict(check: "a", .undecided, score: 0.1 + 0.2, threshold: -0.5, evidence: "said \"no\"")
    ]
    try journal.recordOutcomes(pair)
    #expect(try journal.candidates(plan: "plan-a") == pair)
    pair[1].duplicate = nil
    pair[1].status = .rejected
    pair[0] = LedgerFixture.passed(pair[0])
    let stranger = LedgerFixture.candidate(50, of: reals[0], batch: batch)
    try journal.recordOutcomes(pair + [stranger])
    #expect(try journal.candidates(plan: "plan-a") == pair)
  }

  @Test("give the same answers after any sequence of calls", arguments: 0..<30)
  func anySequence(seed: Int) throws {
    let journals: [any RunJournal] = try Store.allCases.map { try $0.make() }
    var random = LedgerTestRandom(state: UInt64(seed))
    var reals: [Sample] = []
    var candidates: [Candidate] = []
    for step in 0..<25 {
      switch random.next(below: 5) {
      case 0:
        reals = LedgerFixture.reals(12).filter { _ in random.next(below: 3) > 0 }
        for journal in journals {
          try journal.replaceRealData(reals, LedgerFixture.data(reals))
        }
      case 1 where !reals.isEmpty:
        let batch = LedgerFixture.batch(method: "method_\(random.next(below: 3))")
        let parent = reals[random.next(below: reals.count)], quota = random.next(below: 4)
        let new = (0..<3).map {
          LedgerFixture.candidate(step * 10 + $0, of: parent, batch: batch, quota: quota)
        }
        candidates += new
        for journal in journals {
          try journal.record(new, batches: [batch], plan: "plan-a", round: 0, quotas: [quota])
        }
      case 2 where !candidates.isEmpty:
        let index = random.next(below: candidates.count)
        candidates[index] = LedgerFixture.passed(candidates[index])
        candidates[index].status = CandidateStatus.allCases[random.next(below: 5)]
        for journal in journals { try journal.recordOutcomes([candidates[index]]) }
      case 3 where !reals.isEmpty:
        let index = random.next(below: reals.count)
        reals[index].split = Split.allCases[random.next(below: 2)]
        for journal in journals { try journal.update([reals[index]], realDuplicates: []) }
      default:
        let run = RunRecord(command: "run", key: "k", startedAt: step, attempt: step)
        for journal in journals { try journal.begin(run) }
      }
      let answers = try journals.map { journal in
        (
          try journal.realSamples(), try journal.candidates(plan: "plan-a"),
          try journal.generatedQuotas(plan: "plan-a", round: 0), try journal.attempts(key: "k")
        )
      }
      #expect(answers[0].0 == answers[1].0)
      #expect(answers[0].1 == answers[1].1)
      #expect(answers[0].2 == answers[1].2)
      #expect(answers[0].3 == answers[1].3)
    }
  }
}

import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport
import Testing

@Suite("Ledger: what a report asks for")
struct LedgerReportTests {
  /// Two plans of three methods, candidates of every status, some of them judged.
  private static func grown(_ ledger: Ledger) throws -> (made: [Candidate], reals: [Sample]) {
    let reals = LedgerFixture.reals(3)
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    var made: [Candidate] = []
    for (plan, second) in [("plan-a", "typos"), ("plan-b", "swap+typos")] {
      let methods = ["casing", second]
      let batches = methods.map { LedgerFixture.batch(plan: plan, method: $0) }
      var candidates = (0..<60).map { number in
        LedgerFixture.candidate(
          number,
          of: reals[number % 3],
          batch: batches[number % 2],
          quota: number % 4
        )
      }
      try ledger.record(candidates, batches: batches, plan: plan, round: 0, quotas: [0, 1, 2, 3])
      for number in candidates.indices {
        let status = CandidateStatus.allCases[number % 7 % 5]
        candidates[number].status = status
        candidates[number].verdicts = verdicts(number, status)
        if status == .duplicate {
          candidates[number].duplicate = DuplicateDecision(
            removed: candidates[number].sample.id,
            kept: number % 2 == 0 ? reals[0].id : candidates[0].sample.id,
            kind: .near,
            similarity: 0.875
          )
        }
      }
      // What was found first holds no more.
      var early = candidates
      for number in early.indices {
        early[number].verdicts = [Verdict(check: "early", .fail, evidence: "too early")]
      }
      try ledger.recordOutcomes(early)
      try ledger.recordOutcomes(candidates)
      made += candidates
    }
    return (made, reals)
  }

  private static func verdicts(_ number: Int, _ status: CandidateStatus) -> [Verdict] {
    guard status != .pending else { return [] }
    let stopper = status == .rejected ? ["length", "label_kept"][number % 2] : nil
    var verdicts = ["length", "label_kept"].map {
      Verdict(check: $0, $0 == stopper ? .fail : .pass, score: 0.5, evidence: "\($0) \(number)")
    }
    if stopper == nil, number.isMultiple(of: 3) {
      let outcome = status == .accepted ? .pass : Outcome.allCases[number / 3 % 3]
      let words =
        number.isMultiple(of: 2)
        ? "the judges differ by 0.75: `a` 1.00, `b` 0.25" : "good enough: `a` 1.00, `b` 0.90"
      verdicts.append(
        Verdict(check: JudgePanel.checkName, outcome, score: 0.7, threshold: 0.6, evidence: words)
      )
    }
    return verdicts
  }

  @Test("the overview of the candidates is that of candidates in memory")
  func overview() throws {
    let ledger = try Ledger.inMemory()
    let grown = try Self.grown(ledger)
    let plans = ["plan-a", "plan-b"]
    let lines = try ledger.candidateLines(plans: plans)
    #expect(Set(lines) == Set(grown.made.map(CandidateLine.init)))
    #expect(lines.count == grown.made.count)
    let stored = try CandidateOverview(
      lines,
      panel: try ledger.panelTally(plans: plans),
      candidates: { try ledger.candidates($0, plans: plans) },
      samples: { try ledger.samples($0) }
    )
    let inMemory = CandidateOverview(
      grown.made,
      among: grown.reals.map { ExportSample(sample: $0) }
    )
    #expect(stored == inMemory)
    #expect(stored.methods.map(\.method) == ["casing", "swap+typos", "typos"])
    #expect(stored.methods.map(\.total) == [60, 30, 30])
    #expect(stored.accepted.count == 10 && stored.rejected.count == 12)
    #expect(stored.repeating.count == 5)
    #expect(Set(stored.rejected.map(\.rejectingCheck)) == ["length", "label_kept"])
    #expect(stored.panel.total > 0 && stored.panel.disagreements > 0)
    #expect(Outcome.allCases.allSatisfy { (stored.panel.counts[$0] ?? 0) > 0 })
  }

  @Test("the batches behind a version are all of its plans, and of no other")
  func batches() throws {
    let ledger = try Ledger.inMemory()
    let grown = try Self.grown(ledger)
    let accepted = grown.made.filter {
      $0.status == .accepted && $0.sample.provenance.method?.name == "swap+typos"
    }
    let version = LedgerFixture.version(grown.reals + accepted.map(\.sample))
    try ledger.record(version)
    let behind = try ledger.batches(behind: version.id)
    #expect(Set(behind.map(\.batch.plan)) == ["plan-b"])
    #expect(behind.map(\.batch.method) == ["casing", "swap+typos"])
    #expect(try ledger.batches(behind: "none").isEmpty)
  }

  @Test("the rows of a version are its samples without their verdicts")
  func rows() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    let rows = try ledger.rows(in: grown.version)
    #expect(rows == (try ledger.samples(in: grown.version)).map(\.sample))
    #expect(try ledger.rows(in: grown.version, 1..<2) == [rows[1]])
    #expect(throws: SeedbedError.self) {
      try ledger.rows(in: LedgerFixture.version(LedgerFixture.reals(1)))
    }
  }
}

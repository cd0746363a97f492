import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Testing

@Suite("Ledger: what the rules refuse")
struct LedgerGateTests {
  struct Lack: Sendable, CustomTestStringConvertible {
    var part: String
    var remove: @Sendable (inout Sample) -> Void
    var testDescription: String { part }
  }

  static let lacks = [
    Lack(part: "source span") { $0.provenance.source.span = nil },
    Lack(part: "method") { $0.provenance.method = nil },
    Lack(part: "generation depth") { $0.provenance.depth = 0 },
    Lack(part: "parents") { $0.provenance.parents = [] },
    Lack(part: "batch") { $0.provenance.batch = nil },
    Lack(part: "prompt version") { $0.provenance.model = "writer-1" },
    Lack(part: "synthetic origin") { $0.origin = .real },
  ]

  @Test("a candidate without full provenance stores nothing of its call", arguments: lacks)
  func provenance(lack: Lack) throws {
    let ledger = try Ledger.inMemory()
    let reals = LedgerFixture.reals(1)
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    let batch = LedgerFixture.batch()
    var candidates = (0..<3).map { LedgerFixture.candidate($0, of: reals[0], batch: batch) }
    lack.remove(&candidates[2].sample)
    let error = #expect(throws: SeedbedError.self) {
      try ledger.record(candidates, batches: [batch], plan: "plan-a", round: 0, quotas: [0])
    }
    #expect(error?.code == .gate)
    #expect(error?.message.contains(lack.part) == true)
    #expect(error?.message.contains(candidates[2].sample.id.hex) == true)
    #expect(try ledger.candidates(plan: "plan-a").isEmpty)
    #expect(try ledger.generatedQuotas(plan: "plan-a", round: 0).isEmpty)
    #expect(try ledger.batchSummary().isEmpty)
  }

  @Test("a parent or a batch that is not in the ledger is named")
  func unknownReferences() throws {
    let ledger = try Ledger.inMemory()
    let batch = LedgerFixture.batch(), orphan = LedgerFixture.real(0)
    let candidate = LedgerFixture.candidate(0, of: orphan, batch: batch)
    let noBatch = #expect(throws: SeedbedError.self) {
      try ledger.record([candidate], batches: [], plan: "plan-a", round: 0, quotas: [])
    }
    #expect(noBatch?.message.contains("the batch `\(batch.id)`, which is not recorded") == true)
    let noParent = #expect(throws: SeedbedError.self) {
      try ledger.record([candidate], batches: [batch], plan: "plan-a", round: 0, quotas: [])
    }
    #expect(noParent?.message.contains("the parent `\(orphan.id.hex)`") == true)
  }

  @Test("a parent may come later in the same call than its child")
  func parentLater() throws {
    let ledger = try Ledger.inMemory()
    let reals = LedgerFixture.reals(1), batch = LedgerFixture.batch()
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    var family = [LedgerFixture.candidate(0, of: reals[0], batch: batch)]
    for draw in 1..<8 {
      family.append(LedgerFixture.candidate(draw, of: family[draw - 1].sample, batch: batch))
    }
    try ledger.record(
      family.reversed(),
      batches: [batch],
      plan: "plan-a",
      round: 0,
      quotas: [0]
    )
    #expect(try ledger.candidates(plan: "plan-a") == family)
    try ledger.record(family, batches: [batch], plan: "plan-a", round: 0, quotas: [0])
    #expect(try ledger.candidates(plan: "plan-a") == family)
  }

  @Test("a synthetic sample is never taken for real data")
  func syntheticAsReal() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    let samples = [grown.candidates[0].sample]
    let error = #expect(throws: SeedbedError.self) {
      try ledger.replaceRealData(samples, LedgerFixture.data(samples))
    }
    #expect(error?.code == .gate)
    #expect(try ledger.realSamples() == grown.reals)
    var disguised = samples[0]
    disguised.origin = .real
    #expect(throws: SeedbedError.self) {
      try ledger.replaceRealData([disguised], LedgerFixture.data([disguised]))
    }
  }

  struct Member: Sendable, CustomTestStringConvertible {
    var reason: String
    var sample: @Sendable (LedgerFixture.Grown) -> Sample
    var testDescription: String { reason }
  }

  static let members = [
    Member(reason: "its check `length` failed (rule 5)") { $0.candidates[1].sample },
    Member(reason: "it has no verdict: it was never checked (rule 5)") { $0.candidates[2].sample },
    Member(reason: "it is not in the ledger") { _ in LedgerFixture.real(77) },
    Member(reason: "it is synthetic and not real (rule 4)") {
      var sample = $0.candidates[0].sample
      sample.origin = .real
      return sample
    },
    Member(reason: "it is real and the part is for synthetic samples (rule 4)") {
      var sample = $0.reals[1]
      sample.split = .syntheticEval
      return sample
    },
  ]

  @Test("a version with a member that may not enter is refused by name", arguments: members)
  func version(member: Member) throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    let sample = member.sample(grown)
    let version = LedgerFixture.version([grown.reals[0], sample])
    let error = #expect(throws: SeedbedError.self) { try ledger.record(version) }
    #expect(error?.code == .gate)
    #expect(error?.message.hasSuffix(member.reason) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains(sample.id.hex) == true)
    #expect(try ledger.versions().map(\.id) == [grown.version.id])
  }

  @Test("one undecided verdict among passes keeps a sample out")
  func undecided() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    var candidate = grown.candidates[0]
    candidate.verdicts.append(Verdict(check: "judge", .undecided, evidence: "the panel was split"))
    try ledger.recordOutcomes([candidate])
    let error = #expect(throws: SeedbedError.self) {
      try ledger.record(LedgerFixture.version([candidate.sample]))
    }
    #expect(error?.message.hasSuffix("its check `judge` is undecided (rule 5)") == true)
  }

  @Test("a failing verdict is found among many")
  func manyVerdicts() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    var candidate = grown.candidates[0]
    candidate.verdicts = (0..<50).map {
      Verdict(check: "check_\($0)", $0 == 49 ? .fail : .pass, evidence: "\($0)")
    }
    try ledger.recordOutcomes([candidate])
    #expect(try ledger.trace(idPrefix: candidate.sample.id.hex).verdicts == candidate.verdicts)
    let error = #expect(throws: SeedbedError.self) {
      try ledger.record(LedgerFixture.version([candidate.sample]))
    }
    #expect(error?.message.hasSuffix("its check `check_49` failed (rule 5)") == true)
  }

  @Test("verdicts taken back keep a sample out of new versions")
  func takenBack() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    var candidate = grown.candidates[0]
    candidate.verdicts = []
    candidate.status = .pending
    try ledger.recordOutcomes([candidate])
    #expect(throws: SeedbedError.self) {
      try ledger.record(LedgerFixture.version([candidate.sample]))
    }
  }
}

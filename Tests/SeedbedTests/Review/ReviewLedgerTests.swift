import GRDB
import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import Testing

@Suite("Ledger: people's decisions")
struct ReviewLedgerTests {
  private func decision(
    _ sample: SampleID,
    _ verdict: ReviewVerdict = .accept,
    version: String? = nil,
    by author: String = "Zoë\0\u{10FFFF}",
    at time: Int = 5_000
  ) -> ReviewDecision {
    ReviewDecision(
      sample: sample,
      purpose: version == nil ? .singleCheck : .spotCheck,
      version: version,
      author: author,
      verdict: verdict,
      reason: verdict == .reject ? "no\0good" : nil,
      decidedAt: time
    )
  }

  private func remake(_ grown: LedgerFixture.Grown, of old: Candidate) -> Remake {
    let batch = Batch(plan: grown.batch.plan, method: "review")
    var made = LedgerFixture.candidate(77, of: grown.reals[0], batch: batch)
    made.sample.provenance.parents = [old.sample.id]
    made.sample.provenance.depth = 2
    return Remake(candidate: LedgerFixture.passed(made), batch: batch)
  }

  @Test("come back as they were stored, each with its number")
  func roundTrip() throws {
    let ledger = try Ledger.inMemory(), grown = try LedgerFixture.grown(ledger)
    let old = grown.candidates[0], remake = remake(grown, of: old)
    var fix = decision(old.sample.id, .fix, version: grown.version.id)
    fix.correction = ReviewCorrection(text: "new\0text", label: "é", difficulty: .hard)
    let one = try ledger.record(decision(grown.candidates[1].sample.id, .reject), making: nil)
    let two = try ledger.record(fix, making: remake)
    #expect(one.number == 1 && two.number == 2)
    #expect(two.replacement == remake.candidate.sample.id)
    #expect(try ledger.reviewEvents(after: 0) == [.decided(one), .decided(two)])
    #expect(try ledger.reviewEvents(after: 1) == [.decided(two)])
    try ledger.withdraw(decision: 2, by: fix.author, at: 6_000)
    #expect(
      try ledger.reviewEvents(after: 2)
        == [.withdrawn(decision: 2, author: fix.author, at: 6_000, number: 3)]
    )
    let stored = try ledger.candidates(plan: grown.batch.plan)
    #expect(stored.first { $0.sample.id == two.replacement }?.status == .accepted)
    #expect(try ledger.integrityProblems().isEmpty)
  }

  @Test("and what a fix makes are stored together or not at all")
  func atomic() throws {
    let ledger = try Ledger.inMemory(), grown = try LedgerFixture.grown(ledger)
    let remake = remake(grown, of: grown.candidates[0])
    // A fix that changes nothing is refused by the schema.
    #expect(throws: SeedbedError.self) {
      try ledger.record(decision(grown.candidates[0].sample.id, .fix), making: remake)
    }
    #expect(try ledger.candidates(plan: grown.batch.plan).count == 3)
    #expect(try ledger.batchSummary().count == 1)
  }

  @Test("are taken back once, and only by the person who made them")
  func withdrawals() throws {
    let ledger = try Ledger.inMemory(), grown = try LedgerFixture.grown(ledger)
    _ = try ledger.record(decision(grown.candidates[0].sample.id, by: "ada"), making: nil)
    #expect(throws: SeedbedError.self) { try ledger.withdraw(decision: 1, by: "bob", at: 0) }
    #expect(throws: SeedbedError.self) { try ledger.withdraw(decision: 9, by: "ada", at: 0) }
    try ledger.withdraw(decision: 1, by: "ada", at: 0)
    #expect(throws: SeedbedError.self) { try ledger.withdraw(decision: 1, by: "ada", at: 0) }
    #expect(throws: SeedbedError.self) { try ledger.withdraw(decision: 2, by: "ada", at: 0) }
    #expect(try ledger.reviewEvents(after: 0).count == 2)
  }

  @Test("of real rows are refused")
  func real() throws {
    let ledger = try Ledger.inMemory(), grown = try LedgerFixture.grown(ledger)
    let error = #expect(throws: SeedbedError.self) {
      try ledger.record(decision(grown.reals[0].id), making: nil)
    }
    #expect(error?.code == .gate)
  }

  @Test(
    "never change",
    arguments: [
      "UPDATE reviews SET verdict = 'accept'", "DELETE FROM reviews",
      "UPDATE releases SET because = 'x'", "DELETE FROM releases",
      "INSERT INTO reviews (sample, purpose, author, verdict, decided_at) SELECT sample, purpose, "
        + "author, 'reject', 1 FROM reviews",
      "INSERT INTO releases SELECT 9, version || 'x', author, 0, 0, 0, 0, 0, 'release', NULL "
        + "FROM releases",
    ]
  )
  func schema(sql: String) throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let ledger = try Ledger(path: path), grown = try LedgerFixture.grown(ledger)
      _ = try ledger.record(decision(grown.candidates[1].sample.id, .reject), making: nil)
      try ledger.record(release(of: grown.version.id))
      try DatabaseQueue(path: path).write { db in
        _ = #expect(throws: DatabaseError.self) { try db.execute(sql: sql) }
      }
    }
  }

  private func release(of version: String) -> Release {
    Release(
      version: version,
      author: "ada",
      releasedAt: 7_000,
      checked: 100,
      wrong: 1,
      upperBound: 0.0439,
      limit: 0.05,
      ruling: "release"
    )
  }

  @Test("let a version go once")
  func releases() throws {
    let ledger = try Ledger.inMemory(), grown = try LedgerFixture.grown(ledger)
    let release = release(of: grown.version.id)
    try ledger.record(release)
    var again = release
    again.author = "bob"
    try ledger.record(again)
    #expect(try ledger.releases() == [release])
  }

  @Test("let a version go against the rule only with a reason")
  func forced() throws {
    let ledger = try Ledger.inMemory(), grown = try LedgerFixture.grown(ledger)
    var release = release(of: grown.version.id)
    release.ruling = "block"
    #expect(throws: SeedbedError.self) { try ledger.record(release) }
    release.because = "for a talk"
    try ledger.record(release)
    #expect(try ledger.releases() == [release])
  }

  @Test("are told to the stop rules: rejected cases, the spot check, the newest release")
  func state() throws {
    let ledger = try Ledger.inMemory()
    #expect(try ledger.reviewState(by: ReleaseRule()) == ReviewState())
    let grown = try LedgerFixture.grown(ledger)
    let accepted = grown.candidates[0].sample.id, rejected = grown.candidates[1].sample.id
    var state = ReviewState(rejected: 1, newestVersion: grown.version.id)
    #expect(try ledger.reviewState(by: ReleaseRule()) == state)
    _ = try ledger.record(decision(rejected, .skip, by: "ada"), making: nil)
    #expect(try ledger.reviewState(by: ReleaseRule()) == state)
    _ = try ledger.record(decision(rejected, .accept, by: "ada"), making: nil)
    state.rejectedReviewed = 1
    #expect(try ledger.reviewState(by: ReleaseRule()) == state)
    // The version has one synthetic row, so looking at it is looking at all.
    let spot = try ledger.record(
      decision(accepted, .reject, version: grown.version.id, by: "ada"),
      making: nil
    )
    state.spotCheckPassed = false
    #expect(try ledger.reviewState(by: ReleaseRule()) == state)
    try ledger.withdraw(decision: try #require(spot.number), by: "ada", at: 0)
    _ = try ledger.record(decision(accepted, version: grown.version.id, by: "ada"), making: nil)
    try ledger.record(release(of: grown.version.id))
    state.spotCheckPassed = true
    state.releasedVersion = grown.version.id
    #expect(try ledger.reviewState(by: ReleaseRule()) == state)
  }

  @Test("stand in the life of a sample, before and after, and when they were taken back")
  func trace() throws {
    let ledger = try Ledger.inMemory(), grown = try LedgerFixture.grown(ledger)
    let old = grown.candidates[0], remake = remake(grown, of: old)
    var fix = decision(old.sample.id, .fix, version: grown.version.id, by: "ada")
    fix.correction = ReviewCorrection(text: remake.candidate.sample.text, difficulty: .hard)
    _ = try ledger.record(fix, making: remake)
    for id in [old.sample.id, remake.candidate.sample.id] {
      let reviews = try ledger.trace(idPrefix: id.hex).reviews
      #expect(reviews.map(\.decision.author) == ["ada"])
      #expect(reviews.first?.before.text == old.sample.text)
      #expect(reviews.first?.after?.text == remake.candidate.sample.text)
      #expect(reviews.first?.withdrawnAt == nil)
    }
    try ledger.withdraw(decision: 1, by: "ada", at: 6_000)
    for id in [old.sample.id, remake.candidate.sample.id] {
      #expect(try ledger.trace(idPrefix: id.hex).reviews.first?.withdrawnAt == 6_000)
    }
    let json = try ledger.trace(idPrefix: old.sample.id.hex).json
    #expect(json["reviews"]?.array?.first?["difficulty"]?.string == "hard")
    #expect(try ledger.humanOpinions().isEmpty)
  }
}

import SeedbedData
import SeedbedKernels
import SeedbedLedger
import SeedbedPipeline
import Testing

@Suite("Ledger: versions")
struct LedgerVersionTests {
  @Test("a version is stored once and comes back whole")
  func storedOnce() throws {
    let ledger = try Ledger.inMemory(clock: { 42 })
    let grown = try LedgerFixture.grown(ledger)
    try ledger.record(grown.version)
    #expect(try ledger.versions().count == 1)
    #expect(try ledger.versionCount() == 1)
    #expect(try ledger.reviewState(by: ReleaseRule()).newestVersion == grown.version.id)
    for prefix in ["latest", grown.version.id, String(grown.version.id.prefix(4))] {
      #expect(try ledger.version(prefix: prefix) == grown.version)
    }
    let summary = try #require(try ledger.versions().first)
    #expect(summary.id == grown.version.id && summary.createdAt == 42)
    #expect(summary.run == grown.run.id && summary.holdoutSeal == "5ea1")
    #expect(summary.count(.train, .real) == 2 && summary.count(.train, .synthetic) == 1)
    #expect(summary.count(.validation, .real) == 0)
    #expect(summary.leakScan == grown.version.leakScan)
    #expect(
      summary.json.keys == ["id", "created_at", "run", "holdout_seal", "counts", "leak_scan"]
    )
  }

  @Test("a leak scan comes back with its leaks")
  func leakScan() throws {
    let ledger = try Ledger.inMemory()
    let reals = LedgerFixture.reals(1)
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    var version = LedgerFixture.version(reals)
    version.leakScan = LeakScan(
      threshold: 0.7,
      compared: 3,
      crossingGroups: 1,
      leaks: [
        LeakScan.Leak(
          sample: reals[0].id,
          split: "train",
          other: "row 7",
          otherSplit: "holdout",
          similarity: 1.0 / 3.0
        )
      ]
    )
    version.holdoutSeal = nil
    version = DatasetVersion(
      run: "r",
      holdoutSeal: nil,
      members: version.members,
      leakScan: version.leakScan
    )
    try ledger.record(version)
    #expect(try ledger.version(prefix: "latest") == version)
  }

  @Test("without a version, the error says how to make one")
  func none() throws {
    let ledger = try Ledger.inMemory()
    let latest = #expect(throws: SeedbedError.self) { try ledger.version(prefix: "latest") }
    #expect(latest?.code == .notFound && latest?.message == "there is no version yet")
    let unknown = #expect(throws: SeedbedError.self) { try ledger.version(prefix: "abcdef") }
    #expect(unknown?.hint == "there is none yet")
    let foreign = LedgerFixture.version(LedgerFixture.reals(1))
    #expect(throws: SeedbedError.self) { try ledger.samples(in: foreign) }
  }

  @Test("samples come in member order with their part and verdicts")
  func samples() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    let samples = try ledger.samples(in: grown.version)
    #expect(samples.map(\.sample.id) == grown.version.members.map(\.sample))
    #expect(samples.allSatisfy { $0.sample.split == .train })
    let synthetic = try #require(samples.first { $0.sample.origin == .synthetic })
    #expect(synthetic.sample == grown.candidates[0].sample)
    #expect(synthetic.verdicts == grown.candidates[0].verdicts)
    #expect(samples.allSatisfy { $0.sample.origin == .synthetic || $0.verdicts.isEmpty })
  }

  @Test("a version gives the same rows whatever is recorded later")
  func immutable() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    let before = try ledger.samples(in: grown.version)
    // New verdicts, another tier, another place in the file, and an import without these rows.
    var candidate = grown.candidates[0]
    candidate.status = .rejected
    candidate.verdicts = [Verdict(check: "judge", .fail, evidence: "no")]
    candidate.sample.difficulty = DifficultyTag(.easy, reasons: [])
    try ledger.recordOutcomes([candidate])
    var moved = grown.reals
    for index in moved.indices {
      moved[index].provenance.source.row = 900 + index
      moved[index].split = .validation
    }
    try ledger.replaceRealData(moved, LedgerFixture.data(moved))
    try ledger.update(moved, realDuplicates: [])
    try ledger.replaceRealData([LedgerFixture.real(50)], LedgerFixture.data([]))
    let after = try ledger.samples(in: grown.version)
    #expect(after.map(\.sample) == before.map(\.sample))
    #expect(after.map(\.verdicts) == before.map(\.verdicts))
    #expect(try ledger.trace(idPrefix: candidate.sample.id.hex).verdicts == candidate.verdicts)
    #expect(try ledger.integrityProblems().isEmpty)
  }

  @Test("the closure that is lent samples may use the ledger, and its error comes through")
  func reentrant() throws {
    struct Stop: Error {}
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    var seen = 0
    #expect(throws: Stop.self) {
      try ledger.forEachSample(in: grown.version) { sample, _ in
        #expect(try ledger.trace(idPrefix: sample.id.hex).versions.count == 1)
        seen += 1
        if seen == 2 { throw Stop() }
      }
    }
    #expect(seen == 2)
  }

  @Test("reading the same file again adds no import")
  func sameImport() throws {
    let ledger = try Ledger.inMemory()
    var reals = LedgerFixture.reals(3)
    for _ in 0..<3 { try ledger.replaceRealData(reals, LedgerFixture.data(reals)) }
    // The same rows in another order are another reading, though the fingerprint is the same.
    reals.reverse()
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    #expect(try ledger.realSamples() == reals)
  }

  @Test("a difference names what was added, removed and moved")
  func difference() {
    let samples = LedgerFixture.reals(4)
    var moved = samples[1]
    moved.split = .validation
    let first = LedgerFixture.version([samples[0], samples[1], samples[2]])
    let second = LedgerFixture.version([samples[0], moved, samples[3]])
    let diff = second.changes(since: first)
    #expect(diff.added.map(\.sample) == [samples[3].id])
    #expect(diff.removed.map(\.sample) == [samples[2].id])
    #expect(diff.moved.map(\.sample) == [samples[1].id])
    #expect(diff.moved.map(\.from) == [.train] && diff.moved.map(\.to) == [.validation])
    #expect(diff.unchanged == 1 && !diff.isEmpty)
    #expect(first.changes(since: first).isEmpty)
  }

  @Test("calls from many tasks at once are all kept")
  func concurrent() async throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for index in 0..<20 {
            try ledger.record(
              RuleOverride(rule: "r", because: "\(task)", finding: "\(index)", run: "x")
            )
            _ = try ledger.version(prefix: "latest")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try ledger.overrides().count == 160)
    #expect(try ledger.version(prefix: "latest") == grown.version)
  }

  @Test("a hundred thousand samples go in and come out in order")
  func hundredThousand() throws {
    try LedgerFixture.withFolder { folder in
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      let reals = LedgerFixture.reals(100_000)
      try ledger.replaceRealData(reals, LedgerFixture.data(reals))
      #expect(try ledger.realSamples().map(\.id) == reals.map(\.id))
      let version = LedgerFixture.version(reals)
      try ledger.record(version)
      var position = 0
      try ledger.forEachSample(in: version) { sample, _ in
        if sample.id != version.members[position].sample { Issue.record("\(position) differs") }
        position += 1
      }
      #expect(position == reals.count)
    }
  }
}

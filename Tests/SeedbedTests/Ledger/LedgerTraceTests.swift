import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Testing

@Suite("Ledger: traces, batches and overrides")
struct LedgerTraceTests {
  @Test("a trace tells where a synthetic sample came from and where it went")
  func synthetic() throws {
    let ledger = try Ledger.inMemory(clock: { 1_700_000_000 })
    let grown = try LedgerFixture.grown(ledger)
    let candidate = grown.candidates[0]
    let trace = try ledger.trace(idPrefix: String(candidate.sample.id.hex.prefix(8)).uppercased())
    #expect(trace.sample == candidate.sample)
    let candidacy = try #require(trace.candidacies.first)
    #expect(trace.candidacies.count == 1)
    #expect(candidacy.plan == "plan-a" && candidacy.status == .accepted)
    #expect(candidacy.quota == 0 && candidacy.round == 0)
    #expect(trace.verdicts == candidate.verdicts)
    #expect(trace.duplicateOf == nil)
    #expect(trace.duplicates.map(\.removed) == [grown.candidates[2].sample.id])
    #expect(trace.batch == grown.batch)
    #expect(trace.ancestors == [grown.reals[0]])
    #expect(trace.versions.map(\.version) == [grown.version.id])
    #expect(trace.versions.map(\.split) == [.train])
    let duplicate = try ledger.trace(idPrefix: grown.candidates[2].sample.id.hex)
    #expect(duplicate.duplicateOf == grown.candidates[2].duplicate)
    #expect(duplicate.versions.isEmpty)
  }

  @Test("a trace of a real sample counts its children and shows twenty")
  func children() throws {
    let ledger = try Ledger.inMemory()
    let reals = LedgerFixture.reals(2), batch = LedgerFixture.batch()
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    let candidates = (0..<33).map { LedgerFixture.candidate($0, of: reals[1], batch: batch) }
    try ledger.record(candidates, batches: [batch], plan: "plan-a", round: 0, quotas: [0])
    let trace = try ledger.trace(idPrefix: reals[1].id.hex)
    #expect(trace.childCount == 33)
    #expect(trace.children == Array(candidates.map(\.sample.id).sorted().prefix(20)))
    #expect(trace.batch == nil && trace.candidacies.isEmpty && trace.ancestors.isEmpty)
    #expect(try ledger.trace(idPrefix: reals[0].id.hex).childCount == 0)
  }

  @Test("ancestors come once each, the nearest first")
  func ancestors() throws {
    let ledger = try Ledger.inMemory()
    let reals = LedgerFixture.reals(2), batch = LedgerFixture.batch()
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    let child = LedgerFixture.candidate(0, of: reals[0], batch: batch)
    var grandchild = LedgerFixture.candidate(1, of: child.sample, batch: batch)
    grandchild.sample.provenance.parents = [child.sample.id, reals[1].id, reals[0].id]
    let last = LedgerFixture.candidate(2, of: grandchild.sample, batch: batch)
    try ledger.record(
      [child, grandchild, last],
      batches: [batch],
      plan: "plan-a",
      round: 0,
      quotas: [0]
    )
    let ids = try ledger.trace(idPrefix: last.sample.id.hex).ancestors.map(\.id)
    #expect(ids == [grandchild.sample.id, child.sample.id, reals[1].id, reals[0].id])
  }

  @Test(
    "an id that names nothing, or is none, says so and how to go on",
    arguments: [
      ("abc", "`abc` is too short to name a sample"),
      ("xyzt", "`xyzt` is no id of a sample"),
      ("", "`` is too short to name a sample"),
      ("0000", "no sample has an id that begins with `0000`"),
      (String(repeating: "a", count: 33), "is no id of a sample"),
      ("ab'; --", "is no id of a sample"),
    ]
  )
  func badPrefixes(prefix: String, words: String) throws {
    let ledger = try Ledger.inMemory()
    _ = try LedgerFixture.grown(ledger)
    let error = #expect(throws: SeedbedError.self) { try ledger.trace(idPrefix: prefix) }
    #expect(error?.message.contains(words) == true)
    #expect(error?.hint != nil)
    #expect(error?.code == (words.hasPrefix("no sample") ? .notFound : .usage))
  }

  @Test("an ambiguous prefix names five of the samples it could be")
  func ambiguous() throws {
    let ledger = try Ledger.inMemory()
    var reals = LedgerFixture.reals(7)
    for index in reals.indices {
      reals[index].id = SampleID(Digest128(high: 0xABCD_0000_0000_0000, low: UInt64(index)))
    }
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    let error = #expect(throws: SeedbedError.self) { try ledger.trace(idPrefix: "abcd") }
    #expect(error?.code == .usage)
    let named = reals.prefix(5).map { "`\($0.id.hex)`" }.joined(separator: ", ")
    #expect(error?.message == "`abcd` could be more than one sample: \(named) and others")
    #expect(try ledger.trace(idPrefix: reals[3].id.hex).sample == reals[3])
  }

  @Test("a batch tells its runs, its losses and the versions it is in")
  func batches() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    let idle = LedgerFixture.batch(method: "synonyms")
    try ledger.record([], batches: [idle], plan: "plan-a", round: 1, quotas: [])
    let summaries = try ledger.batchSummary()
    #expect(summaries.map(\.batch) == [grown.batch, idle])
    #expect(summaries[0].runs == [grown.run.id])
    #expect(CandidateStatus.allCases.map(summaries[0].count) == [0, 1, 1, 1, 0])
    #expect(summaries[0].versions == [grown.version.id])
    #expect(summaries[1].counts.isEmpty && summaries[1].versions.isEmpty)
    // Recorded after the run had ended, so it belongs to none.
    #expect(summaries[1].runs.isEmpty)
    let content = try ledger.batch(prefix: String(grown.batch.id.prefix(6)))
    #expect(content.batch == grown.batch)
    let expected = grown.candidates.sorted { $0.sample.id < $1.sample.id }
    #expect(content.members.map(\.sample) == expected.map(\.sample.id))
    #expect(content.members.map(\.status) == expected.map(\.status))
    let unknown = #expect(throws: SeedbedError.self) { try ledger.batch(prefix: "0000") }
    #expect(unknown?.hint == "the newest are `\(idle.id)`, `\(grown.batch.id)`")
  }

  @Test("a trace shows the rules that were set aside in the runs of its batch")
  func overrides() throws {
    let ledger = try Ledger.inMemory(clock: { 1_234 })
    let grown = try LedgerFixture.grown(ledger)
    let override = RuleOverride(
      rule: "duplicates",
      because: "a first look",
      finding: "31 % duplicates",
      run: grown.run.id
    )
    try ledger.record(override)
    try ledger.record(RuleOverride(rule: "leaks", because: "b", finding: "c", run: "another"))
    let trace = try ledger.trace(idPrefix: grown.candidates[1].sample.id.hex)
    #expect(trace.overrides.map(\.override) == [override])
    #expect(trace.overrides.map(\.recordedAt) == [1_234])
    #expect(try ledger.overrides().map(\.override.rule) == ["duplicates", "leaks"])
    #expect(try ledger.trace(idPrefix: grown.reals[0].id.hex).overrides.isEmpty)
  }

  @Test("runs come newest first, as many as asked for")
  func runs() throws {
    let ledger = try Ledger.inMemory()
    let runs = (0..<5).map { RunRecord(command: "gaps", key: "k", startedAt: $0, attempt: $0) }
    for run in runs { try ledger.begin(run) }
    #expect(try ledger.runs(limit: 2) == [runs[4], runs[3]])
    #expect(try ledger.runs(limit: -1).isEmpty)
    #expect(try ledger.runs().count == 5)
  }

  @Test("the JSON of a trace has every key, whatever applies")
  func json() throws {
    let ledger = try Ledger.inMemory(clock: { 0 })
    let grown = try LedgerFixture.grown(ledger)
    let keys = [
      "sample", "candidacies", "verdicts", "duplicate_of", "duplicates", "batch", "ancestors",
      "children", "versions", "overrides", "reviews",
    ]
    let synthetic = try ledger.trace(idPrefix: grown.candidates[0].sample.id.hex).json
    let real = try ledger.trace(idPrefix: grown.reals[1].id.hex).json
    #expect(synthetic.keys == keys && real.keys == keys)
    #expect(real["batch"] == .null && real["duplicate_of"] == .null)
    #expect(synthetic["sample"]?["method"]?.string == "keyboard_noise")
    #expect(synthetic["sample"]?["fields"]?.object == grown.candidates[0].sample.fields)
    #expect(synthetic["sample"]?["verdicts"] == nil)
    #expect(synthetic["duplicates"]?.array?.first?["similarity"]?.double == 0.875)
    #expect(synthetic["ancestors"]?.array?.first?["id"]?.string == grown.reals[0].id.hex)
  }
}

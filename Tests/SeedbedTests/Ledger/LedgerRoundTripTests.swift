import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Testing

@Suite("Ledger: what goes in comes out")
struct LedgerRoundTripTests {
  static let texts = [
    "", "plain", "a\0b\0", "\0", "\u{10FFFF}", "\u{10FFFF}0\0\u{10FFFF}1", "\u{10FFFE}\u{100000}",
    "e\u{301} and \u{e9}", "👩‍👩‍👧 \u{202E}abc", "line\r\nline\u{2028}\t\"quoted\" \\ 'single'",
    String(repeating: "长", count: 100_000), "'); DROP TABLE samples; --", "\u{FEFF}bom",
  ]

  @Test("texts survive byte for byte", arguments: texts)
  func text(text: String) throws {
    let ledger = try Ledger.inMemory()
    var sample = LedgerFixture.real(0, text: text, label: text)
    sample.comparisonText = text + "\n" + text
    try ledger.replaceRealData([sample], LedgerFixture.data([sample]))
    let stored = try #require(try ledger.realSamples().first)
    #expect(stored == sample)
    #expect(Array(stored.text.utf8) == Array(text.utf8))
    #expect(stored.label.map { Array($0.utf8) } == Array(text.utf8))
    #expect(Array(stored.comparisonText.utf8) == Array(sample.comparisonText.utf8))
  }

  @Test("a comparison text that only looks equal to the text is kept as it is")
  func canonicallyEqualComparisonText() throws {
    let ledger = try Ledger.inMemory()
    var sample = LedgerFixture.real(0, text: "caf\u{e9}")
    sample.comparisonText = "cafe\u{301}"
    try ledger.replaceRealData([sample], LedgerFixture.data([sample]))
    let stored = try #require(try ledger.realSamples().first)
    #expect(Array(stored.comparisonText.utf8) == Array("cafe\u{301}".utf8))
  }

  @Test("every part of a real sample survives")
  func realSample() throws {
    let ledger = try Ledger.inMemory()
    var sample = LedgerFixture.real(3)
    sample.fields = [
      "z": 1.0, "a": [nil, true, ["deep": "x"]], "": "empty key", "big": 12_345_678_901_234,
      "float": .number(try #require(JSONNumber(literal: "1e400"))),
    ]
    sample.textPath = FieldPath([.key("a.b"), .index(0), .key("[1]")])
    sample.spans = [TextSpan(start: 0, end: 1, label: "who", text: "I")]
    sample.tags = ["span_invalid", "span_repaired"]
    sample.split = .validation
    sample.difficulty = DifficultyTag(.adversarial, reasons: [])
    sample.provenance.source = SourceReference(id: "data.jsonl")
    try ledger.replaceRealData([sample], LedgerFixture.data([sample]))
    #expect(try ledger.realSamples() == [sample])
  }

  @Test("every part of a candidate survives")
  func candidate() throws {
    let ledger = try Ledger.inMemory()
    let reals = LedgerFixture.reals(3)
    try ledger.replaceRealData(reals, LedgerFixture.data(reals))
    let batch = Batch(plan: "plan-a", method: "evolve", model: "writer-1", promptVersion: "9f")
    var candidate = LedgerFixture.passed(LedgerFixture.candidate(4, of: reals[2], batch: batch))
    // Parents in an order that is not that of their ids.
    candidate.sample.provenance.parents = reals.map(\.id).sorted(by: >)
    candidate.sample.provenance.model = "writer-1"
    candidate.sample.provenance.promptVersion = "9f"
    candidate.sample.provenance.depth = 3
    candidate.sample.provenance.edits = [
      Edit(start: 0, end: 2, replacement: "\0\"é"), Edit(start: 4, end: 4, replacement: ""),
    ]
    candidate.sample.provenance.method?.parameters = ["words": ["a", "b"], "rate": 0.10]
    candidate.verdicts.append(
      Verdict(check: "odd", .pass, score: .infinity, threshold: -0.0, evidence: "nul \0 inside")
    )
    try ledger.record([candidate], batches: [batch], plan: "plan-a", round: 0, quotas: [0])
    #expect(try ledger.candidates(plan: "plan-a") == [candidate])
  }

  @Test("a score that is no number comes back as no score, and adds no revision each time")
  func notANumber() throws {
    let ledger = try Ledger.inMemory()
    let grown = try LedgerFixture.grown(ledger)
    var candidate = grown.candidates[1]
    candidate.verdicts = [Verdict(check: "odd", .undecided, score: .nan, evidence: "0 / 0")]
    try ledger.recordOutcomes([candidate])
    try ledger.recordOutcomes([candidate])
    let stored = try ledger.trace(idPrefix: candidate.sample.id.hex).verdicts
    #expect(stored == [Verdict(check: "odd", .undecided, evidence: "0 / 0")])
  }
}

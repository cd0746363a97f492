import SeedbedData
import SeedbedPipeline
import Testing

/// All pairs of llmbar, judged by a script that a Python program repeats with scikit-learn's measures.
@Suite("Calibration on llmbar", .enabled(if: JudgingFixture.shared("llmbar") != nil))
struct CalibrationLLMBarTests {
  private static func calibration(_ script: JudgingScript) throws -> Calibration {
    try Calibration(
      judges: [script.judge("script")],
      rubric: Rubric.standard(for: .instruction),
      repeats: 2,
      seed: 3
    )
  }

  private static func same(_ number: Double?, _ expected: JSONValue?) -> Bool {
    guard let number, let expected = expected?.double else { return false }
    return abs(number - expected) <= 1e-12
  }

  @Test("scores: kappa, precision, recall and F1 at every threshold equal scikit-learn's")
  func scores() async throws {
    let script = try #require(try JudgingScript())
    let golden = try #require(JudgingFixture.golden()["llmbar"]?["scores"])
    let cases = CalibrationCases.pairs(script.pairs).asScored
    #expect(cases.count == golden["cases"]?.int)
    let judge = try await Self.calibration(script).run(cases).judges[0]
    let rows = try #require(golden["rows"]?.array)
    try #require(judge.decisions.rows.count == rows.count)
    for (row, expected) in zip(judge.decisions.rows, rows) {
      #expect(Self.same(row.threshold, expected["threshold"]))
      #expect(row.passed == expected["passed"]?.int)
      #expect(Self.same(row.kappa, expected["kappa"]))
      #expect(Self.same(row.precision, expected["precision"]))
      #expect(Self.same(row.recall, expected["recall"]))
      #expect(Self.same(row.f1, expected["f1"]))
    }
    let record = judge.record
    #expect(Self.same(record.threshold, golden["best"]))
    #expect(Self.same(record.consistency, golden["consistency"]))
    #expect(Self.same(record.undecidedShare, golden["undecided_share"]))
    #expect(Self.same(record.lengthBias, golden["length_bias"]))
    #expect(Self.same(judge.correlation, golden["spearman"]))
    #expect(record.positionBias == nil)
    #expect(judge.problems.map(\.problem) == [.misquoted])
    #expect(!record.isStable && record.reasons.count == 1, "\(record.reasons)")
  }

  @Test("pairs: kappa, precision, recall and biases equal the script's")
  func pairs() async throws {
    let script = try #require(try JudgingScript())
    let golden = try #require(JudgingFixture.golden()["llmbar"]?["pairs"])
    #expect(script.pairs.count == 619)
    let judge = try await Self.calibration(script).run(.pairs(script.pairs)).judges[0]
    let record = judge.record
    #expect(Self.same(record.kappa, golden["kappa"]))
    #expect(Self.same(record.precision, golden["precision"]))
    #expect(Self.same(record.recall, golden["recall"]))
    #expect(Self.same(record.f1, golden["f1"]))
    #expect(Self.same(record.positionBias, golden["position_bias"]))
    #expect(Self.same(record.lengthBias, golden["length_bias"]))
    #expect(Self.same(record.consistency, golden["consistency"]))
    #expect(judge.problems.map(\.problem) == [.refused, .flipped])
    #expect(record.threshold == nil && record.cases == 619)
  }

  @Test(
    "the same seed gives the same report, however many requests are in flight and threads at work"
  )
  func determinism() async throws {
    let script = try #require(try JudgingScript())
    let cases = CalibrationCases.pairs(Array(script.pairs.prefix(80)))
    var reports: [String] = []
    for (width, threads) in [(1, 1), (64, 2)] {
      let calibration = try Calibration(
        judges: [script.judge("one"), script.judge("two")],
        rubric: Rubric.standard(for: .instruction),
        repeats: 2,
        seed: 3,
        width: width,
        threads: threads
      )
      reports.append(try await calibration.run(cases).json.serialized())
    }
    #expect(reports[0] == reports[1])
  }
}

import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("The measurement of a run")
struct HoldoutMeasurementTests {
  private static func samples(_ rows: [UtilityRow]) throws -> [Sample] {
    try PipelineFixture.real(rows.map { (text: $0.text, label: $0.label ?? "") })
  }

  private static func measure(
    _ train: [Sample],
    _ test: [UtilityRow],
    threads: Int = 2
  ) async throws -> HoldoutMeasurement? {
    try await HoldoutMeasurement.measure(
      train: train,
      test: TestRows(test),
      seed: 3,
      threads: threads
    )
  }

  @Test("copies of the rows do not help", arguments: 1...3)
  func copies(seed: Int) async throws {
    var rows = EvaluationRows(seed)
    let real = try Self.samples(rows.rows(10)), test = rows.rows(60)
    let copied = real.map { PipelineFixture.child(of: $0, $0.text) }
    let honest = try #require(try await Self.measure(real + copied, test))
    #expect(honest.effect == .cannotTell)
    #expect(try #require(honest.strength) > 1)
  }

  @Test("it is what a full evaluation begins with, on any number of threads")
  func same() async throws {
    var rows = EvaluationRows(9)
    let real = try Self.samples(rows.rows(12)), test = rows.rows(40)
    let made = try Self.samples(rows.rows(12)).enumerated().map { number, sample in
      PipelineFixture.child(of: real[number], sample.text, label: sample.label)
    }
    let one = try #require(try await Self.measure(real + made, test, threads: 1))
    #expect(try await Self.measure(real + made, test, threads: 2) == one)
    let shuffled = PipelineFixture.permuted(real + made, seed: 4)
    #expect(try await Self.measure(shuffled, test) == one)
    var options = UtilityOptions()
    options.seed = 3
    options.sweeps = false
    options.leavesOut = false
    options.drawsCurve = false
    let full = try await UtilityEvaluation(
      train: real + made,
      test: TestRows(test),
      options: options
    ).report()
    #expect(one.strength == full.strength)
    #expect(full.arms.map(\.name) == ["real", "synthetic", "mix"])
    #expect(one.real == full.arms[0].macroF1 && one.mixed == full.arms[2].macroF1)
    #expect(one.difference == full.headline?.macroF1.interval)
    #expect(one.pValue == full.headline?.macroF1.pValue)
    #expect(one.effect == full.headline?.effect && one.rows == full.testRows)
  }

  @Test("it says nothing without labels, without synthetic rows, or without a common label")
  func nothing() async throws {
    var rows = EvaluationRows(5)
    let real = try Self.samples(rows.rows(6)), test = rows.rows(6)
    let made = real.map { PipelineFixture.child(of: $0, $0.text + " again") }
    #expect(try await Self.measure(real, test) == nil)
    #expect(try await Self.measure(made, test) == nil)
    var unlabelled = made
    unlabelled[0].label = nil
    #expect(try await Self.measure(real + unlabelled, test) == nil)
    let strangers = test.map { UtilityRow(text: $0.text, label: "another") }
    #expect(try await Self.measure(real + made, strangers) == nil)
    let single = real.filter { $0.label == "intent 0" }
    #expect(try await Self.measure(single + made, test) == nil)
  }
}

import Foundation
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("The learning curve of an evaluation")
struct LearningCurveTests {
  @Test(
    "a law without noise is found again",
    arguments: [(0.1, 2.0, 0.5), (0.0, 1.5, 0.25), (0.3, 5.0, 0.9), (0.05, -0.4, 0.4)]
  )
  func exact(floor: Double, scale: Double, exponent: Double) throws {
    let rows = (1...10).map { $0 * 100 }
    let errors = rows.map { floor + scale * pow(Double($0), -exponent) }
    let law = try #require(SaturatingPowerLaw(rows: rows, errors: errors))
    for (rows, error) in zip(rows, errors) { #expect(abs(law.error(at: rows) - error) < 1e-6) }
    #expect(abs(law.error(at: 2000) - (floor + scale * pow(2000, -exponent))) < 1e-4)
  }

  @Test("too few points, and points that are no numbers, have no law")
  func degenerate() {
    #expect(SaturatingPowerLaw(rows: [1, 2, 3], errors: [0.3, 0.2, 0.1]) == nil)
    #expect(SaturatingPowerLaw(rows: [1, 1, 2, 3], errors: [0.3, 0.3, 0.2, 0.1]) == nil)
    #expect(SaturatingPowerLaw(rows: [1, 2, 3, 4], errors: [0.3, .nan, 0.2, 0.1]) == nil)
    #expect(SaturatingPowerLaw(rows: [0, 2, 3, 4], errors: [0.3, 0.3, 0.2, 0.1]) == nil)
    let flat = SaturatingPowerLaw(rows: [10, 20, 30, 40], errors: [0.2, 0.2, 0.2, 0.2])
    #expect(abs((flat?.error(at: 1000) ?? 0) - 0.2) < 1e-12)
  }

  @Test("a curve that rises says that more rows help, with an interval that holds what they give")
  func rises() async throws {
    var made = EvaluationRows(31)
    let rows = made.rows(40), test = made.rows(100)
    var options = UtilityOptions.brief
    options.drawsCurve = true
    options.moreRows = 1000
    func report(_ real: [UtilityRow]) async throws -> UtilityReport {
      try await UtilityEvaluation(real: real, synthetic: [], test: test, options: options).report()
    }
    let half = try await report(Array(rows.prefix(120)))
    let curve = try #require(half.curve)
    #expect(curve.points.map(\.rows) == (1...10).map { $0 * 12 })
    #expect(curve.gains.map(\.rows) == [30, 60, 120, 1000])
    #expect(curve.gains.last?.effect == .helps)
    let gain = curve.gains[2]
    let whole = try await report(rows)
    let given = whole.arms[0].macroF1.estimate - half.arms[0].macroF1.estimate
    #expect(try #require(gain.change).contains(given))
  }

  @Test("a curve of chance cannot tell")
  func flat() async throws {
    var made = EvaluationRows(32)
    let rows = made.poisoned(made.rows(20), batch: "none"), test = made.rows(40)
    var options = UtilityOptions.brief
    options.drawsCurve = true
    let report = try await UtilityEvaluation(
      real: rows,
      synthetic: [],
      test: test,
      options: options
    ).report()
    let curve = try #require(report.curve)
    #expect(curve.gains.allSatisfy { $0.effect == .cannotTell })
  }

  @Test("too few rows have no curve")
  func few() async throws {
    var made = EvaluationRows(33)
    let rows = made.rows(3)
    var options = UtilityOptions.brief
    options.drawsCurve = true
    let report = try await UtilityEvaluation(
      real: rows,
      synthetic: [],
      test: made.rows(5),
      options: options
    ).report()
    #expect(report.curve == nil)
  }
}

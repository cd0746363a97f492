import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("Shares of synthetic rows")
struct MixingSweepTests {
  @Test(
    "the rule of thumb by the number of real rows",
    arguments: [
      (0, 1.0...1.0, true), (1, 0...0.7, false), (999, 0...0.7, false), (1_000, 0.3...0.5, false),
      (10_000, 0.3...0.5, false), (10_001, 0...0, false),
    ]
  )
  func recommended(rows: Int, shares: ClosedRange<Double>, isTemporary: Bool) {
    let ratio = MixingRatio.recommended(realRows: rows)
    #expect(ratio.shares == shares && ratio.isTemporary == isTemporary)
    #expect(!ratio.words.isEmpty)
  }

  static func sweep(
    total: UtilityOptions.Total,
    synthetic count: Int = 10
  ) async throws -> MixingSweep {
    var rows = EvaluationRows(21)
    var options = UtilityOptions.brief
    options.sweeps = true
    options.total = total
    let report = try await UtilityEvaluation(
      real: rows.rows(10),
      synthetic: rows.rows(count, batch: "more"),
      test: rows.rows(20),
      options: options
    ).report()
    return try #require(report.mixing)
  }

  @Test("grown: all real rows stay, synthetic ones have their share, what is too much is said")
  func grown() async throws {
    let sweep = try await Self.sweep(total: .grown)
    #expect(sweep.points.map { Int(($0.share * 100).rounded()) } == (0...10).map { $0 * 10 })
    for point in sweep.points.dropLast() {
      #expect(point.realRows == 60)
      let share = Double(point.syntheticRows) / Double(60 + point.syntheticRows)
      #expect(abs(share - point.share) < 0.01)
      #expect((point.value != nil) == (point.syntheticRows <= 60))
    }
    #expect(sweep.points[6].syntheticRows == 90 && sweep.points[6].value == nil)
    #expect(sweep.points[10].realRows == 0 && sweep.points[10].syntheticRows == 60)
    #expect(
      sweep.points.filter(\.isRecommended).map(\.syntheticRows) == [0, 7, 15, 26, 40, 60, 90, 140]
    )
    #expect(sweep.points[0].change == nil && sweep.points[1].change != nil)
  }

  @Test("constant: the total stays, and every share can be had")
  func constant() async throws {
    let sweep = try await Self.sweep(total: .constant, synthetic: 5)
    #expect(sweep.points.allSatisfy { $0.realRows + $0.syntheticRows == 30 && $0.value != nil })
    #expect(sweep.points.map(\.syntheticRows) == (0...10).map { $0 * 3 })
  }

  @Test("shares are judged together: p-values are adjusted upwards")
  func adjusted() async throws {
    let sweep = try await Self.sweep(total: .constant)
    for point in sweep.points {
      guard let change = point.change else { continue }
      #expect(try #require(point.adjustedP) >= change.pValue - 1e-12)
      if point.effect == .helps { #expect(change.interval.lower > 0) }
    }
    let best = try #require(sweep.best?.value?.estimate)
    #expect(sweep.points.allSatisfy { ($0.value?.estimate ?? 0) <= best })
  }
}

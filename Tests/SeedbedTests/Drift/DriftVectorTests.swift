import SeedbedLearning
import Testing

@Suite("Drift of vectors: mean discrepancy and MAUVE")
struct DriftVectorTests {
  private func table(_ rows: [[Float]]) -> VectorTable {
    VectorTable(dimensions: rows[0].count, values: rows.flatMap(\.self))
  }

  @Test("the unbiased squared discrepancy and its median bandwidth")
  func discrepancy() throws {
    for golden in try DriftGolden.values.get().discrepancies {
      let (first, second) = (table(golden.first), table(golden.second))
      let few = PermutationTest(permutations: 3)
      let result = try #require(MeanDiscrepancy(first, second, test: few))
      #expect(agrees(result.bandwidth, golden.bandwidth))
      #expect(agrees(result.squared, golden.squared))
      let wide = try #require(MeanDiscrepancy(first, second, bandwidth: 3, test: few))
      #expect(agrees(wide.squared, golden.wide))
      #expect(wide.bandwidth == 3)
      // The test's value comes from single precision.
      #expect(agrees(result.test.observed, result.squared, 1e-5))
    }
    let example = try #require(DriftGolden.values.get().discrepancies.first)
    let result = try #require(MeanDiscrepancy(table(example.first), table(example.second)))
    #expect(agrees(result.bandwidth * result.bandwidth, 1.4571067811865475))
    #expect(agrees(result.squared, -0.13303022729863545))
  }

  @Test("the same bits for any number of threads, other draws for another seed")
  func deterministic() throws {
    var sample = DriftSample(1, "vectors")
    let first = sample.vectors(150, dimensions: 12)
    let second = sample.vectors(90, dimensions: 12, mean: 0.1)
    func measure(_ seed: UInt64, _ threads: Int) -> MeanDiscrepancy? {
      let test = PermutationTest(permutations: 200, seed: seed, threads: threads)
      return MeanDiscrepancy(first, second, rowsPerSide: 80, test: test)
    }
    let one = try #require(measure(3, 1))
    #expect(one == measure(3, 3))
    #expect(one.squared != measure(4, 1)?.squared)
    #expect(one.firstCount == 80 && one.secondCount == 80)
  }

  @Test("p counts the observed value among the permutations, so it is never 0")
  func permutationP() throws {
    var sample = DriftSample(2, "vectors")
    let apart = try #require(
      MeanDiscrepancy(
        sample.vectors(30, dimensions: 4),
        sample.vectors(30, dimensions: 4, mean: 5),
        test: PermutationTest(permutations: 99)
      )
    )
    #expect(apart.test.pValue == 0.01)
    #expect(apart.squared > apart.test.threshold)
    let outcome = try #require(
      PermutationTest(permutations: 10).outcome(labels: [true, false]) { _ in 1 }
    )
    #expect(outcome.pValue == 1 && outcome.threshold == .infinity)
    #expect(PermutationTest().outcome(labels: [true]) { _ in .nan } == nil)
  }

  @Test("strata: labels change places only within theirs")
  func strata() throws {
    let labels = (0..<40).map { $0 % 4 == 0 }
    let strata = (0..<40).map { $0 / 10 }
    let outcome = try #require(
      PermutationTest(permutations: 50).outcome(labels: labels, strata: strata) { drawn in
        let kept = (0..<4).allSatisfy { stratum in
          (0..<40).count { strata[$0] == stratum && drawn[$0] }
            == (0..<40).count { strata[$0] == stratum && labels[$0] }
        }
        return kept ? 0 : 1
      }
    )
    #expect(outcome.observed == 0 && outcome.pValue == 1 && outcome.threshold == 0)
  }

  @Test("what cannot be measured is nil")
  func undefined() async throws {
    let one = VectorTable(dimensions: 2, values: [1, 2])
    let two = VectorTable(dimensions: 2, values: [1, 2, 3, 4])
    #expect(MeanDiscrepancy(one, two) == nil)
    #expect(MeanDiscrepancy(two, VectorTable(dimensions: 2, values: [1, .nan, 0, 0])) == nil)
    let point = VectorTable(dimensions: 2, values: [1, 1, 1, 1, 1, 1])
    #expect(MeanDiscrepancy(point, point) == nil)
    let huge = VectorTable(dimensions: 1, values: [3e38, -3e38, 0])
    #expect(MeanDiscrepancy(huge, huge)?.squared.isFinite == true)
    let none = VectorTable(dimensions: 2, values: [0, 0])
    #expect(try await MAUVEScore.measure(none, two, threads: 1) == nil)
    #expect(Metrics.mauve([0, 0], [1, 0]) == nil && Metrics.frontierIntegral([.nan], [1]) == nil)
  }

  @Test("MAUVE and frontier integral of histograms")
  func histograms() throws {
    for golden in try DriftGolden.values.get().histograms {
      #expect(agrees(Metrics.mauve(golden.p, golden.q), golden.mauve))
      #expect(agrees(Metrics.mauve(golden.p, golden.q, scaling: 1), golden.sharp))
      #expect(agrees(Metrics.frontierIntegral(golden.p, golden.q), golden.frontier))
    }
    let value = Metrics.mauve([0.5, 0.3, 0.2, 0], [0.3, 0.3, 0.2, 0.2])
    #expect(agrees(value, 0.7245287999508729))
    let integral = Metrics.frontierIntegral([0.5, 0.3, 0.2, 0], [0.3, 0.3, 0.2, 0.2])
    #expect(agrees(integral, 0.11688078217550693))
  }

  @Test(
    "pitfall: MAUVE varies with the division into cells, so mean and spread over seeds are given"
  )
  func mauveSeeds() async throws {
    var sample = DriftSample(3, "mauve")
    let first = sample.vectors(400, dimensions: 8)
    let same = sample.vectors(400, dimensions: 8)
    let shifted = sample.vectors(400, dimensions: 8, mean: 0.6)
    let near = try #require(await MAUVEScore.measure(first, same, threads: 2))
    let far = try #require(await MAUVEScore.measure(first, shifted, threads: 2))
    #expect(near.values.count == 5 && near.cells == 40)
    #expect(near.deviation > 0 && near.deviation < 0.05)
    #expect(near.mean > 0.85 && far.mean < near.mean - 0.2)
    #expect(far.frontierIntegrals.allSatisfy { $0 > (near.frontierIntegrals.max() ?? 1) })
    #expect(try await near == MAUVEScore.measure(first, same, threads: 1))
  }

  @Test("the Fréchet distance, with its projection and its edges")
  func frechet() throws {
    for golden in try DriftGolden.values.get().frechet {
      let (first, second) = (table(golden.first), table(golden.second))
      #expect(agrees(Metrics.frechetDistance(first, second), golden.value))
      #expect(agrees(Metrics.frechetDistance(second, first), golden.value))
      #expect(agrees(Metrics.frechetDistance(first, first), 0, 1e-9 * max(1, golden.value) * 100))
      let projected = try #require(Metrics.frechetDistance(first, second, directions: 1))
      #expect(projected <= golden.value * 1.000001 && projected >= 0)
    }
    var sample = DriftSample(4, "frechet")
    let few = sample.vectors(5, dimensions: 20)
    let value = try #require(Metrics.frechetDistance(few, few))
    #expect(value < 1e-6)
    let huge = VectorTable(dimensions: 1, values: [3e38, -3e38])
    #expect(try #require(Metrics.frechetDistance(huge, huge)) < 1e64)
    #expect(Metrics.frechetDistance(few.rows([0]), few) == nil)
    let undefined = VectorTable(dimensions: 1, values: [1, .nan])
    #expect(Metrics.frechetDistance(undefined, huge) == nil)
  }

  @Test("false alarms of the discrepancy's permutation test are 3 to 7 % in 1,000 nulls")
  func falseAlarms() {
    let alarms = driftHits(1000) { trial in
      var sample = DriftSample(trial, "mmd null")
      let result = MeanDiscrepancy(
        sample.vectors(18, dimensions: 3),
        sample.vectors(25, dimensions: 3),
        test: PermutationTest(permutations: 99, seed: UInt64(trial))
      )
      return (result?.test.pValue ?? 0) <= 0.05
    }
    #expect(alarms >= 30 && alarms <= 70, "\(alarms) of 1,000")
  }

  @Test("the discrepancy finds a shift of half a deviation in 4 of 4 numbers of 60 and 60 vectors")
  func power() {
    let found = driftHits(100) { trial in
      var sample = DriftSample(trial, "mmd power")
      let result = MeanDiscrepancy(
        sample.vectors(60, dimensions: 4),
        sample.vectors(60, dimensions: 4, mean: 0.5),
        test: PermutationTest(permutations: 99, seed: UInt64(trial))
      )
      return (result?.test.pValue ?? 1) <= 0.05
    }
    #expect(found >= 90, "\(found) of 100")
  }
}

import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Tests of comparisons equal their oracles")
struct ComparisonOracleTests {
  @Test("the binomial test equals SciPy's binomtest, two-sided and one-sided")
  func binomial() throws {
    for row in try StudentsGolden.values.get().binomial {
      let (k, n) = (Int(row[0]), Int(row[1]))
      for (alternative, expected) in [
        (BinomialTest.Alternative.twoSided, row[3]), (.greater, row[4]), (.less, row[5]),
      ] {
        let p = BinomialTest.pValue(
          successes: k,
          trials: n,
          probability: row[2],
          alternative: alternative
        )
        #expect(agrees(p, expected), "\(row) \(alternative)")
      }
    }
  }

  @Test("every result of small binomial tests is right, by adding up all outcomes")
  func smallBinomials() {
    for n in 0...12 {
      for p in [0.0, 0.1, 0.35, 0.5, 0.9, 1] {
        let masses = (0...n).map { k -> Double in
          var value = 1.0
          for i in 0..<k { value *= Double(n - i) / Double(i + 1) * p }
          for _ in k..<n { value *= 1 - p }
          return value
        }
        for k in 0...n {
          let two = masses.filter { $0 <= masses[k] * (1 + 1e-7) }.reduce(0, +)
          let more = masses[k...].reduce(0, +)
          #expect(agrees(BinomialTest.pValue(successes: k, trials: n, probability: p), min(two, 1)))
          let greater = BinomialTest.pValue(
            successes: k,
            trials: n,
            probability: p,
            alternative: .greater
          )
          #expect(agrees(greater, more))
        }
      }
    }
    #expect(BinomialTest.pValue(successes: 3, trials: 2) == nil)
    #expect(BinomialTest.pValue(successes: 1, trials: 2, probability: .nan) == nil)
  }

  @Test("McNemar's exact and mid-p equal statsmodels' and the formula")
  func mcnemar() throws {
    for row in try StudentsGolden.values.get().mcnemar {
      let test = McNemar(onlyFirst: Int(row[0]), onlySecond: Int(row[1]))
      #expect(agrees(test.exactPValue, row[2]))
      #expect(agrees(test.midPValue, row[3]))
      let turned = McNemar(onlyFirst: Int(row[1]), onlySecond: Int(row[0]))
      #expect(agrees(turned.exactPValue, row[2]) && agrees(turned.midPValue, row[3]))
    }
    let counted = McNemar(actual: [0, 1, 2, 3], first: [0, 0, 2, 0], second: [0, 1, 0, 0])
    #expect(counted == McNemar(onlyFirst: 1, onlySecond: 1))
  }

  @Test("adjusted p-values equal SciPy's false_discovery_control")
  func benjaminiHochberg() throws {
    for list in try StudentsGolden.values.get().adjusted {
      #expect(worstGap(BenjaminiHochberg.adjusted(list.pValues), list.adjusted) < 1e-12)
    }
    #expect(BenjaminiHochberg.adjusted([]) == [])
    #expect(BenjaminiHochberg.adjusted([.nan, 0.01, 7]) == [1, 0.03, 1])
    #expect(BenjaminiHochberg.discoveries([0.9, 0.001, 0.02], rate: 0.05) == [1, 2])
  }
}

@Suite("False alarms and power of comparisons")
struct ComparisonSimulationTests {
  private func random(_ trial: Int, _ operation: UInt64) -> CounterRandom {
    CounterRandom(seed: 77, sample: UInt64(trial), operation: operation, draw: 0)
  }

  /// How often classifiers of two accuracies on 400 rows seem to differ.
  private func mcnemar(_ first: Double, _ second: Double) -> (exact: Double, mid: Double) {
    var hits = (0, 0)
    for trial in 0..<1000 {
      var random = random(trial, 1)
      let actual = [Int](repeating: 0, count: 400)
      let one = actual.map { _ in random.chance(first) ? 0 : 1 }
      let two = actual.map { _ in random.chance(second) ? 0 : 1 }
      let test = McNemar(actual: actual, first: one, second: two)
      if test.exactPValue <= 0.05 { hits.0 += 1 }
      if test.midPValue <= 0.05 { hits.1 += 1 }
    }
    return (Double(hits.0) / 1000, Double(hits.1) / 1000)
  }

  @Test("McNemar: false alarms at 5 %, power against 70 % and 80 % accuracy on 400 rows")
  func mcnemarRates() {
    let null = mcnemar(0.75, 0.75)
    #expect(null.mid >= 0.03 && null.mid <= 0.07)
    #expect(null.exact >= 0.03 && null.exact <= 0.07)
    let power = mcnemar(0.7, 0.8)
    #expect(power.mid >= 0.85 && power.exact >= 0.85)
  }

  @Test("the binomial test: false alarms at 5 %, power against 0.5 at 0.6 with 300 trials")
  func binomialRates() {
    var alarms = 0
    var found = 0
    for trial in 0..<1000 {
      var random = random(trial, 2)
      let null = (0..<300).count { _ in random.chance(0.5) }
      let other = (0..<300).count { _ in random.chance(0.6) }
      if BinomialTest.pValue(successes: null, trials: 300) ?? 1 <= 0.05 { alarms += 1 }
      if BinomialTest.pValue(successes: other, trials: 300) ?? 1 <= 0.05 { found += 1 }
    }
    #expect(alarms >= 30 && alarms <= 70)
    #expect(found >= 900)
  }

  @Test(
    "Benjamini-Hochberg: the share of false discoveries stays at the rate, with and without true ones"
  )
  func falseDiscoveries() {
    // All 40 hypotheses null: any discovery is false. Then 10 of them not.
    var anyFalse = 0
    var share = 0.0
    var found = 0
    for trial in 0..<1000 {
      var random = random(trial, 3)
      let null = (0..<40).map { _ in random.unit() }
      if !BenjaminiHochberg.discoveries(null, rate: 0.05).isEmpty { anyFalse += 1 }
      let mixed = null.enumerated().map { $0.offset < 10 ? $0.element * 1e-3 : $0.element }
      let discoveries = BenjaminiHochberg.discoveries(mixed, rate: 0.05)
      let wrong = discoveries.count { $0 >= 10 }
      share += discoveries.isEmpty ? 0 : Double(wrong) / Double(discoveries.count)
      found += discoveries.count - wrong
    }
    #expect(anyFalse >= 30 && anyFalse <= 70)
    // With 30 of 40 null the expected share is 0.05 · 30 / 40.
    #expect(share / 1000 > 0.025 && share / 1000 < 0.05)
    #expect(found >= 9900)
  }

  @Test("mean differences by permutation: false alarms at 5 %, power against one deviation")
  func meanDifferences() throws {
    var alarms = (0, 0)
    var found = (0, 0)
    for trial in 0..<1000 {
      var random = random(trial, 4)
      func draw(_ count: Int) -> [Double] {
        (0..<count).map { _ in (0..<4).reduce(0) { sum, _ in sum + random.unit() } * 1.73 }
      }
      let (a, b) = (draw(18), draw(25))
      let seed = UInt64(trial)
      func alarm(_ first: [Double], _ second: [Double]) throws -> Int {
        let p = MeanDifference.permutationPValue(first, second, permutations: 199, seed: seed)
        return try #require(p) <= 0.05 ? 1 : 0
      }
      func paired(_ shift: Double) throws -> Int {
        let changes = zip(a, b).map { $1 - $0 + shift }
        let p = MeanDifference.signFlipPValue(changes, permutations: 199, seed: seed)
        return try #require(p) <= 0.05 ? 1 : 0
      }
      alarms.0 += try alarm(a, b)
      found.0 += try alarm(a, b.map { $0 + 1 })
      alarms.1 += try paired(0)
      found.1 += try paired(1.3)
    }
    #expect((30...70).contains(alarms.0) && (30...70).contains(alarms.1))
    #expect(found.0 >= 800 && found.1 >= 800)
  }

  @Test("permutation tests: exact on what can be counted, nil without values, same for all threads")
  func permutations() throws {
    let p = try #require(
      MeanDifference.permutationPValue([1, 2, 3], [4, 5, 6], permutations: 20000)
    )
    // Two of the twenty divisions are as far apart.
    #expect(abs(p - 0.1) < 0.01)
    let flips = try #require(MeanDifference.signFlipPValue([1, 2, 3, 4, 5], permutations: 20000))
    #expect(abs(flips - 2.0 / 32) < 0.01)
    #expect(MeanDifference.permutationPValue([1, 1], [1, 1, 1], permutations: 99) == 1)
    #expect(MeanDifference.permutationPValue([], [1]) == nil)
    #expect(MeanDifference.permutationPValue([.nan], [1]) == nil)
    #expect(MeanDifference.signFlipPValue([]) == nil)
    let other = MeanDifference.permutationPValue(
      [1, 2, 3],
      [4, 5, 6],
      permutations: 20000,
      threads: 3
    )
    #expect(other == p)
  }

  /// How often the interval of a mean change holds the true one, 0.02, in many simulated experiments.
  private func coverage(
    rows: Int,
    seeds: Int,
    rowDeviation: Double,
    seedDeviation: Double,
    noise: Double
  ) throws -> Double {
    var hits = 0
    for trial in 0..<1000 {
      var random = random(trial, 5)
      func deviate() -> Double {
        (0..<6).reduce(-3) { sum, _ in sum + random.unit() } * 2.0.squareRoot()
      }
      let rowEffects = (0..<rows).map { _ in rowDeviation * deviate() }
      let after = (0..<seeds).map { _ in
        let seedEffect = 0.02 + seedDeviation * deviate()
        return rowEffects.map { $0 + seedEffect + noise * deviate() }
      }
      let before = after.map { $0.map { _ in 0.0 } }
      let bootstrap = Bootstrap(replicates: 250, seed: UInt64(trial))
      let interval = try #require(bootstrap.meanChange(before: before, after: after))
      if interval.contains(0.02) { hits += 1 }
    }
    return Double(hits) / 1000
  }

  @Test(
    "TSTR with one seed is noise: 95 % intervals over rows and seeds hold the truth in 93 to 97 %",
    arguments: [
      // Rows alone, seeds alone, both, noise of each pair, and all three.
      (5, 0.3, 0.0, 0.0), (3, 0.0, 0.02, 0.1), (5, 0.3, 0.02, 0.1), (3, 0.3, 0.02, 0.2),
      (10, 0.2, 0.02, 0.3),
    ]
  )
  func pairedCoverage(seeds: Int, row: Double, seed: Double, noise: Double) throws {
    let rate = try coverage(
      rows: 100,
      seeds: seeds,
      rowDeviation: row,
      seedDeviation: seed,
      noise: noise
    )
    #expect(rate >= 0.93 && rate <= 0.97, "\(seeds) \(row) \(seed) \(noise): \(rate)")
  }

  @Test(
    "with one seed the interval is that of the rows; without rows or with bad numbers it is nil"
  )
  func pairedDegenerate() throws {
    let before = [[0.0, 1, 0, 1, 1, 0]]
    let after = [[1.0, 1, 0, 1, 1, 1]]
    let interval = try #require(Bootstrap(seed: 3).meanChange(before: before, after: after))
    let known = Bootstrap(seed: 3).mean([1, 0, 0, 0, 0, 1])
    #expect(interval == known)
    #expect(Bootstrap().meanChange(before: [], after: []) == nil)
    #expect(Bootstrap().meanChange(before: [[]], after: [[]]) == nil)
    #expect(Bootstrap().meanChange(before: [[0, .nan]], after: [[0, 1]]) == nil)
    let one = Bootstrap(replicates: 100, seed: 1, threads: 1)
    let many = Bootstrap(replicates: 100, seed: 1, threads: 4)
    let actual = (0..<60).map { $0 % 3 }
    let first = (0..<4).map { seed in actual.map { ($0 + (($0 + seed) % 4 == 0 ? 1 : 0)) % 3 } }
    let second = first.map { _ in actual }
    #expect(
      one.macroF1Change(actual, before: first, after: second, classCount: 3)
        == many.macroF1Change(actual, before: first, after: second, classCount: 3)
    )
    let accuracy = try #require(one.accuracyChange(actual, before: first, after: second))
    let means = first.map { Metrics.accuracy(actual, $0) }
    #expect(agrees(accuracy.estimate, 1 - means.reduce(0, +) / 4, 1e-12))
    #expect(accuracy.lower > 0)
  }
}

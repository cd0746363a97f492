import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Intervals")
struct LearningIntervalTests {
  @Test("the normal quantile equals SciPy's over its whole range")
  func quantile() throws {
    for row in try LearningGolden.values.get().metrics.quantiles {
      #expect(agrees(normalQuantile(row[0]), row[1], 1e-12))
      #expect(
        agrees(
          normalQuantile(1 - row[0]),
          -normalQuantile(row[0]),
          row[0] < 1e-6 ? .infinity : 1e-9
        )
      )
    }
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
    #expect(normalQuantile(-1).isNaN)
  }

  @Test("the Wilson interval equals SciPy's and holds its estimate")
  func wilson() throws {
    for row in try LearningGolden.values.get().metrics.wilson {
      let interval = Interval.wilson(
        successes: Int(row[0]),
        trials: Int(row[1]),
        confidence: row[2]
      )
      #expect(agrees(interval.lower, row[3]))
      #expect(agrees(interval.upper, row[4]))
      #expect(interval.contains(interval.estimate))
    }
    let nothing = Interval.wilson(successes: 0, trials: 0)
    #expect(nothing.lower == 0 && nothing.upper == 1)
  }

  @Test("the bootstrap is the same for any number of threads and other for another seed")
  func deterministic() {
    var random = CounterRandom(seed: 1, sample: 0, operation: 2, draw: 0)
    let values = (0..<80).map { _ in random.unit() }
    let one = Bootstrap(replicates: 200, seed: 7, threads: 1).mean(values)
    #expect(one == Bootstrap(replicates: 200, seed: 7, threads: 3).mean(values))
    #expect(one != Bootstrap(replicates: 200, seed: 8).mean(values))
    #expect(one.lower < one.estimate && one.estimate < one.upper)
  }

  @Test("a 90 % bootstrap interval of a mean holds the true mean in about 90 % of samples")
  func coverage() {
    var hits = 0
    let trials = 400
    for trial in 0..<trials {
      var random = CounterRandom(seed: 11, sample: UInt64(trial), operation: 2, draw: 0)
      let values = (0..<60).map { _ in random.unit() * random.unit() }
      let bootstrap = Bootstrap(replicates: 200, confidence: 0.9, seed: UInt64(trial))
      if bootstrap.mean(values).contains(0.25) { hits += 1 }
    }
    // Four standard errors of 0.015 around 0.9, and 0.02 for the percentile method's known bias.
    #expect(hits > 328 && hits < 384)
  }

  /// Labels with two predictions of stated accuracy.
  private func predictions(_ seed: Int, _ before: Double, _ after: Double) -> ([Int], [Int], [Int])
  {
    var random = CounterRandom(seed: UInt64(seed), sample: 5, operation: 2, draw: 0)
    let actual = (0..<150).map { _ in random.index(below: 3) }
    func noisy(_ accuracy: Double) -> [Int] {
      actual.map { random.chance(accuracy) ? $0 : random.index(below: 3) }
    }
    let first = noisy(before)
    return (actual, first, noisy(after))
  }

  @Test("two predictors of equal quality rarely seem different, better ones usually do")
  func differenceNullAndPower() {
    var falseAlarms = 0
    var found = 0
    for trial in 0..<150 {
      let bootstrap = Bootstrap(replicates: 200, seed: UInt64(trial))
      let equal = predictions(trial, 0.7, 0.7)
      let null = bootstrap.macroF1Difference(
        equal.0,
        before: equal.1,
        after: equal.2,
        classCount: 3
      )
      if !null.contains(0) { falseAlarms += 1 }
      let better = predictions(trial + 1000, 0.5, 0.8)
      let gain = bootstrap.macroF1Difference(
        better.0,
        before: better.1,
        after: better.2,
        classCount: 3
      )
      if gain.lower > 0 { found += 1 }
    }
    // 5 % of 150 are 7.5 with a standard deviation of 2.7.
    #expect(falseAlarms <= 18)
    #expect(found >= 120)
  }

  @Test("the change in macro F1 is that of the metric, and none for equal predictions")
  func difference() {
    let (actual, before, after) = predictions(3, 0.6, 0.8)
    let bootstrap = Bootstrap(replicates: 50)
    let change = bootstrap.macroF1Difference(actual, before: before, after: after, classCount: 3)
    let expected =
      Metrics.macroF1(actual, after, classCount: 3) - Metrics.macroF1(actual, before, classCount: 3)
    #expect(agrees(change.estimate, expected, 1e-12))
    let same = bootstrap.macroF1Difference(actual, before: before, after: before, classCount: 3)
    #expect(same.lower == 0 && same.upper == 0)
    let alone = bootstrap.macroF1(actual, before, classCount: 3)
    #expect(agrees(alone.estimate, Metrics.macroF1(actual, before, classCount: 3), 1e-12))
  }
}

@Suite("Apportionment")
struct ApportionmentTests {
  @Test("5,000 in shares of 70, 20 and 10 per cent are exactly 3,500, 1,000 and 500")
  func exactShares() {
    #expect(apportion(total: 5000, weights: [0.7, 0.2, 0.1]) == [3500, 1000, 500])
    #expect(apportion(total: 10, weights: [1, 1, 1]) == [4, 3, 3])
    #expect(apportion(total: 1, weights: [1, 1]) == [1, 0])
  }

  @Test("sums are exact, shares within one, larger weights never get less", arguments: 0..<200)
  func properties(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), sample: 0, operation: 3, draw: 0)
    let weights = (0..<(1 + random.index(below: 12))).map { _ in
      random.chance(0.15) ? 0 : Double(random.index(below: 40)) + random.unit()
    }
    let total = random.index(below: 5000)
    let counts = apportion(total: total, weights: weights)
    let sum = weights.reduce(0, +)
    guard sum > 0 else {
      #expect(counts.allSatisfy { $0 == 0 })
      return
    }
    #expect(counts.reduce(0, +) == total)
    for (i, weight) in weights.enumerated() {
      #expect(abs(Double(counts[i]) - Double(total) * weight / sum) < 1 + 1e-9)
      for (j, other) in weights.enumerated() where weight > other {
        #expect(counts[i] >= counts[j])
      }
      if weight == 0 { #expect(counts[i] == 0) }
    }
  }

  @Test("caps hold, and the rest goes to the others as far as they can take it", arguments: 0..<200)
  func caps(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), sample: 1, operation: 3, draw: 0)
    let weights = (0..<(1 + random.index(below: 8))).map { _ in Double(random.index(below: 5)) }
    let caps = weights.map { _ in random.index(below: 60) - 5 }
    let total = random.index(below: 200)
    let counts = apportion(total: total, weights: weights, caps: caps)
    #expect(zip(counts, caps).allSatisfy { $0 >= 0 && $0 <= max($1, 0) })
    let room = zip(weights, caps).reduce(0) { $0 + ($1.0 > 0 ? max($1.1, 0) : 0) }
    #expect(counts.reduce(0, +) == min(total, room))
  }

  @Test("hostile weights and totals neither crash nor change the sum")
  func hostile() {
    #expect(apportion(total: 7, weights: [.nan, -1, .infinity, 2]) == [0, 0, 0, 7])
    #expect(apportion(total: -3, weights: [1]) == [0])
    #expect(apportion(total: 5, weights: []) == [])
    let huge = apportion(total: .max, weights: [1e308, 1e308, 1e308])
    #expect(huge.reduce(0, +) == .max)
    #expect(
      apportion(total: 3, weights: [.leastNonzeroMagnitude, .leastNonzeroMagnitude]).reduce(0, +)
        == 3
    )
  }
}

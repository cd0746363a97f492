import SeedbedKernels
import SeedbedLearning
import SeedbedData
import Testing

@Suite("Agreement of raters")
struct AgreementTests {
  private static func numbers(_ value: JSONValue?) -> [Int] {
    value?.array?.compactMap(\.int) ?? []
  }

  @Test("Cohen's kappa equals scikit-learn's, with every weighting")
  func cohen() throws {
    let cases = try #require(JudgingFixture.golden()["agreement"]?["cohen"]?.array)
    #expect(cases.count == 4)
    for one in cases {
      let first = Self.numbers(one["first"])
      let second = Self.numbers(one["second"])
      let classes = try #require(one["classes"]?.int)
      for weights in AgreementWeights.allCases {
        let expected = try #require(one[weights.rawValue]?.double)
        let kappa = try #require(
          Metrics.cohenKappa(first, second, classCount: classes, weights: weights)
        )
        #expect(abs(kappa - expected) < 1e-12)
      }
    }
  }

  @Test("Fleiss' kappa equals its formula")
  func fleiss() throws {
    let tables = try #require(JudgingFixture.golden()["agreement"]?["fleiss"]?.array)
    for table in tables {
      let counts = try #require(table["counts"]?.array).map(Self.numbers)
      let kappa = try #require(Metrics.fleissKappa(counts))
      #expect(abs(kappa - (table["kappa"]?.double ?? .nan)) < 1e-12)
    }
  }

  @Test("Krippendorff's alpha equals its definition, with missing ratings and at every level")
  func krippendorff() throws {
    let tables = try #require(JudgingFixture.golden()["agreement"]?["krippendorff"]?.array)
    for table in tables {
      let ratings = try #require(table["ratings"]?.array).map { row in
        (row.array ?? []).map(\.double)
      }
      for level in Metrics.MeasurementLevel.allCases {
        let alpha = try #require(Metrics.krippendorffAlpha(ratings, level: level))
        #expect(abs(alpha - (table[level.rawValue]?.double ?? .nan)) < 1e-12)
      }
    }
  }

  @Test("what cannot be told from chance has no value")
  func degenerate() {
    #expect(Metrics.cohenKappa([], [], classCount: 2) == nil)
    #expect(Metrics.cohenKappa([1, 1, 1], [1, 1, 1], classCount: 2) == nil)
    #expect(Metrics.cohenKappa([1, 1, 1], [1, 1, 0], classCount: 2) == 0)
    #expect(Metrics.cohenKappa([0, 1], [0, 1], classCount: 2) == 1)
    #expect(Metrics.cohenKappa([0, 1], [1, 0], classCount: 2) == -1)
    #expect(Metrics.fleissKappa([]) == nil)
    #expect(Metrics.fleissKappa([[1, 0], [0, 1]]) == nil)
    #expect(Metrics.fleissKappa([[3, 0], [3, 0]]) == nil)
    #expect(Metrics.fleissKappa([[3, 0], [0, 3]]) == 1)
    #expect(Metrics.krippendorffAlpha([[1, nil], [nil, 2]], level: .nominal) == nil)
    #expect(Metrics.krippendorffAlpha([[4, 4], [4, 4]], level: .interval) == nil)
    #expect(Metrics.krippendorffAlpha([[1, 1, nil], [2, 2, .nan]], level: .ordinal) == 1)
  }

  @Test("for two raters without gaps, ranks of 0 and 1 agree alike at every level")
  func levelsOfTwoValues() throws {
    var random = CounterRandom(seed: 3, sample: 0, operation: 1, draw: 0)
    for _ in 0..<50 {
      let ratings: [[Double?]] = (0..<20).map { _ in
        [Double(random.index(below: 2)), Double(random.index(below: 2))]
      }
      guard let nominal = Metrics.krippendorffAlpha(ratings, level: .nominal) else { continue }
      let interval = try #require(Metrics.krippendorffAlpha(ratings, level: .interval))
      let ordinal = try #require(Metrics.krippendorffAlpha(ratings, level: .ordinal))
      #expect(abs(nominal - interval) < 1e-12)
      #expect(abs(nominal - ordinal) < 1e-12)
    }
  }

  @Test("about 95 of 100 intervals hold the true kappa")
  func coverage() throws {
    // One rater repeats the other in 70 of 100 cases and tosses a coin in the rest: kappa is 0.7.
    var random = CounterRandom(seed: 11, sample: 0, operation: 2, draw: 0)
    var held = 0
    for trial in 0..<200 {
      let first = (0..<150).map { _ in random.index(below: 2) }
      let second = first.map { random.chance(0.7) ? $0 : random.index(below: 2) }
      let interval = try #require(
        Bootstrap(replicates: 200, seed: UInt64(trial)).cohenKappa(first, second, classCount: 2)
      )
      if interval.contains(0.7) { held += 1 }
    }
    #expect((180...199).contains(held))
  }

  @Test(
    "an interval counts a sample of one category as chance, and has no value where kappa has none"
  )
  func degenerateIntervals() throws {
    let bootstrap = Bootstrap(replicates: 500)
    let rare = try #require(
      bootstrap.cohenKappa([1, 0, 0, 0, 0], [1, 0, 0, 0, 0], classCount: 2)
    )
    #expect(rare.estimate == 1 && rare.lower == 0 && rare.upper == 1)
    #expect(bootstrap.cohenKappa([0, 0], [0, 0], classCount: 2) == nil)
    #expect(bootstrap.fleissKappa([[2, 0], [2, 0]]) == nil)
    #expect(bootstrap.krippendorffAlpha([], level: .nominal) == nil)
  }
}

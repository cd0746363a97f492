import SeedbedLearning
import Testing

@Suite("Drift of categories and of pairs of columns equals its oracles")
struct DriftCategoryTests {
  @Test("total variation, Jensen-Shannon, Kullback-Leibler, Hellinger, population stability")
  func divergences() throws {
    for (index, golden) in try DriftGolden.values.get().categories.enumerated() {
      let (p, q) = (golden.p, golden.q)
      #expect(agrees(Metrics.totalVariation(p, q), golden.variation), "\(index)")
      #expect(agrees(Metrics.jensenShannonDistance(p, q), golden.jsE), "\(index)")
      #expect(agrees(Metrics.jensenShannonDistance(p, q, base: .two), golden.jsTwo), "\(index)")
      #expect(agrees(Metrics.jensenShannonDivergence(p, q), golden.jsE * golden.jsE), "\(index)")
      let kl = try #require(Metrics.kullbackLeibler(p, q))
      #expect(golden.kl.map { agrees(kl, $0) } ?? (kl == .infinity), "\(index)")
      #expect(agrees(Metrics.hellinger(p, q), golden.hellinger), "\(index)")
      #expect(agrees(Metrics.populationStability(p, q), golden.stability), "\(index)")
    }
  }

  @Test("the published examples")
  func examples() throws {
    let p = [0.1, 0.2, 0.3, 0.4]
    let q = [0.25, 0.25, 0.2, 0.3]
    #expect(agrees(Metrics.jensenShannonDivergence(p, q), 0.026612894425648403))
    #expect(agrees(Metrics.kullbackLeibler(p, q), 0.10045457796290425))
    #expect(agrees(Metrics.populationStability(p, q), 0.21791550540282828))
    #expect(agrees(Metrics.hellinger(p, q), 0.16407371346290928))
    let counts = Metrics.categoryCounts(Array("aaaabbbccd"), Array("aabbbbbcce"))
    #expect(counts.categories == Array("abcde"))
    #expect(counts.first == [4, 3, 2, 1, 0] && counts.second == [2, 5, 2, 0, 1])
    let coverage = Metrics.categoryCoverage(
      reference: counts.first.map(Double.init),
      counts.second.map(Double.init)
    )
    #expect(coverage == 0.75)
    let test = try #require(ChiSquareTest([counts.first, counts.second]))
    #expect(agrees(test.statistic, 3.1666666666666665))
    #expect(agrees(test.pValue, 0.5303316154147658))
    let similarity = Metrics.contingencySimilarity(
      reference: (Array("aaaabbbccd"), Array("xxyyxyxyxy")),
      (Array("aabbbbbcce"), Array("xyxyxyxyxy"))
    )
    #expect(agrees(similarity, 0.7))
    let x = ([1, 2, 2.5, 3, 4.5, 5, 7, 8], [2, 1, 4, 3, 6, 5, 8, 9] as [Double])
    let y = ([1.5, 2, 3.5, 4, 4.5, 6, 9, 10, 12], [1, 3, 2, 5, 4, 4, 9, 8, 7] as [Double])
    let pearson = try #require(CorrelationSimilarity(reference: x, y))
    #expect(agrees(pearson.reference, 0.9536969416122247))
    #expect(agrees(pearson.other, 0.8750772765284265))
    #expect(agrees(pearson.similarity, 0.9606901674581009))
    let spearman = try #require(CorrelationSimilarity(reference: x, y, coefficient: .spearman))
    #expect(agrees(spearman.reference, 0.9285714285714287))
    #expect(agrees(spearman.other, 0.8619322310183947))
    #expect(agrees(spearman.similarity, 0.966680401223483))
  }

  @Test("chi-square test on counts, with and without the continuity correction, and Cramér's V")
  func chiSquare() throws {
    for (index, golden) in try DriftGolden.values.get().tables.enumerated() {
      let test = try #require(ChiSquareTest(golden.counts))
      #expect(agrees(test.statistic, golden.statistic), "\(index)")
      #expect(test.degreesOfFreedom == golden.freedom, "\(index)")
      #expect(agrees(test.pValue, golden.p), "\(index)")
      #expect(agrees(test.cramersV, golden.cramer), "\(index)")
      #expect(agrees(test.smallestExpected, golden.smallest), "\(index)")
      let corrected = try #require(ChiSquareTest(golden.counts, correctsContinuity: true))
      #expect(agrees(corrected.statistic, golden.corrected), "\(index)")
      #expect(agrees(corrected.pValue, golden.correctedP), "\(index)")
    }
  }

  @Test(
    "the tail of the chi-square distribution equals SciPy's from 1 to 90,000 degrees of freedom"
  )
  func tails() throws {
    for row in try DriftGolden.values.get().tails {
      let tail = chiSquareTail(row[1], degreesOfFreedom: Int(row[0]))
      #expect(agrees(tail, row[2]), "\(row)")
      if row[2] > 1e-280 { #expect(abs(tail / row[2] - 1) < 1e-8, "\(row)") }
    }
    #expect(chiSquareTail(.infinity, degreesOfFreedom: 3) == 0)
    #expect(chiSquareTail(-1, degreesOfFreedom: 3) == 1)
    #expect(chiSquareTail(.nan, degreesOfFreedom: 3).isNaN)
  }

  @Test("correlation similarity of pairs of columns, ties and all")
  func correlations() throws {
    for golden in try DriftGolden.values.get().correlations {
      for (kind, values) in [
        (CorrelationSimilarity.Coefficient.pearson, golden.pearson), (.spearman, golden.spearman),
      ] {
        let result = try #require(
          CorrelationSimilarity(
            reference: (golden.ax, golden.ay),
            (golden.bx, golden.by),
            coefficient: kind
          )
        )
        #expect(agrees(result.reference, values[0]))
        #expect(agrees(result.other, values[1]))
        #expect(agrees(result.similarity, values[2]))
      }
    }
    let rising = ([1, 2, 3] as [Double], [1, 2, 3] as [Double])
    let constant = ([1, 2, 3] as [Double], [4, 4, 4] as [Double])
    #expect(CorrelationSimilarity(reference: rising, constant) == nil)
    #expect(CorrelationSimilarity(reference: constant, rising, coefficient: .spearman) == nil)
    #expect(CorrelationSimilarity(reference: rising, ([1, .infinity], [1, 2])) == nil)
    #expect(CorrelationSimilarity(reference: rising, ([], [])) == nil)
  }

  @Test(
    "contingency similarity: missing values are a category, numbers fall into the reference's bins"
  )
  func contingency() throws {
    for golden in try DriftGolden.values.get().contingency {
      let bins = Metrics.equalWidthBins(reference: golden.sides[0].y, golden.sides[1].y)
      let score = Metrics.contingencySimilarity(
        reference: (golden.sides[0].x, bins.reference),
        (golden.sides[1].x, bins.other)
      )
      #expect(agrees(score, golden.score))
    }
    let nothing: ([Int?], [Int?]) = ([], [])
    #expect(Metrics.contingencySimilarity(reference: nothing, ([1], [1])) == nil)
    let hostile = Metrics.equalWidthBins(reference: [.nan, nil, .infinity], [1, nil])
    #expect(hostile.reference == [nil, nil, nil] && hostile.other == [nil, nil])
    let wide = Metrics.equalWidthBins(
      reference: [-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude],
      [0]
    )
    #expect(wide.other == [nil])
    #expect(Metrics.equalWidthBins(reference: [2, 2], [1, 2, 3], bins: 2).other == [0, 1, 1])
    #expect(Metrics.equalWidthBins(reference: [1, 2], [0, 9], bins: 1).other == [0, 0])
  }

  @Test("what cannot be measured is nil, not a number")
  func undefined() throws {
    #expect(Metrics.kullbackLeibler([0, 0], [1, 0]) == nil)
    #expect(Metrics.kullbackLeibler([-1, 2], [1, 1]) == nil)
    #expect(Metrics.hellinger([.nan, 1], [1, 1]) == nil)
    #expect(Metrics.populationStability([.infinity, 1], [1, 1]) == nil)
    #expect(Metrics.jensenShannonDivergence([], []) == nil)
    #expect(Metrics.categoryCoverage(reference: [0], [1]) == nil)
    #expect(ChiSquareTest([]) == nil && ChiSquareTest([[0, 0], [0, 0]]) == nil)
    #expect(ChiSquareTest([[1, -1], [2, 2]]) == nil)
    let single = try #require(ChiSquareTest([[5], [7]]))
    #expect(single.pValue == 1 && single.cramersV == nil && single.degreesOfFreedom == 0)
  }

  @Test("pitfall: the chi-square test is one of counts, with 3 to 7 % false alarms in 1,000 nulls")
  func falseAlarms() {
    let weights = [5, 3, 2, 1, 1, 0.5]
    let alarms = driftHits(1000) { trial in
      var sample = DriftSample(trial, "chi null")
      let table = [sample.counts(150, weights: weights), sample.counts(230, weights: weights)]
      return (ChiSquareTest(table)?.pValue ?? 0) <= 0.05
    }
    #expect(alarms >= 30 && alarms <= 70, "\(alarms) of 1,000")
  }

  @Test("the chi-square test finds a category that grew from 10 to 20 % in 300 and 300 rows")
  func power() {
    let found = driftHits(200) { trial in
      var sample = DriftSample(trial, "chi power")
      let table = [
        sample.counts(300, weights: [45, 45, 10]), sample.counts(300, weights: [40, 40, 20]),
      ]
      return (ChiSquareTest(table)?.pValue ?? 1) <= 0.05
    }
    #expect(found >= 160, "\(found) of 200")
  }
}

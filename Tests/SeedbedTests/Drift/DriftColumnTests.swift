import SeedbedLearning
import Testing

@Suite("Drift of columns of numbers equals its oracles")
struct DriftColumnTests {
  private static let columns = (try? DriftGolden.values.get().columns) ?? []
  private let a = [1, 2, 2.5, 3, 4.5, 5, 7, 8]
  private let b = [1.5, 2, 3.5, 4, 4.5, 6, 9, 10, 12]

  /// Whether two numbers agree, or both are missing.
  private func same(_ a: Double?, _ b: Double?, scale: Double = 1) -> Bool {
    guard let b else { return a == nil }
    return agrees(a.map { $0 / scale }, b / scale)
  }

  @Test("Kolmogorov-Smirnov: statistic, exact p and limit", arguments: columns.indices)
  func kolmogorovSmirnov(index: Int) throws {
    let column = Self.columns[index]
    let test = try #require(KolmogorovSmirnovTest(column.first, column.second))
    #expect(test.isExact)
    #expect(agrees(test.statistic, column.ks))
    #expect(agrees(test.pValue, column.exact))
    // Small probabilities are right relative to their size too.
    #expect(abs(test.pValue / column.exact - 1) < 1e-9)
    let swapped = try #require(KolmogorovSmirnovTest(column.second, column.first))
    #expect(agrees(swapped.pValue, column.exact, 1e-12))
    let limit = try #require(
      KolmogorovSmirnovTest(column.first, column.second, largestExactProduct: 0)
    )
    #expect(!limit.isExact)
    let (n, m) = (Double(column.first.count), Double(column.second.count))
    if n * m / (n + m) > 140 { #expect(agrees(limit.pValue, try #require(column.limit))) }
  }

  @Test("Wasserstein and energy distances", arguments: columns.indices)
  func distances(index: Int) {
    let column = Self.columns[index]
    let scale = max(1, column.wasserstein)
    #expect(
      same(Metrics.wasserstein(column.first, column.second), column.wasserstein, scale: scale)
    )
    #expect(
      same(
        Metrics.normalizedWasserstein(reference: column.first, column.second),
        column.normalized
      )
    )
    #expect(
      same(Metrics.energyDistance(column.first, column.second), column.energy, scale: scale)
    )
  }

  @Test("population stability, with its edges", arguments: columns.indices)
  func stability(index: Int) throws {
    let column = Self.columns[index]
    let result = try #require(PopulationStability(reference: column.first, column.second))
    #expect(agrees(result.value, column.stability))
    let scale = max(1, column.edges.reduce(0) { max($0, abs($1)) })
    #expect(result.edges.count == column.edges.count)
    #expect(zip(result.edges, column.edges).allSatisfy { same($0, $1, scale: scale) })
    #expect(result.reference.count == result.edges.count + 1)
    #expect(agrees(result.reference.reduce(0, +), 1) && agrees(result.other.reduce(0, +), 1))
  }

  @Test("range coverage, boundary adherence, similarity of statistics", arguments: columns.indices)
  func ranges(index: Int) {
    let column = Self.columns[index]
    let (r, s) = (column.first, column.second)
    #expect(same(Metrics.rangeCoverage(reference: r, s), column.rangeCoverage))
    #expect(same(Metrics.boundaryAdherence(reference: r, s), column.adherence))
    #expect(same(Metrics.statisticSimilarity(.mean, reference: r, s), column.mean))
    #expect(same(Metrics.statisticSimilarity(.median, reference: r, s), column.median))
    #expect(
      same(Metrics.statisticSimilarity(.standardDeviation, reference: r, s), column.deviation)
    )
  }

  @Test("the published example")
  func example() throws {
    let test = try #require(KolmogorovSmirnovTest(a, b))
    #expect(agrees(test.statistic, 0.3333333333333333))
    #expect(agrees(test.pValue, 0.5761003702180173))
    #expect(agrees(Metrics.wasserstein(a, b), 1.7083333333333335))
    #expect(agrees(Metrics.normalizedWasserstein(reference: a, b), 0.742271443677877))
    #expect(agrees(Metrics.energyDistance(a, b), 0.8363371787402555))
    #expect(agrees(Metrics.rangeCoverage(reference: a, b), 0.9285714285714286))
    #expect(agrees(Metrics.boundaryAdherence(reference: a, b), 0.6666666666666666))
    let statistics = [0.7559523809523809, 0.8928571428571429, 0.8229626453569293]
    for (statistic, value) in zip(Metrics.ColumnStatistic.allCases, statistics) {
      #expect(agrees(Metrics.statisticSimilarity(statistic, reference: a, b), value))
    }
  }

  @Test("the limit of Kolmogorov's distribution equals SciPy's from 141 rows on")
  func limits() throws {
    for row in try DriftGolden.values.get().limits {
      let rows = Int(row[0]) * 2
      let first = (0..<rows).map { Double($0) }
      let second = (0..<rows).map { Double($0) + row[1] - 0.5 }
      let test = try #require(KolmogorovSmirnovTest(first, second, largestExactProduct: 0))
      #expect(agrees(test.statistic, row[1] / Double(rows), 1e-12))
      // Near p = 1 of few rows SciPy sums exactly, and the series is right to 3e-6 only.
      let power = row[0] * (row[1] / Double(rows)) * (row[1] / Double(rows)).squareRoot()
      #expect(agrees(test.pValue, row[2], power <= 1.4 ? 3e-6 : 1e-9), "\(row)")
    }
  }

  @Test("pitfall: p-values grow small with the number of rows, the size of the difference does not")
  func effectSize() throws {
    var sample = DriftSample(1, "effect")
    var pValues: [Double] = []
    for count in [100, 1000, 8000] {
      let first = sample.normals(count)
      let second = sample.normals(count, mean: 0.12)
      let test = try #require(KolmogorovSmirnovTest(first, second))
      pValues.append(test.pValue)
      let interval = try #require(Bootstrap(replicates: 200).ksStatistic(first, second))
      #expect(interval.estimate == test.statistic)
      #expect(interval.lower <= interval.estimate && interval.estimate <= interval.upper)
      // The true distance.
      #expect(interval.contains(0.0478))
    }
    #expect(pValues[0] > 0.05 && pValues[2] < 1e-6)
  }

  @Test("pitfall: an outlier moves equal-width bins, not quantile bins, and empty bins stay finite")
  func binning() throws {
    var sample = DriftSample(2, "outlier")
    let reference = sample.normals(2000)
    let other = sample.normals(2000, mean: 0.5)
    let plain = try #require(PopulationStability(reference: reference, other))
    let withOutlier = try #require(PopulationStability(reference: reference + [1e9], other))
    #expect(abs(plain.value - withOutlier.value) < 0.01)
    let apart = try #require(PopulationStability(reference: reference, [1e6, 1e7]))
    #expect(apart.value.isFinite && apart.value > 5)
    #expect(plain.value > 0.15 && plain.value < 0.3)
  }

  @Test("what cannot be measured is nil, and hostile numbers do not trap")
  func undefined() {
    let hostile: [[Double]] = [
      [], [.nan], [.infinity], [-.infinity, .infinity], [.greatestFiniteMagnitude],
      [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [.leastNonzeroMagnitude], [0],
    ]
    for first in hostile {
      for second in hostile {
        let finite = (first + second).allSatisfy(\.isFinite)
        let measured = finite && !first.isEmpty && !second.isEmpty
        let distance = Metrics.wasserstein(first, second)
        #expect(measured || distance == nil)
        for value in [
          distance, Metrics.energyDistance(first, second),
          Metrics.normalizedWasserstein(reference: first, second),
          PopulationStability(reference: first, second)?.value,
          Metrics.rangeCoverage(reference: first, second),
          Metrics.boundaryAdherence(reference: first, second),
          Metrics.statisticSimilarity(.mean, reference: first, second),
          Metrics.statisticSimilarity(.standardDeviation, reference: first, second),
          KolmogorovSmirnovTest(first, second)?.pValue,
          Bootstrap(replicates: 3).ksStatistic(first, second)?.upper,
        ] {
          #expect(value?.isFinite != false)
        }
      }
    }
    #expect(KolmogorovSmirnovTest([], [1]) == nil)
    #expect(KolmogorovSmirnovTest([.nan, 1, 2], [1, 2])?.firstCount == 2)
  }

  @Test("symmetric, zero for equal samples, unmoved by a shift of both", arguments: 0..<20)
  func properties(seed: Int) throws {
    var sample = DriftSample(seed, "properties")
    let first = sample.normals(5 + seed * 3)
    let second = sample.normals(40 - seed, mean: 0.5)
    let distance = try #require(Metrics.wasserstein(first, second))
    #expect(agrees(Metrics.wasserstein(second, first), distance, 1e-12))
    #expect(agrees(Metrics.wasserstein(first.map { $0 + 3 }, second.map { $0 + 3 }), distance))
    let gap = abs(
      first.reduce(0, +) / Double(first.count) - second.reduce(0, +) / Double(second.count)
    )
    #expect(distance >= gap - 1e-12)
    #expect(Metrics.wasserstein(first, first.shuffled(using: &sample.random)) == 0)
    #expect(Metrics.energyDistance(first, first) == 0)
    #expect(KolmogorovSmirnovTest(first, first)?.pValue == 1)
  }

  @Test("false alarms of Kolmogorov-Smirnov are 3 to 7 % in 1,000 pairs of equal distributions")
  func falseAlarms() {
    for limit in [Int.max, 0] {
      let alarms = driftHits(1000) { trial in
        var sample = DriftSample(trial, "null")
        let test = KolmogorovSmirnovTest(
          sample.normals(200),
          sample.normals(331),
          largestExactProduct: limit
        )
        return (test?.pValue ?? 0) <= 0.05
      }
      #expect(alarms >= 30 && alarms <= 70, "\(alarms) of 1,000")
    }
  }

  @Test("the interval of the distance holds the true one in at least 93 % of 1,000 samples")
  func coverage() {
    for (shift, truth) in [(0.0, 0.0), (0.5, 0.19741265136584744)] {
      let hits = driftHits(1000) { trial in
        var sample = DriftSample(trial, "coverage")
        let interval = Bootstrap(replicates: 200, seed: UInt64(trial)).ksStatistic(
          sample.normals(120),
          sample.normals(90, mean: shift)
        )
        return interval?.contains(truth) ?? false
      }
      #expect(hits >= 930, "\(hits) of 1,000 at a shift of \(shift)")
    }
  }

  @Test("Kolmogorov-Smirnov finds a shift of 0.4 deviations in 200 and 331 rows nearly always")
  func power() {
    let found = driftHits(200) { trial in
      var sample = DriftSample(trial, "power")
      let test = KolmogorovSmirnovTest(sample.normals(200), sample.normals(331, mean: 0.4))
      return (test?.pValue ?? 1) <= 0.05
    }
    #expect(found >= 190, "\(found) of 200")
  }
}

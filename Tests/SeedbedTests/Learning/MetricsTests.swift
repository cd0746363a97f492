import SeedbedLearning
import Testing

@Suite("Metrics equal their oracles")
struct LearningMetricsTests {
  private let a = [1, 2, 2.5, 3, 4.5, 5, 7, 8]
  private let b = [1.5, 2, 3.5, 4, 4.5, 6, 9, 10, 12]

  @Test("precision, recall, F1 and their means, with absent classes as 0")
  func classification() throws {
    let golden = try LearningGolden.values.get().metrics
    let matrix = ConfusionMatrix(actual: golden.actual, predicted: golden.predicted, classCount: 6)
    for (label, score) in matrix.classScores.enumerated() {
      #expect(agrees(score.precision, golden.precision[label]))
      #expect(agrees(score.recall, golden.recall[label]))
      #expect(agrees(score.f1, golden.f1[label]))
      #expect(score.support == golden.actual.count { $0 == label })
    }
    #expect(agrees(matrix.macroF1, golden.macroF1))
    #expect(agrees(matrix.weightedF1, golden.weightedF1))
    #expect(agrees(Metrics.macroF1(golden.actual, golden.predicted, classCount: 6), golden.macroF1))
    #expect(matrix.accuracy == Metrics.accuracy(golden.actual, golden.predicted))
    #expect(matrix.total == golden.actual.count)
  }

  @Test("log loss and expected calibration error")
  func probabilities() throws {
    let golden = try LearningGolden.values.get().metrics
    let flat = golden.probabilities.flatMap(\.self)
    #expect(
      agrees(Metrics.logLoss(golden.actual, probabilities: flat, classCount: 6), golden.logLoss)
    )
    let error = Metrics.expectedCalibrationError(
      golden.actual,
      probabilities: flat,
      classCount: 6
    )
    #expect(agrees(error, golden.ece))
  }

  @Test("total variation, Jensen-Shannon distance and Kolmogorov-Smirnov statistic")
  func distributions() throws {
    #expect(agrees(Metrics.totalVariation([4, 3, 2, 1, 0], [2, 5, 2, 0, 1]), 0.3))
    let p = [0.1, 0.2, 0.3, 0.4]
    let q = [0.25, 0.25, 0.2, 0.3]
    #expect(agrees(Metrics.jensenShannonDistance(p, q), 0.16313458991166896))
    #expect(agrees(Metrics.jensenShannonDistance(p, q, base: .two), 0.19594461159109347))
    #expect(agrees(Metrics.ksStatistic(a, b), 0.3333333333333333))
    let golden = try LearningGolden.values.get().metrics
    #expect(agrees(Metrics.ksStatistic(golden.ksFirst, golden.ksSecond), golden.ks))
    #expect(agrees(Metrics.jensenShannonDistance([1, 0], [0, 1], base: .two), 1))
  }

  @Test("what cannot be measured is nil, not a number")
  func undefined() {
    #expect(Metrics.totalVariation([0, 0], [1, 0]) == nil)
    #expect(Metrics.jensenShannonDistance([], []) == nil)
    #expect(Metrics.ksStatistic([.nan], [1]) == nil)
    #expect(Metrics.ksStatistic([1, .nan], [1]) == 0)
    #expect(Metrics.distinctN(["one two"], n: 3) == nil)
    #expect(Metrics.vendiScore(rows: [0, 0], columnCount: 2) == nil)
    #expect(Metrics.vendiScore(kernel: [], count: 0) == nil)
  }

  @Test("distinct n-grams", arguments: [(1, 12.0 / 19), (2, 12.0 / 16), (3, 10.0 / 13)])
  func distinct(n: Int, value: Double) {
    let texts = ["the cat sat on the mat", "the cat sat on the hat", "a dog ran in the park today"]
    #expect(agrees(Metrics.distinctN(texts, n: n), value))
  }

  @Test(
    "Vendi score of a kernel",
    arguments: [
      (1, 2.1573004833739833), (2, 1.948051948051948), (Double.infinity, 1.5789473684210527),
    ]
  )
  func vendiKernel(order: Double, value: Double) {
    let kernel = [1, 0.9, 0, 0.9, 1, 0, 0, 0, 1]
    #expect(agrees(Metrics.vendiScore(kernel: kernel, count: 3, order: order), value))
  }

  @Test("Vendi score of rows, by rows and by columns")
  func vendiRows() throws {
    let few = [1, 0, 0.6, 0.8, 0, 1, 1, 1]
    #expect(agrees(Metrics.vendiScore(rows: few, columnCount: 2, order: 1), 1.759586342925986))
    #expect(agrees(Metrics.vendiScore(rows: few, columnCount: 2), 1.6064257028112447))
    let golden = try LearningGolden.values.get().metrics
    let rows = golden.vendiRows.flatMap(\.self)
    // The same rows with columns of zeros, so that they are fewer than the columns.
    let wide = golden.vendiRows.flatMap { $0 + [Double](repeating: 0, count: 40) }
    for (name, order) in [("1", 1), ("2", 2), ("0.5", 0.5), ("inf", Double.infinity)] {
      let value = try #require(golden.vendi[name])
      #expect(agrees(Metrics.vendiScore(rows: rows, columnCount: 6, order: order), value))
      #expect(agrees(Metrics.vendiScore(rows: wide, columnCount: 46, order: order), value))
    }
  }

  @Test("equal items count once, orthogonal ones each")
  func vendiExtremes() {
    #expect(agrees(Metrics.vendiScore(rows: [1, 2, 2, 4, 3, 6], columnCount: 2, order: 1), 1))
    let identity = (0..<30).flatMap { row in (0..<30).map { $0 == row ? 1.0 : 0 } }
    for order in [1.0, 2, 3] {
      #expect(agrees(Metrics.vendiScore(kernel: identity, count: 30, order: order), 30))
    }
    let large = [Double](repeating: 1, count: 1100 * 1100)
    #expect(Metrics.vendiScore(kernel: large, count: 1100, order: 1) == nil)
    #expect(agrees(Metrics.vendiScore(kernel: large, count: 1100, order: 2), 1))
  }
}

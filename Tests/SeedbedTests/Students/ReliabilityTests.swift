import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Reliability of probabilities")
struct ReliabilityTests {
  @Test("errors of both binnings, Brier score and temperature equal their oracles")
  func oracle() throws {
    let golden = try StudentsGolden.values.get().calibration
    let flat = golden.probabilities.flatMap(\.self)
    for (binning, expected) in [
      (ReliabilityTable.Binning.equalWidth, golden.equalWidth), (.equalMass, golden.equalMass),
    ] {
      let table = try #require(
        ReliabilityTable(
          golden.actual,
          probabilities: flat,
          classCount: 4,
          bins: 10,
          binning: binning
        )
      )
      #expect(agrees(table.expectedError, expected[0]))
      #expect(agrees(table.maximumError, expected[1]))
      #expect(table.bins.reduce(0) { $0 + $1.count } == 300)
    }
    let brier = Metrics.brierScore(golden.actual, probabilities: flat, classCount: 4)
    #expect(agrees(brier, golden.brier))
    let scaling = try #require(
      TemperatureScaling.fit(golden.actual, probabilities: flat, classCount: 4)
    )
    // The oracle's search ends near the minimum, where the loss is flat.
    #expect(agrees(scaling.temperature, golden.temperature, 1e-6))
    let scaled = scaling.apply(to: flat, classCount: 4)
    let loss = Metrics.logLoss(golden.actual, probabilities: scaled, classCount: 4)
    #expect(agrees(loss, golden.scaledLogLoss))
    #expect(loss <= golden.logLoss)
  }

  @Test("the table of equal width gives the known expected calibration error")
  func sameAsMetric() throws {
    let golden = try StudentsGolden.values.get().calibration
    let flat = golden.probabilities.flatMap(\.self)
    for bins in [1, 7, 15] {
      let table = ReliabilityTable(golden.actual, probabilities: flat, classCount: 4, bins: bins)
      let known = Metrics.expectedCalibrationError(
        golden.actual,
        probabilities: flat,
        classCount: 4,
        bins: bins
      )
      #expect(agrees(table?.expectedError, known))
    }
  }

  @Test("a temperature finds back what scores were multiplied by and keeps every prediction")
  func recovers() throws {
    var random = CounterRandom(seed: 3, sample: 0, operation: 64, draw: 0)
    var sure: [Double] = []
    var labels: [Int] = []
    for _ in 0..<4000 {
      let powers = (0..<3).map { _ in random.unit() * random.unit() + 0.01 }
      let sum = powers.reduce(0, +)
      labels.append(random.weightedIndex(powers) ?? 0)
      sure += TemperatureScaling(temperature: 0.4).apply(to: powers.map { $0 / sum }, classCount: 3)
    }
    let fitted = try #require(TemperatureScaling.fit(labels, probabilities: sure, classCount: 3))
    #expect(abs(fitted.temperature - 2.5) < 0.2)
    let soft = fitted.apply(to: sure, classCount: 3)
    for row in 0..<4000 {
      let (a, b) = (sure[(row * 3)..<(row * 3 + 3)], soft[(row * 3)..<(row * 3 + 3)])
      #expect(a.firstIndex(of: a.max() ?? 0) == b.firstIndex(of: b.max() ?? 0))
    }
    let before = ReliabilityTable(labels, probabilities: sure, classCount: 3)
    let after = ReliabilityTable(labels, probabilities: soft, classCount: 3)
    #expect((after?.expectedError ?? 1) < (before?.expectedError ?? 0) / 3)
  }

  @Test("degenerate input gives nil or the end of the range, never a trap")
  func degenerate() {
    #expect(ReliabilityTable([], probabilities: [], classCount: 2) == nil)
    #expect(ReliabilityTable([0], probabilities: [.nan, 1], classCount: 2) == nil)
    #expect(Metrics.brierScore([], probabilities: [], classCount: 3) == nil)
    #expect(Metrics.brierScore([0], probabilities: [.infinity], classCount: 1) == nil)
    #expect(TemperatureScaling.fit([], probabilities: [], classCount: 3) == nil)
    #expect(TemperatureScaling.fit([1], probabilities: [1, 0], classCount: 2) == nil)
    let certain = TemperatureScaling.fit(
      [0, 1],
      probabilities: [0.9, 0.1, 0.2, 0.8],
      classCount: 2
    )
    #expect(agrees(certain?.temperature, TemperatureScaling.range.lowerBound, 1e-6))
    let wrong = TemperatureScaling.fit([1, 0], probabilities: [0.9, 0.1, 0.2, 0.8], classCount: 2)
    #expect(agrees(wrong?.temperature, TemperatureScaling.range.upperBound, 1e-6))
    let same = ReliabilityTable(
      [0, 0, 1],
      probabilities: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      classCount: 2,
      bins: 3,
      binning: .equalMass
    )
    #expect(same?.bins.count == 1)
  }
}

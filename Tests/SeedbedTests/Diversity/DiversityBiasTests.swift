import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Bias and confidence")
struct DiversityBiasTests {
  @Test("Newcombe's interval, the z test and Fisher's test equal statsmodels and SciPy")
  func shares() throws {
    for golden in try DiversityGolden.values.get().shares {
      let counts = golden.counts
      let shares = try #require(
        ShareDifference(counts[0], of: counts[1], against: counts[2], of: counts[3])
      )
      #expect(agrees(shares.difference.lower, golden.low), "\(counts)")
      #expect(agrees(shares.difference.upper, golden.high), "\(counts)")
      #expect(abs(shares.pValue - golden.z) <= 1e-9 * golden.z + 1e-300, "\(counts)")
      #expect(abs(shares.exactPValue - golden.exact) <= 1e-8 * golden.exact + 1e-300, "\(counts)")
      let estimate = Double(counts[2]) / Double(counts[3]) - Double(counts[0]) / Double(counts[1])
      #expect(agrees(shares.difference.estimate, estimate, 1e-12))
      let middle = try #require(
        FisherExact.twoSided(
          counts[0],
          of: counts[1],
          against: counts[2],
          of: counts[3],
          midP: true
        )
      )
      #expect(middle <= shares.exactPValue)
    }
  }

  @Test("samples that cannot be compared")
  func undefined() {
    #expect(ShareDifference(0, of: 0, against: 1, of: 2) == nil)
    #expect(FisherExact.twoSided(3, of: 2, against: 1, of: 2) == nil)
    #expect(FisherExact.twoSided(-1, of: 2, against: 1, of: 2) == nil)
    #expect(FisherExact.twoSided(0, of: 3, against: 0, of: 4) == 1)
    #expect(ShareDifference(5, of: 5, against: 7, of: 7)?.pValue == 1)
    #expect(Metrics.shareChanges(real: [], synthetic: ["a"]) == nil)
  }

  @Test("shares of all values of either side, by name")
  func changes() throws {
    let changes = try #require(
      Metrics.shareChanges(real: ["b", "a", "a", "a"], synthetic: ["c", "a"])
    )
    #expect(changes.map(\.value) == ["a", "b", "c"])
    #expect(changes.map(\.shares.share) == [0.75, 0.25, 0])
    #expect(changes.map(\.shares.otherShare) == [0.5, 0, 0.5])
    #expect(agrees(changes[0].ratio, 2.0 / 3))
    #expect(changes[2].ratio == .infinity)
  }

  @Test("bias amplification equals the formula in pandas, and names what is missing")
  func amplification() throws {
    let golden = try DiversityGolden.values.get().bias
    let measured = try #require(
      Metrics.biasAmplification(
        realLabels: golden.real.map { $0[0] },
        realGroups: golden.real.map { $0[1] },
        syntheticLabels: golden.synthetic.map { $0[0] },
        syntheticGroups: golden.synthetic.map { $0[1] }
      )
    )
    #expect(agrees(measured.mean, golden.mean))
    #expect(measured.missingLabels == ["fly", "swim"])
    #expect(
      measured.cells.map { "\($0.label) \($0.group)" } == [
        "cook f", "cook m", "cook x", "drive f", "drive m", "drive x",
      ]
    )
    #expect(measured.cells.map(\.isTied) == [true, false, false, false, true, false])
  }

  @Test("equal data amplify nothing; no common label leaves nothing to say")
  func noAmplification() {
    let labels = ["a", "a", "b", "b"], groups = ["f", "m", "f", "f"]
    let same = Metrics.biasAmplification(
      realLabels: labels,
      realGroups: groups,
      syntheticLabels: labels,
      syntheticGroups: groups
    )
    #expect(same?.mean == 0)
    let none = Metrics.biasAmplification(
      realLabels: ["a"],
      realGroups: ["f"],
      syntheticLabels: ["b"],
      syntheticGroups: ["f"]
    )
    #expect(none == nil)
  }

  /// Predictions whose confidence is above their accuracy by a bias.
  private func predictions(_ seed: Int, _ count: Int, bias: Double) -> ConfidentPredictions {
    var random = CounterRandom(seed: UInt64(seed), sample: 0, operation: 8, draw: 0)
    let confidences = (0..<count).map { _ in 0.5 + random.unit() * 0.4 }
    return ConfidentPredictions(
      confidences: confidences.map { min($0 + bias, 1) },
      isRight: confidences.map { random.chance($0) }
    )
  }

  @Test("confidence inflation with accuracy beside it")
  func inflation() throws {
    let real = predictions(1, 600, bias: 0), synthetic = predictions(2, 600, bias: 0.15)
    let bootstrap = Bootstrap(replicates: 400, seed: 1, threads: 2)
    let measured = try #require(
      Metrics.confidenceInflation(real: real, synthetic: synthetic, bootstrap: bootstrap)
    )
    #expect(measured.confidence.lower > 0.1 && measured.confidence.upper < 0.2)
    #expect(measured.accuracy.contains(0))
    #expect(measured.overconfidence.lower > 0)
    #expect(
      agrees(
        measured.overconfidence.estimate,
        synthetic.overconfidence - real.overconfidence,
        1e-12
      )
    )
    #expect(agrees(real.overconfidence, real.meanConfidence - real.accuracy, 1e-12))
  }

  @Test("confidences of probabilities; rows that cannot be compared")
  func confidences() {
    let predicted = ConfidentPredictions(
      actual: [0, 1, 1],
      probabilities: [0.7, 0.3, 0.5, 0.5, 0.1, 0.9],
      classCount: 2
    )
    #expect(predicted.confidences == [0.7, 0.5, 0.9])
    #expect(predicted.isRight == [true, false, true])
    let none = ConfidentPredictions(confidences: [], isRight: [])
    #expect(none.meanConfidence == 0 && none.accuracy == 0)
    #expect(Metrics.confidenceInflation(real: none, synthetic: predicted) == nil)
    let broken = ConfidentPredictions(confidences: [.nan], isRight: [true])
    #expect(Metrics.confidenceInflation(real: broken, synthetic: predicted) == nil)
  }

  @Test("the bootstrap of two samples does not depend on threads")
  func bootstrap() {
    let a = (0..<40).map(Double.init), b = (0..<30).map { Double($0) * 2 }
    let one = Bootstrap(replicates: 100, seed: 3, threads: 1).meanDifference(a, less: b)
    #expect(one == Bootstrap(replicates: 100, seed: 3, threads: 3).meanDifference(a, less: b))
    #expect(agrees(one?.estimate, 19.5 - 29))
    #expect(Bootstrap(replicates: 10).meanDifference([], less: a) == nil)
  }
}

import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Confident learning")
struct LabelQualityTests {
  @Test("thresholds, joints, issues and scores equal cleanlab's", arguments: 0..<11)
  func oracle(index: Int) throws {
    let golden = try StudentsGolden.values.get().labels[index]
    let classCount = golden.thresholds.count
    let quality = try #require(
      LabelQuality(
        labels: golden.labels,
        probabilities: golden.probabilities.flatMap(\.self),
        classCount: classCount
      )
    )
    #expect(worstGap(quality.thresholds.compactMap(\.self), golden.thresholds) < 1e-12)
    #expect(quality.confidentJoint == golden.raw.flatMap(\.self))
    #expect(quality.calibratedJoint == golden.joint.flatMap(\.self))
    for rule in LabelQuality.Rule.allCases {
      #expect(quality.issues(rule) == golden.issues[rule.rawValue], "\(rule)")
    }
    for score in LabelQuality.Score.allCases {
      let expected = try #require(golden.scores[score.rawValue])
      #expect(worstGap(quality.scores(score), expected) < 1e-9)
    }
  }

  @Test("the published example: thresholds, joints, issues 2 and 8")
  func published() throws {
    let golden = try StudentsGolden.values.get().labels[0]
    let quality = try #require(
      LabelQuality(
        labels: [0, 0, 0, 1, 1, 1, 2, 2, 2, 0],
        probabilities: golden.probabilities.flatMap(\.self),
        classCount: 3
      )
    )
    #expect(
      worstGap(quality.thresholds.compactMap(\.self), [0.6, 0.6, 0.5666666666666667]) < 1e-12
    )
    #expect(quality.confidentJoint == [3, 1, 0, 0, 2, 0, 1, 0, 2])
    #expect(quality.calibratedJoint == [3, 1, 0, 0, 3, 0, 1, 0, 2])
    #expect(quality.issues(.pruneByNoiseRate) == [2, 8])
    #expect(quality.issues(.confidentLearning) == [2, 8])
    #expect([2, 8].map { quality.suggestedLabel($0) } == [1, 0])
    #expect(agrees(quality.noiseRate, 0.2))
    let margins = [0.925, 0.85, 0.125, 0.85, 0.75, 0.45, 0.925, 0.75, 0.2, 0.65]
    #expect(worstGap(quality.scores(.normalizedMargin), margins) < 1e-12)
    let entropies = [
      0.841535, 0.751541, 0.36962, 0.751541, 0.685034, 0.441759, 0.841535, 0.685034, 0.289934,
      0.631027,
    ]
    #expect(worstGap(quality.scores(.confidenceWeightedEntropy), entropies) < 1e-6)
  }

  @Test("rare classes get no threshold from one example: with a minimum count they are left alone")
  func rareClasses() throws {
    // Class 2 has a single row, of low probability, and so a threshold that half the rows reach.
    let labels = [0, 0, 0, 0, 1, 1, 1, 1, 2]
    let p = labels.enumerated().flatMap { row, label -> [Double] in
      label == 2 ? [0.8, 0.1, 0.1] : label == 0 ? [0.5, 0.2, 0.3] : [0.3, 0.5, 0.2]
    }
    let trusting = try #require(LabelQuality(labels: labels, probabilities: p, classCount: 3))
    #expect(trusting.thresholds[2] != nil)
    let careful = try #require(
      LabelQuality(labels: labels, probabilities: p, classCount: 3, minimumCount: 3)
    )
    #expect(careful.thresholds[2] == nil)
    #expect(!careful.confidentClasses.contains(2))
    for rule in LabelQuality.Rule.allCases { #expect(!careful.issues(rule).contains(8)) }
    #expect(trusting.issues(.confidentLearning).contains(8))
  }

  @Test("finds planted wrong labels among probabilities that know better")
  func planted() throws {
    var random = CounterRandom(seed: 5, sample: 0, operation: 65, draw: 0)
    var labels: [Int] = []
    var p: [Double] = []
    var wrong: Set<Int> = []
    for row in 0..<2000 {
      let truth = random.index(below: 6)
      let weights = (0..<6).map { random.unit() * 0.15 + ($0 == truth ? 0.9 : 0.01) }
      let sum = weights.reduce(0, +)
      p += weights.map { $0 / sum }
      if random.chance(0.05) { wrong.insert(row) }
      labels.append(wrong.contains(row) ? (truth + 1 + random.index(below: 5)) % 6 : truth)
    }
    let quality = try #require(LabelQuality(labels: labels, probabilities: p, classCount: 6))
    for rule in LabelQuality.Rule.allCases {
      let found = quality.issues(rule)
      let right = found.count { wrong.contains($0) }
      // Only rows that reach a mean of others are confident, so that some are missed.
      #expect(Double(right) >= 0.65 * Double(wrong.count))
      #expect(Double(right) >= 0.95 * Double(found.count))
    }
    #expect(abs(quality.noiseRate - Double(wrong.count) / 2000) < 0.005)
  }

  @Test("degenerate input: no rows, one class, one row a class, what is no probability")
  func degenerate() throws {
    #expect(LabelQuality(labels: [], probabilities: [], classCount: 3) == nil)
    #expect(LabelQuality(labels: [0], probabilities: [.nan, 1], classCount: 2) == nil)
    #expect(LabelQuality(labels: [0], probabilities: [1.5, -0.5], classCount: 2) == nil)
    let one = try #require(LabelQuality(labels: [0, 0], probabilities: [1, 1], classCount: 1))
    #expect(one.issues(.both).isEmpty && one.scores(.normalizedMargin) == [1, 1])
    let single = try #require(
      LabelQuality(labels: [0, 1], probabilities: [0.1, 0.9, 0.9, 0.1], classCount: 2)
    )
    for rule in LabelQuality.Rule.allCases where rule != .confidentLearning {
      #expect(single.issues(rule).isEmpty)
    }
    let certain = try #require(
      LabelQuality(labels: [0, 1], probabilities: [1, 0, 1, 0], classCount: 2)
    )
    #expect(certain.scores(.confidenceWeightedEntropy) == [1, 0])
    // Labels 1 and 2 have no rows: no threshold, and none suggested without cause.
    let absent = try #require(
      LabelQuality(labels: [0, 0], probabilities: [0.6, 0.4, 0, 0.5, 0.3, 0.2], classCount: 3)
    )
    #expect(absent.thresholds[1] == nil && absent.issues().isEmpty)
  }
}

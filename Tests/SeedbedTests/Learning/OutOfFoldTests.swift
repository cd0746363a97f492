import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Out-of-fold predictions")
struct OutOfFoldTests {
  @Test("no group crosses folds, and folds are about even", arguments: 0..<40)
  func groupsStayTogether(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), sample: 0, operation: 1, draw: 0)
    let count = 200 + random.index(below: 300)
    let labels = (0..<count).map { _ in random.index(below: 4) }
    let groups = (0..<count).map { _ in random.index(below: 150) - 75 }
    let folds = 2 + random.index(below: 5)
    let foldOf = Folds.assign(labels: labels, groups: groups, count: folds)
    var seen: [Int: Int] = [:]
    for (group, fold) in zip(groups, foldOf) {
      #expect(seen[group, default: fold] == fold)
      seen[group] = fold
    }
    for fold in 0..<folds {
      let share = Double(foldOf.filter { $0 == fold }.count) * Double(folds) / Double(count)
      #expect(abs(share - 1) < 0.25)
    }
    #expect(foldOf == Folds.assign(labels: labels, groups: groups, count: folds))
  }

  @Test("rows without groups are stratified to within one row of each label")
  func stratified() {
    var random = CounterRandom(seed: 3, sample: 0, operation: 1, draw: 0)
    let labels = (0..<500).map { _ in min(random.index(below: 12), random.index(below: 12)) }
    let foldOf = Folds.assign(labels: labels, groups: Array(labels.indices), count: 5)
    for label in 0..<12 {
      let counts = (0..<5).map { fold in
        labels.indices.count { labels[$0] == label && foldOf[$0] == fold }
      }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }
    let sizes = (0..<5).map { fold in foldOf.count { $0 == fold } }
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 5)
  }

  @Test("each row is scored by the model of its fold, which has not seen its group")
  func scoresComeFromTheFoldModel() throws {
    let golden = try LearningGolden.values.get().pipeline
    let groups = golden.texts.indices.map { $0 / 2 }
    let result = OutOfFold.evaluate(
      golden.texts,
      labels: golden.labels,
      groups: groups,
      classCount: 4,
      folds: 3
    )
    #expect(result.models.count == 3)
    for row in golden.texts.indices {
      let own = Array(result.probabilities[(row * 4)..<(row * 4 + 4)])
      #expect(result.model(unseenBy: row).probabilities([golden.texts[row]]) == own)
    }
    let rest = golden.texts.indices.filter { result.foldOf[$0] != 1 }
    let alone = TextClassifier.fit(
      rest.map { golden.texts[$0] },
      rest.map { golden.labels[$0] },
      classCount: 4
    )
    #expect(
      alone.probabilities(golden.testTexts) == result.models[1].probabilities(golden.testTexts)
    )
    let right = zip(result.predictions, golden.labels).count { $0 == $1 }
    #expect(right > golden.labels.count * 3 / 4)
  }

  @Test("labels that say nothing about the texts are not learnt out of fold")
  func noLeak() {
    var random = CounterRandom(seed: 8, sample: 0, operation: 1, draw: 0)
    let texts = (0..<400).map { "row \($0) word\(random.index(below: 50)) unique\($0)" }
    let labels = texts.map { _ in random.index(below: 2) }
    let result = OutOfFold.evaluate(
      texts,
      labels: labels,
      groups: Array(texts.indices),
      classCount: 2,
      folds: 4
    )
    let accuracy = Metrics.accuracy(labels, result.predictions)
    #expect(accuracy > 0.35 && accuracy < 0.65)
  }
}

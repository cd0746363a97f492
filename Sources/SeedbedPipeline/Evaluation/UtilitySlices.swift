import SeedbedData
import SeedbedLearning

/// Tells the test rows apart by label, by difficulty and by each dimension.
struct UtilitySlices: Sendable {
  private var slicings: [(dimension: String, values: [(value: String, rows: [Int])])] = []
  private let classes: [String]

  /// The rows from which a slice gets a word: drawing few rows again and again shows no chance at all.
  private static let leastRows = 10

  /// Sorts the known test rows into slices.
  init(test: TestRows, known: [Int], classes: [String]) {
    self.classes = classes
    let labels = TestRows.Slicing(dimension: "label", values: test.labels)
    let tiers = test.slicings.filter { $0.dimension == TestRows.difficulty }
    let others = test.slicings.filter { !["label", TestRows.difficulty].contains($0.dimension) }
    for slicing in [labels] + tiers + others {
      var rowsOf: [String: [Int]] = [:]
      for (place, row) in known.enumerated() {
        if let value = slicing.values[row] { rowsOf[value, default: []].append(place) }
      }
      var values = rowsOf.map { (value: $0.key, rows: $0.value) }
      if slicing.dimension == TestRows.difficulty {
        let tiers = Difficulty.allCases.map(\.rawValue)
        func place(_ value: String) -> Int { tiers.firstIndex(of: value) ?? tiers.count }
        values.sort { (place($0.value), $0.value) < (place($1.value), $1.value) }
      } else {
        values.sort { ($1.rows.count, $0.value) < ($0.rows.count, $1.value) }
      }
      slicings.append((slicing.dimension, values))
    }
  }

  func slices(_ plan: UtilityPlan, _ findings: UtilityFindings) -> [UtilityReport.Slice] {
    let arms = [plan.real, plan.synthetic, plan.mix]
    let scores = arms.map { arm in
      ConfusionMatrix(
        actual: findings.actual,
        predicted: findings.outputs[arm.trainings[0]].predicted,
        classCount: findings.classCount
      ).classScores
    }
    return slicings.flatMap { dimension, values -> [UtilityReport.Slice] in
      let found = values.compactMap { value, rows in
        findings.accuracyChange(on: rows, from: plan.real, to: plan.mix).map { (value, rows, $0) }
      }
      let adjusted = BenjaminiHochberg.adjusted(found.map(\.2.pValue))
      return zip(found, adjusted).map { entry, adjusted in
        let (value, rows, change) = entry
        let label = dimension == "label" ? classes.firstIndex(of: value) : nil
        return UtilityReport.Slice(
          dimension: dimension,
          value: value,
          rows: rows.count,
          real: findings.accuracy(on: rows, plan.real),
          synthetic: findings.accuracy(on: rows, plan.synthetic),
          mix: findings.accuracy(on: rows, plan.mix),
          f1: label.map { label in scores.map { $0[label].f1 } },
          change: change,
          adjustedP: adjusted,
          effect: rows.count < Self.leastRows
            ? .cannotTell : UtilityEffect(change, adjustedP: adjusted)
        )
      }
    }
  }
}

import SeedbedLearning

/// How tightly students are held to what they knew before they saw a row.
///
/// It is chosen once, on the real rows, and serves every training set. A student that is held too tight gets
/// better by mere copies of its rows, since they loosen it: whatever is added would seem to help.
struct StudentStrengths: Sendable, Hashable {
  /// `C` of the logistic regression.
  var inverseRegularization: Double
  /// What naive Bayes adds to each count.
  var smoothing: Double

  /// The strengths to choose from, the tightest first.
  private static let grid: [Double] = [1, 4, 16, 64, 256, 1024]

  /// What is counted, and how the logistic regression is fitted.
  var options: TextClassifier.Options {
    var options = TextClassifier.Options.labels
    options.student.inverseRegularization = inverseRegularization
    return options
  }

  /// Chooses the strengths with the least log loss on rows that the student has not seen.
  ///
  /// The rows are real, or synthetic where there are no others. Of equals the tightest is taken. Without
  /// `smooths` naive Bayes gets what belongs to the logistic regression's strength.
  static func choose(
    _ rows: TrainingRows,
    given: Double?,
    smooths: Bool = true,
    threads: Int
  ) async throws -> StudentStrengths {
    if let given { return StudentStrengths(inverseRegularization: given, smoothing: 1 / given) }
    let trials = StrengthTrials(rows)
    let losses = try await mapConcurrently(grid, width: threads) { strength in
      let tried = StudentStrengths(inverseRegularization: strength, smoothing: 1 / strength)
      try Task.checkCancellation()
      let regression = trials.loss(ofRegression: tried)
      guard smooths else { return [regression] }
      try Task.checkCancellation()
      return [regression, trials.loss(ofBayes: tried)]
    }
    func best(_ kind: Int) -> Double {
      grid[grid.indices.min { (losses[$0][kind], $0) < (losses[$1][kind], $1) } ?? 0]
    }
    let regression = best(0)
    return StudentStrengths(
      inverseRegularization: regression,
      smoothing: 1 / (smooths ? best(1) : regression)
    )
  }
}

/// How well students of some strength foretell the labels of rows that they have not seen.
private struct StrengthTrials: Sendable {
  private let texts: [String]
  private let labels: [Int]
  private let groups: [Int]
  private let classCount: Int

  private static let folds = 3

  init(_ rows: TrainingRows) {
    let chosen = rows.realCount > 0 ? rows.real : rows.synthetic
    texts = chosen.map { rows.texts[$0] }
    labels = chosen.map { rows.labels[$0] }
    groups = chosen.map { rows.groups[$0] }
    classCount = rows.classes.count
  }

  func loss(ofRegression tried: StudentStrengths) -> Double {
    loss(
      OutOfFold.evaluate(
        texts,
        labels: labels,
        groups: groups,
        classCount: classCount,
        folds: Self.folds,
        options: tried.options
      ).probabilities
    )
  }

  func loss(ofBayes tried: StudentStrengths) -> Double {
    loss(
      OutOfFoldScores.evaluate(
        texts,
        labels: labels,
        groups: groups,
        classCount: classCount,
        folds: Self.folds,
        features: tried.options.features
      ) { NaiveBayes.fit($0, $1, classCount: classCount, smoothing: tried.smoothing) }
      .probabilities
    )
  }

  private func loss(_ probabilities: [Double]) -> Double {
    Metrics.logLoss(labels, probabilities: probabilities, classCount: classCount)
  }
}

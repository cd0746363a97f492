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
  private static let folds = 3

  /// What is counted, and how the logistic regression is fitted.
  var options: TextClassifier.Options {
    var options = TextClassifier.Options.labels
    options.student.inverseRegularization = inverseRegularization
    return options
  }

  /// Chooses the strengths with the least log loss on rows that the student has not seen.
  ///
  /// The rows are real, or synthetic where there are no others. Of equals the tightest is taken.
  static func choose(
    _ rows: TrainingRows,
    given: Double?,
    threads: Int
  ) async throws -> StudentStrengths {
    if let given { return StudentStrengths(inverseRegularization: given, smoothing: 1 / given) }
    let chosen = rows.realCount > 0 ? rows.real : rows.synthetic
    let texts = chosen.map { rows.texts[$0] }, labels = chosen.map { rows.labels[$0] }
    let groups = chosen.map { rows.groups[$0] }, classCount = rows.classes.count
    let losses = try await mapConcurrently(grid, width: threads) { strength in
      try Task.checkCancellation()
      let tried = StudentStrengths(inverseRegularization: strength, smoothing: 1 / strength)
      let regression = OutOfFold.evaluate(
        texts,
        labels: labels,
        groups: groups,
        classCount: classCount,
        folds: folds,
        options: tried.options
      ).probabilities
      try Task.checkCancellation()
      let bayes = OutOfFoldScores.evaluate(
        texts,
        labels: labels,
        groups: groups,
        classCount: classCount,
        folds: folds,
        features: tried.options.features
      ) { NaiveBayes.fit($0, $1, classCount: classCount, smoothing: tried.smoothing) }
      .probabilities
      return [regression, bayes].map {
        Metrics.logLoss(labels, probabilities: $0, classCount: classCount)
      }
    }
    let best = (0..<2).map { kind in
      grid.indices.min { (losses[$0][kind], $0) < (losses[$1][kind], $1) } ?? 0
    }
    return StudentStrengths(
      inverseRegularization: grid[best[0]],
      smoothing: 1 / grid[best[1]]
    )
  }
}

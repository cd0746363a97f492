/// The folds of a cross-validation as rows of features, to be fitted again with other labels.
struct DriftRefits: Sendable {
  private struct Fold: Sendable {
    let training: SparseMatrix
    let trainingRows: [Int]
    let left: SparseMatrix
    let leftRows: [Int]
    let options: LogisticRegression.Options
  }

  private let folds: [Fold]
  private let count: Int

  init(_ texts: [String], _ left: OutOfFold, threads: Int) {
    count = texts.count
    folds = left.models.enumerated().map { fold, model in
      // What the vectoriser learnt of the texts has nothing to do with their labels.
      let rows = model.vectorizer.transform(texts, threads: threads)
      let training = texts.indices.filter { left.foldOf[$0] != fold }
      let rest = texts.indices.filter { left.foldOf[$0] == fold }
      return Fold(
        training: rows.rows(training),
        trainingRows: training,
        left: rows.rows(rest),
        leftRows: rest,
        options: .init()
      )
    }
  }

  /// The area out of fold with these labels.
  func area(_ labels: [Bool]) -> Double {
    var scores = [Double](repeating: 0, count: count)
    for fold in folds {
      let student = LogisticRegression.fit(
        fold.training,
        fold.trainingRows.map { labels[$0] ? 1 : 0 },
        classCount: 2,
        options: fold.options
      )
      let probabilities = student.probabilities(fold.left)
      for (place, row) in fold.leftRows.enumerated() { scores[row] = probabilities[2 * place + 1] }
    }
    return Metrics.areaUnderROC(scores: scores, labels: labels) ?? .nan
  }
}

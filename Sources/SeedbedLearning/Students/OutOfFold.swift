/// What classifiers say about each text that has had no part in their training.
///
/// Grouped, stratified cross-validation: the whole pipeline, the vectoriser too, is fitted anew
/// without each fold. A label whose rows all lie in one fold is unknown to that fold's classifier and
/// gets the probability 0 there.
public struct OutOfFold: Sendable {
  /// The probability of every class for every text, row by row.
  public let probabilities: [Double]
  /// The fold of each text.
  public let foldOf: [Int]
  /// For each fold the classifier that saw nothing of it.
  public let models: [TextClassifier]
  /// How many classes a row of probabilities has.
  public let classCount: Int

  /// Cross-validates a text classifier.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - labels: Class ids in `0..<classCount`, one a text.
  ///   - groups: The group of each text; rows of one group are always left out together.
  ///   - classCount: How many classes there are, at least 1.
  ///   - folds: How many folds, from 2.
  ///   - options: What to count and how to fit.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The probabilities and the classifiers that gave them.
  public static func evaluate(
    _ texts: [String],
    labels: [Int],
    groups: [Int],
    classCount: Int,
    folds: Int = 5,
    options: TextClassifier.Options = .init(),
    threads: Int = 1
  ) -> OutOfFold {
    precondition(folds > 1, "cross-validation needs two folds")
    precondition(texts.count == labels.count, "cross-validation needs one label a text")
    let foldOf = Folds.assign(labels: labels, groups: groups, count: folds)
    let hashed = HashedTexts(texts, options: options.features, threads: threads)
    var models: [TextClassifier] = []
    let probabilities = Folds.probabilities(foldOf, count: folds, classCount: classCount) {
      let model = TextClassifier.fit(
        hashed,
        rows: $0,
        labels,
        classCount: classCount,
        options: options,
        threads: threads
      )
      models.append(model)
      return model.student.probabilities(
        model.vectorizer.transform(hashed, rows: $1, threads: threads),
        threads: threads
      )
    }
    return OutOfFold(
      probabilities: probabilities,
      foldOf: foldOf,
      models: models,
      classCount: classCount
    )
  }

  /// The classifier that has not seen a text's group: the one to judge what derives from that text.
  ///
  /// - Parameter row: The text's place.
  /// - Returns: One of `models`.
  public func model(unseenBy row: Int) -> TextClassifier { models[foldOf[row]] }

  /// The most probable class of each text by the classifier that has not seen it.
  public var predictions: [Int] {
    foldOf.indices.map { row in
      var best = 0
      for label in 1..<max(classCount, 1)
      where probabilities[row * classCount + label] > probabilities[row * classCount + best] {
        best = label
      }
      return best
    }
  }
}

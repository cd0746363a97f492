/// What any student says about each row that has had no part in its training.
///
/// Grouped, stratified cross-validation as `OutOfFold`, for every kind of student.
public struct OutOfFoldScores: Sendable {
  /// The probability of every class for every row, row by row.
  public let probabilities: [Double]
  /// The fold of each row.
  public let foldOf: [Int]
  /// How many classes a row of probabilities has.
  public let classCount: Int

  /// Cross-validates a student on rows that do not depend on the labels, such as embeddings.
  ///
  /// - Parameters:
  ///   - rows: One row for each label.
  ///   - labels: Class ids in `0..<classCount`.
  ///   - groups: The group of each row, such as its near-duplicates; those of one group are always left
  ///     out together.
  ///   - classCount: How many classes there are, at least 1.
  ///   - folds: How many folds, from 2.
  ///   - threads: How many cores to use for the predictions.
  ///   - fit: Makes a student of some of the rows and their labels.
  /// - Returns: The probabilities by the student that has not seen the row.
  public static func evaluate(
    _ rows: FeatureRows,
    labels: [Int],
    groups: [Int],
    classCount: Int,
    folds: Int = 5,
    threads: Int = 1,
    fit: (FeatureRows, [Int]) -> any Student
  ) -> OutOfFoldScores {
    precondition(rows.rowCount == labels.count, "cross-validation needs one label a row")
    return evaluate(labels: labels, groups: groups, classCount: classCount, folds: folds) {
      fit(rows.rows($0), $0.map { labels[$0] }).probabilities(rows.rows($1), threads: threads)
    }
  }

  /// Cross-validates a student on texts; the vectoriser, too, is fitted anew without each fold.
  ///
  /// - Parameters:
  ///   - texts: One text for each label.
  ///   - labels: Class ids in `0..<classCount`.
  ///   - groups: The group of each text; those of one group are always left out together.
  ///   - classCount: How many classes there are, at least 1.
  ///   - folds: How many folds, from 2.
  ///   - features: How texts become rows.
  ///   - threads: How many cores to use; the result does not depend on it.
  ///   - fit: Makes a student of some of the rows and their labels.
  /// - Returns: The probabilities by the student that has not seen the text.
  public static func evaluate(
    _ texts: [String],
    labels: [Int],
    groups: [Int],
    classCount: Int,
    folds: Int = 5,
    features: TFIDFVectorizer.Options = .init(),
    threads: Int = 1,
    fit: (FeatureRows, [Int]) -> any Student
  ) -> OutOfFoldScores {
    precondition(texts.count == labels.count, "cross-validation needs one label a text")
    let hashed = HashedTexts(texts, options: features, threads: threads)
    return evaluate(labels: labels, groups: groups, classCount: classCount, folds: folds) {
      let vectorizer = TFIDFVectorizer(hashed, rows: $0, options: features)
      let student = fit(
        .sparse(vectorizer.transform(hashed, rows: $0, threads: threads)),
        $0.map { labels[$0] }
      )
      return student.probabilities(
        .sparse(vectorizer.transform(hashed, rows: $1, threads: threads)),
        threads: threads
      )
    }
  }

  /// The most probable class of each row, the first of equals.
  public var predictions: [Int] {
    foldOf.indices.map { mostProbable(probabilities, row: $0, classCount: classCount) }
  }

  private static func evaluate(
    labels: [Int],
    groups: [Int],
    classCount: Int,
    folds: Int,
    scores: (_ kept: [Int], _ left: [Int]) -> [Double]
  ) -> OutOfFoldScores {
    precondition(folds > 1, "cross-validation needs two folds")
    let foldOf = Folds.assign(labels: labels, groups: groups, count: folds)
    let probabilities = Folds.probabilities(foldOf, count: folds, classCount: classCount) {
      $1.isEmpty ? [] : scores($0, $1)
    }
    return OutOfFoldScores(probabilities: probabilities, foldOf: foldOf, classCount: classCount)
  }
}

import SeedbedLearning

/// How fast the errors of a text classifier fall with the number of its training rows.
enum LearningExponent {
  /// Fits a classifier to every other training row of the first fold and compares it with the one of all.
  static func measure(
    _ texts: [String],
    labels: [Int],
    classCount: Int,
    outOfFold: OutOfFold,
    threads: Int
  ) -> ErrorPowerLaw {
    let left = texts.indices.filter { outOfFold.foldOf[$0] == 0 }
    var seen = [Int](repeating: 0, count: classCount)
    // Every other row of each label.
    let half = texts.indices.filter { row in
      guard outOfFold.foldOf[row] != 0 else { return false }
      seen[labels[row]] += 1
      return seen[labels[row]] % 2 == 1
    }
    let model = TextClassifier.fit(
      half.map { texts[$0] },
      half.map { labels[$0] },
      classCount: classCount,
      options: LabelEvidence.options,
      threads: threads
    )
    let guesses = model.predict(left.map { texts[$0] }, threads: threads)
    let predictions = outOfFold.predictions
    return ErrorPowerLaw(
      errorsOnHalf: zip(left, guesses).count { labels[$0] != $1 },
      errorsOnAll: left.count { labels[$0] != predictions[$0] }
    )
  }
}

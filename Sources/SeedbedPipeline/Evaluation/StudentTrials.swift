import SeedbedLearning

/// What a student says of every test row.
struct StudentOutput: Sendable {
  var predicted: [Int] = []
  /// The probability of the predicted class.
  var confidences: [Double] = []
}

/// One training to be done.
struct StudentTraining: Sendable, Hashable {
  var student: EvaluationStudent
  /// The rows to learn from, ascending.
  var rows: [Int]
}

/// A training set, whole and without each fold, as places among the trainings to be done.
struct TrainingArm: Sendable, Hashable {
  /// How many rows the whole set has.
  var rows: Int
  /// The training on all rows, then those without each fold.
  var trainings: [Int]

  var folds: Int { trainings.count - 1 }
}

/// Trainings to be done, each once.
struct TrialPlan: Sendable {
  private(set) var trainings: [StudentTraining] = []
  private var places: [StudentTraining: Int] = [:]

  /// Adds a training on rows, unless it is there, and gives its place.
  mutating func add(
    _ rows: [Int],
    student: EvaluationStudent = .logisticRegression
  ) -> Int {
    let training = StudentTraining(student: student, rows: rows.sorted())
    if let place = places[training] { return place }
    places[training] = trainings.count
    trainings.append(training)
    return trainings.count - 1
  }

  /// Adds a training on rows, and those without each fold.
  mutating func arm(
    _ rows: [Int],
    foldOf: [Int],
    folds: Int,
    student: EvaluationStudent = .logisticRegression
  ) -> TrainingArm {
    let whole = add(rows, student: student)
    let parts = (0..<folds).map { fold in
      add(rows.filter { foldOf[$0] != fold }, student: student)
    }
    return TrainingArm(rows: rows.count, trainings: [whole] + parts)
  }
}

/// Trains students and lets them speak of the test rows.
struct StudentTrials: Sendable {
  var texts: CountedTexts
  var labels: [Int]
  var classCount: Int
  var strengths: StudentStrengths
  var test: CountedTexts

  /// Does all trainings.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  func outputs(
    of trainings: [StudentTraining],
    threads: Int,
    progress: @escaping @Sendable () -> Void
  ) async throws -> [StudentOutput] {
    // A thread for each student serves better than several for one, unless there are few students.
    let inner = max(1, threads / max(trainings.count, 1))
    return try await mapConcurrently(trainings, width: threads) { training in
      try Task.checkCancellation()
      defer { progress() }
      return output(of: training, threads: inner)
    }
  }

  private func output(of training: StudentTraining, threads: Int) -> StudentOutput {
    let rows = training.rows
    let vectorizer = TFIDFVectorizer(texts, rows: rows)
    let student = training.student.fit(
      vectorizer.transform(texts, rows: rows, threads: threads),
      rows.map { labels[$0] },
      classCount: classCount,
      strengths: strengths,
      threads: threads
    )
    var output = StudentOutput()
    // In parts, since a row of probabilities is as long as there are classes.
    let part = 4096
    for start in stride(from: 0, to: test.count, by: part) {
      let places = Array(start..<min(start + part, test.count))
      let probabilities = student.probabilities(
        .sparse(vectorizer.transform(test, rows: places, threads: threads)),
        threads: threads
      )
      for row in places.indices {
        let first = row * classCount
        var best = first
        for index in first..<(first + classCount) where probabilities[index] > probabilities[best] {
          best = index
        }
        output.predicted.append(best - first)
        output.confidences.append(probabilities[best])
      }
    }
    return output
  }
}

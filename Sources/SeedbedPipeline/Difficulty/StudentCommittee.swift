import SeedbedData
import SeedbedLearning

/// Students of other kinds than the label model's, each trained on the same folds: naive Bayes and nearest
/// centroid.
struct StudentCommittee: Sendable {
  private let vectorizers: [TFIDFVectorizer]
  private let students: [[any Student]]
  private let classCount: Int

  /// How much naive Bayes adds to every count; TF-IDF rows of short texts hold little.
  private static let smoothing = 0.1

  init(_ samples: [Sample], _ labels: LabelModel, threads: Int) {
    let numbers = Dictionary(uniqueKeysWithValues: labels.classes.enumerated().map { ($1, $0) })
    let known = samples.compactMap { sample -> (text: String, label: Int, fold: Int)? in
      guard let row = labels.rowOf[sample.id.hex], let label = sample.label.flatMap({ numbers[$0] })
      else { return nil }
      return (sample.text, label, labels.outOfFold.foldOf[row])
    }
    classCount = labels.classes.count
    vectorizers = labels.outOfFold.models.map(\.vectorizer)
    students = labels.outOfFold.models.indices.map { fold in
      let kept = known.filter { $0.fold != fold }
      let matrix = labels.outOfFold.models[fold].vectorizer
        .transform(kept.map(\.text), threads: threads)
      let rows = FeatureRows.sparse(matrix), classes = kept.map(\.label)
      return [
        NaiveBayes.fit(
          rows,
          classes,
          classCount: labels.classes.count,
          smoothing: Self.smoothing,
          learnsPriors: false
        ),
        NearestCentroid.fit(rows, classes, classCount: labels.classes.count),
      ]
    }
  }

  /// The label that each student gives each text.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - folds: The fold of the text's group; nil where no student has seen it.
  ///   - threads: The most threads.
  /// - Returns: For each text the class by each student.
  func votes(on texts: [String], folds: [Int?], threads: Int) -> [[Int]] {
    let kinds = students.first?.count ?? 0
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: texts.count * classCount),
      count: kinds
    )
    for fold in vectorizers.indices {
      let rows = texts.indices.filter { (folds[$0] ?? fold) == fold }
      guard !rows.isEmpty else { continue }
      let matrix = vectorizers[fold].transform(rows.map { texts[$0] }, threads: threads)
      for kind in 0..<kinds {
        let found = students[fold][kind].probabilities(.sparse(matrix), threads: threads)
        for (place, row) in rows.enumerated() {
          for label in 0..<classCount {
            sums[kind][row * classCount + label] += found[place * classCount + label]
          }
        }
      }
    }
    return texts.indices.map { row in
      sums.map { values in
        var best = 0
        for label in 1..<max(classCount, 1)
        where values[row * classCount + label] > values[row * classCount + best] { best = label }
        return best
      }
    }
  }
}

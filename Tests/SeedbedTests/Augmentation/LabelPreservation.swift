import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import SeedbedText

/// A labelled dataset with a classifier that has seen its real training rows only.
struct LabelPreservation {
  /// How a method changes what the classifier makes of real test rows.
  struct Measure {
    var rows: Int
    var changed: Int
    /// Rows whose class was right before, and after.
    var rightBefore: Int
    var rightAfter: Int
    /// Changed rows that were right only before, and only after.
    var lost: Int
    var won: Int

    /// By how many points agreement falls over all rows.
    var drop: Double { 100 * Double(lost - won) / Double(max(rows, 1)) }
    /// By how many it falls among the changed rows.
    var dropOfChanged: Double { 100 * Double(lost - won) / Double(max(changed, 1)) }
    /// Its standard error (paired, as in McNemar's test).
    var errorOfChanged: Double {
      guard changed > 0 else { return 0 }
      let (n, mean) = (Double(changed), Double(lost - won) / Double(changed))
      return 100 * ((Double(lost + won) / n - mean * mean).squareRoot() / n.squareRoot())
    }
    /// Whether labels can be said to be lost: agreement falls by more than 3 points over all rows, or by
    /// more than 3 points among the changed ones, and that is no accident of which rows they are.
    var isTooMuch: Bool { drop > 3 || dropOfChanged - 2 * errorOfChanged > 3 }
  }

  let name: String
  let classifier: TextClassifier
  let keywords: LabelKeywords
  let labels: [String]
  let test: (texts: [String], classes: [Int])
  let predicted: [Int]

  private init(
    _ name: String,
    train: [(text: String, label: String)],
    test: [(text: String, label: String)]
  ) {
    self.name = name
    labels = Set(train.map(\.label)).sorted()
    let ids = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    // What the project itself checks labels with: words, and pieces of words that bear a typing error.
    classifier = TextClassifier.fit(
      train.map(\.text),
      train.map { ids[$0.label] ?? 0 },
      classCount: labels.count,
      options: .init(
        features: .init(wordLengths: 1...1, characterLengths: 2...4),
        student: .init(classWeight: .balanced, tolerance: 1e-3, maximumIterations: 60)
      ),
      threads: 2
    )
    keywords = LabelKeywords(learning: train)
    self.test = (test.map(\.text), test.map { ids[$0.label] ?? 0 })
    predicted = classifier.predict(self.test.texts, threads: 2)
  }

  /// The two datasets; none where they are missing.
  static let all: [LabelPreservation] = {
    guard AugmentationData.folder != nil else { return [] }
    return [
      LabelPreservation(
        "banking77",
        train: banking("train"),
        test: banking("test")
      ),
      LabelPreservation("tweeteval emotion", train: emotion("train"), test: emotion("test")),
    ]
  }()

  /// Varies test rows by a method at its default rate and asks the classifier again.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - count: How many test rows, spread over all; nil for all of them.
  /// - Returns: What changed and what the classifier made of it.
  func measure(_ method: any TransformMethod, count: Int? = nil) -> Measure {
    let total = test.texts.count
    let rows = count.map { count in (0..<count).map { $0 * total / count } } ?? Array(0..<total)
    var changed: [(row: Int, text: String)] = []
    for row in rows {
      let seed = Seed(
        reading: test.texts[row],
        language: "en",
        label: labels[test.classes[row]],
        keywords: keywords
      )
      var random = AugmentationMethods.random(method.descriptor.name, sample: row)
      guard let variation = method.variation(of: seed, random: &random) else { continue }
      changed.append((row, variation.text))
    }
    let after = classifier.predict(changed.map(\.text), threads: 2)
    let right = rows.count { predicted[$0] == test.classes[$0] }
    var measure = Measure(
      rows: rows.count,
      changed: changed.count,
      rightBefore: right,
      rightAfter: right,
      lost: 0,
      won: 0
    )
    for (change, now) in zip(changed, after) {
      let truth = test.classes[change.row]
      let (was, stays) = (predicted[change.row] == truth, now == truth)
      if was, !stays { measure.lost += 1 }
      if stays, !was { measure.won += 1 }
    }
    measure.rightAfter += measure.won - measure.lost
    return measure
  }

  private static func banking(_ part: String) -> [(text: String, label: String)] {
    ((try? AugmentationData.rows("banking77/\(part).csv")) ?? []).map { row in
      (row["text"]?.string ?? "", row["category"]?.string ?? "")
    }
  }

  private static func emotion(_ part: String) -> [(text: String, label: String)] {
    func lines(_ kind: String) -> [Substring] {
      AugmentationData.text("tweeteval/emotion/\(part)_\(kind).txt").split(separator: "\n")
    }
    return zip(lines("text"), lines("labels")).map { (String($0), String($1)) }
  }
}

public import SeedbedData
public import SeedbedLearning

/// What the sealed real holdout says of a student trained on real data, and of one trained on real and
/// synthetic data together.
public struct HoldoutMeasurement: Sendable {
  /// Rows of the holdout whose label the training data knows.
  public var rows: Int
  /// Macro F1 of the student trained on real data, with its 95 % interval.
  public var real: Interval
  /// Macro F1 of the student trained on real and synthetic data.
  public var mixed: Interval
  /// The difference, on the same drawn rows.
  public var difference: Interval

  /// Trains both students and measures them.
  ///
  /// - Parameters:
  ///   - train: The training samples of a version.
  ///   - holdout: The sealed holdout.
  ///   - seed: The seed of the bootstrap.
  ///   - threads: The most threads.
  /// - Returns: Nil where the task has no labels, nothing synthetic is in training, or the holdout shares
  ///   no label with it.
  public static func measure(
    train: [Sample],
    holdout: SealedHoldout,
    seed: Int,
    threads: Int
  ) -> HoldoutMeasurement? {
    let real = train.filter { $0.origin == .real }
    let classes = Array(Set(train.compactMap(\.label))).sorted()
    guard classes.count >= 2, real.count < train.count, train.allSatisfy({ $0.label != nil }),
      Set(real.compactMap(\.label)).count >= 2
    else { return nil }
    let truth = holdout.classes(among: classes)
    let known = truth.indices.filter { truth[$0] != nil }
    guard !known.isEmpty else { return nil }
    let actual = known.compactMap { truth[$0] }
    func predictions(_ samples: [Sample]) -> [Int] {
      let labels = samples.map { sample in
        classes.firstIndex { $0 == sample.label } ?? 0
      }
      let student = TextClassifier.fit(
        samples.map(\.text),
        labels,
        classCount: classes.count,
        options: .labels,
        threads: threads
      )
      let all = holdout.predictions(of: student)
      return known.map { all[$0] }
    }
    let before = predictions(real), after = predictions(train)
    let bootstrap = Bootstrap(
      replicates: 1000,
      confidence: 0.95,
      seed: UInt64(bitPattern: Int64(seed)),
      threads: threads
    )
    return HoldoutMeasurement(
      rows: known.count,
      real: bootstrap.macroF1(actual, before, classCount: classes.count),
      mixed: bootstrap.macroF1(actual, after, classCount: classes.count),
      difference: bootstrap.macroF1Difference(
        actual,
        before: before,
        after: after,
        classCount: classes.count
      )
    )
  }

  /// The measurement as printed with `--json`.
  public var json: JSONObject {
    [
      "rows": .number(JSONNumber(rows)), "metric": "macro_f1", "real": .object(real.json),
      "real_and_synthetic": .object(mixed.json), "difference": .object(difference.json),
    ]
  }
}

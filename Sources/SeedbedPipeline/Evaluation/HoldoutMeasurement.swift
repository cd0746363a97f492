public import SeedbedData
public import SeedbedLearning

/// What the sealed real holdout says of a student trained on real data, and of one trained on real and
/// synthetic data together.
///
/// It is the comparison with which a full evaluation begins, by the same student, the same folds and the
/// same draws: what a run says of a version, `evaluate` says of it too.
public struct HoldoutMeasurement: Sendable, Hashable {
  /// Rows of the holdout whose label the training data knows.
  public var rows: Int
  /// Macro F1 of the student trained on real data, with its 95 % interval.
  public var real: Interval
  /// Macro F1 of the student trained on real and synthetic data.
  public var mixed: Interval
  /// The difference, on the same drawn rows and the same folds.
  public var difference: Interval
  /// How probable so great a difference is by chance; nil in records of older programs.
  public var pValue: Double?
  /// `C` of both students, chosen on the real rows; nil in records of older programs.
  public var strength: Double?

  /// What follows for the synthetic rows, and no more.
  public var effect: UtilityEffect { UtilityEffect(difference) }

  /// Makes a measurement of numbers.
  ///
  /// - Parameters:
  ///   - rows: How many rows were measured on.
  ///   - real: Macro F1 after training on real data.
  ///   - mixed: Macro F1 after training on real and synthetic data.
  ///   - difference: The difference.
  ///   - pValue: How probable so great a difference is by chance.
  ///   - strength: `C` of both students.
  public init(
    rows: Int,
    real: Interval,
    mixed: Interval,
    difference: Interval,
    pValue: Double? = nil,
    strength: Double? = nil
  ) {
    self.rows = rows
    self.real = real
    self.mixed = mixed
    self.difference = difference
    self.pValue = pValue
    self.strength = strength
  }

  /// Trains both students and measures them.
  ///
  /// - Parameters:
  ///   - train: The training samples of a version.
  ///   - test: The rows of the sealed holdout.
  ///   - seed: The seed of folds and draws.
  ///   - threads: The most threads; the result does not depend on it.
  ///   - progress: Is told how many of the students are trained; from any thread.
  /// - Returns: Nil where the task has no labels, nothing synthetic is in training, or the holdout shares
  ///   no label with it.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func measure(
    train: [Sample],
    test: TestRows,
    seed: Int,
    threads: Int,
    progress: @escaping @Sendable (UtilityEvaluation.Progress) -> Void = { _ in }
  ) async throws -> HoldoutMeasurement? {
    let real = train.filter { $0.origin == .real }
    let known = Set(train.compactMap(\.label))
    guard train.allSatisfy({ $0.label != nil }), real.count < train.count,
      Set(real.compactMap(\.label)).count >= 2,
      test.labels.contains(where: { $0.map(known.contains) ?? false })
    else { return nil }
    var options = UtilityOptions()
    options.seed = seed
    options.threads = threads
    return try await UtilityEvaluation(train: train, test: test, options: options)
      .headline(progress: progress)
  }

  /// The measurement as printed with `--json`.
  public var json: JSONObject {
    var change = difference.json
    change["p_value"] = .optional(pValue)
    return [
      "rows": .number(JSONNumber(rows)), "metric": "macro_f1", "real": .object(real.json),
      "real_and_synthetic": .object(mixed.json), "difference": .object(change),
      "strength": .optional(strength), "effect": .string(effect.rawValue),
    ]
  }
}

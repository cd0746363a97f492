import SeedbedData
import SeedbedKernels
import SeedbedLearning
import Synchronization

/// Measures what synthetic rows are worth: students are trained on real rows, on synthetic rows and on
/// both, and measured on real rows that none of them has seen.
///
/// The student of an evaluation is deterministic, so that what varies from seed to seed is what it is
/// trained on: the training rows are cut into folds, and each is left out once, with all rows of the same
/// group. A real row leaves together with what was made from it, or else the synthetic rows would give
/// back what was left out.
///
///     let evaluation = UtilityEvaluation(real: rows, synthetic: made, test: held)
///     let report = try await evaluation.report()
public struct UtilityEvaluation: Sendable {
  /// How far an evaluation is.
  public struct Progress: Sendable, Hashable {
    /// What is being done.
    public var stage: String
    /// How many trainings are done.
    public var done: Int
    /// How many there are.
    public var total: Int
  }

  private let real: [UtilityRow]
  private let synthetic: [UtilityRow]
  private let test: TestRows
  private let options: UtilityOptions

  /// Prepares an evaluation.
  ///
  /// - Parameters:
  ///   - real: The real training rows; those without a label are left out.
  ///   - synthetic: The synthetic training rows; those without a label are left out.
  ///   - test: Real rows that nothing is trained on.
  ///   - options: What to measure.
  public init(
    real: [UtilityRow],
    synthetic: [UtilityRow],
    test: TestRows,
    options: UtilityOptions = UtilityOptions()
  ) {
    self.real = real.filter { $0.label != nil }
    self.synthetic = synthetic.filter { $0.label != nil }
    self.test = test
    self.options = options
  }

  /// Prepares an evaluation of plain rows.
  ///
  /// - Parameters:
  ///   - real: The real training rows; those without a label are left out.
  ///   - synthetic: The synthetic training rows; those without a label are left out.
  ///   - test: Real rows that nothing is trained on.
  ///   - options: What to measure.
  public init(
    real: [UtilityRow],
    synthetic: [UtilityRow],
    test: [UtilityRow],
    options: UtilityOptions = UtilityOptions()
  ) {
    self.init(real: real, synthetic: synthetic, test: TestRows(test), options: options)
  }

  /// Trains all students and measures them.
  ///
  /// - Parameter progress: Is told how far it is; from any thread.
  /// - Returns: The report.
  /// - Throws: A usage error for options out of range, a data error where there is nothing to train or
  ///   to measure, `CancellationError` when the task is cancelled.
  public func report(
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> UtilityReport {
    let ground = try await ground(smooths: true, progress)
    let (rows, strengths) = (ground.rows, ground.strengths)
    var trials = TrialPlan()
    let plan = UtilityPlan(rows, synthetic: synthetic, options: options, into: &trials)
    let findings = try await findings(of: trials, on: ground, progress)
    var report = UtilityReport(
      metric: options.metric,
      seed: options.seed,
      seeds: options.seeds,
      replicates: options.replicates,
      confidence: options.confidence,
      strength: strengths.inverseRegularization,
      smoothing: strengths.smoothing,
      isStrengthChosen: options.strength == nil,
      realRows: real.count,
      syntheticRows: synthetic.count,
      labels: rows.classes.count,
      testRows: ground.known.count,
      unknownRows: test.count - ground.known.count,
      arms: plan.arms(findings),
      comparisons: plan.comparisons(findings),
      slices: []
    )
    if plan.hasBoth {
      let slices = UtilitySlices(test: test, known: ground.known, classes: rows.classes)
      report.slices = slices.slices(plan, findings)
    }
    try Task.checkCancellation()
    report.mixing = plan.mixing?.sweep(findings)
    try Task.checkCancellation()
    report.batches = plan.attribution?.attribution(of: plan.mix, findings)
    try Task.checkCancellation()
    report.curve = plan.curve?.curve(findings, real: plan.real, more: options.moreRows)
    return report
  }

  /// Measures only what `report` says of the real rows and of the mix, to the last digit.
  ///
  /// - Parameter progress: Is told how far it is; from any thread.
  /// - Returns: Macro F1 before and after.
  /// - Throws: As `report`.
  func headline(
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> HoldoutMeasurement? {
    let ground = try await ground(smooths: false, progress)
    var trials = TrialPlan()
    let rows = ground.rows
    let before = trials.arm(rows.real, foldOf: rows.foldOf, folds: options.seeds)
    let after = trials.arm(
      rows.real + rows.synthetic,
      foldOf: rows.foldOf,
      folds: options.seeds
    )
    let findings = try await findings(of: trials, on: ground, progress)
    guard let real = findings.value(.macroF1, before), let mixed = findings.value(.macroF1, after),
      let change = findings.change(.macroF1, from: before, to: after)
    else { return nil }
    return HoldoutMeasurement(
      rows: ground.known.count,
      real: real,
      mixed: mixed,
      difference: change.interval,
      pValue: change.pValue,
      strength: ground.strengths.inverseRegularization
    )
  }

  /// What every training of an evaluation stands on.
  private struct Ground {
    var rows: TrainingRows
    var numbers: [String: Int]
    /// The test rows whose label the training rows have.
    var known: [Int]
    var strengths: StudentStrengths
  }

  private func ground(
    smooths: Bool,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> Ground {
    try checkOptions()
    let rows = TrainingRows(
      real: real,
      synthetic: synthetic,
      folds: options.seeds,
      seed: options.seed
    )
    guard rows.classes.count >= 2 else {
      throw SeedbedError(
        .data,
        "the training rows have \(rows.classes.count == 0 ? "no label" : "one label only"), "
          + "so that no student can learn to tell any apart",
        hint: "an evaluation needs rows of two labels"
      )
    }
    let numbers = Dictionary(uniqueKeysWithValues: rows.classes.enumerated().map { ($1, $0) })
    let known = test.labels.indices.filter { row in
      test.labels[row].map { numbers[$0] != nil } ?? false
    }
    guard !known.isEmpty else {
      throw SeedbedError(
        .data,
        "none of the \(test.count) test rows has a label that the training rows have"
      )
    }
    progress(Progress(stage: "choosing the student", done: 0, total: 0))
    let strengths = try await StudentStrengths.choose(
      rows,
      given: options.strength,
      smooths: smooths,
      threads: options.threads
    )
    return Ground(rows: rows, numbers: numbers, known: known, strengths: strengths)
  }

  private func findings(
    of trials: TrialPlan,
    on ground: Ground,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) async throws -> UtilityFindings {
    let rows = ground.rows, features = ground.strengths.options.features
    let runner = StudentTrials(
      texts: CountedTexts(rows.texts, features: features, threads: options.threads),
      labels: rows.labels,
      classCount: rows.classes.count,
      strengths: ground.strengths,
      test: test.counted(ground.known, features: features, threads: options.threads)
    )
    let trainings = trials.trainings
    let done = Mutex(0)
    let outputs = try await runner.outputs(of: trainings, threads: options.threads) {
      let count = done.withLock { done in
        done += 1
        return done
      }
      progress(Progress(stage: "training students", done: count, total: trainings.count))
    }
    try Task.checkCancellation()
    progress(Progress(stage: "drawing intervals", done: 0, total: 0))
    return UtilityFindings(
      actual: ground.known.map { row in test.labels[row].flatMap { ground.numbers[$0] } ?? 0 },
      classCount: rows.classes.count,
      outputs: outputs,
      metric: options.metric,
      bootstrap: Bootstrap(
        replicates: options.replicates,
        confidence: options.confidence,
        seed: UInt64(bitPattern: Int64(options.seed)),
        threads: options.threads
      )
    )
  }

  private func checkOptions() throws {
    guard (3...50).contains(options.seeds) else {
      throw SeedbedError(
        .usage,
        "an evaluation takes 3 to 50 seeds, not \(options.seeds)",
        hint: "with fewer, luck and effect cannot be told apart"
      )
    }
    guard options.replicates > 0, options.confidence > 0, options.confidence < 1,
      options.mostBatches > 0, options.strength ?? 1 > 0, options.strength ?? 1 < .infinity,
      options.moreRows ?? 1 > 0, options.moreRows ?? 1 < 1 << 40
    else {
      throw SeedbedError(.usage, "an option of the evaluation is out of range")
    }
  }
}

import SeedbedLearning

/// Everything that an evaluation trains, planned before anything is trained.
struct UtilityPlan: Sendable {
  let real: TrainingArm
  let synthetic: TrainingArm
  let mix: TrainingArm
  let mixing: MixingPlan?
  let attribution: AttributionPlan?
  let curve: CurvePlan?
  private let others: [(student: EvaluationStudent, real: TrainingArm, mix: TrainingArm)]

  /// Whether there are real and synthetic rows to compare.
  var hasBoth: Bool { real.rows > 0 && synthetic.rows > 0 }

  init(
    _ rows: TrainingRows,
    synthetic made: [UtilityRow],
    options: UtilityOptions,
    into trials: inout TrialPlan
  ) {
    let folds = options.seeds
    let both = rows.real + rows.synthetic
    func arm(_ chosen: [Int], _ student: EvaluationStudent) -> TrainingArm {
      trials.arm(chosen, foldOf: rows.foldOf, folds: folds, student: student)
    }
    real = arm(rows.real, .logisticRegression)
    synthetic = arm(rows.synthetic, .logisticRegression)
    mix = arm(both, .logisticRegression)
    guard !rows.real.isEmpty, !rows.synthetic.isEmpty else {
      (mixing, attribution, others) = (nil, nil, [])
      curve = options.drawsCurve ? CurvePlan(rows, seeds: folds, into: &trials) : nil
      return
    }
    others = [EvaluationStudent.naiveBayes, .nearestCentroid].map { student in
      (student, arm(rows.real, student), arm(both, student))
    }
    mixing =
      options.sweeps
      ? MixingPlan(rows, total: options.total, folds: folds, into: &trials) : nil
    attribution =
      options.leavesOut
      ? AttributionPlan(
        rows,
        synthetic: made,
        limit: options.mostBatches,
        folds: folds,
        into: &trials
      ) : nil
    curve = options.drawsCurve ? CurvePlan(rows, seeds: folds, into: &trials) : nil
  }

  func arms(_ findings: UtilityFindings) -> [UtilityReport.Arm] {
    let named = [("real", real), ("synthetic", synthetic), ("mix", mix)]
    return named.compactMap { name, arm in
      guard arm.rows > 0, name != "mix" || hasBoth,
        let accuracy = findings.value(.accuracy, arm),
        let macroF1 = findings.value(.macroF1, arm),
        let calibration = findings.calibrationError(arm)
      else { return nil }
      return UtilityReport.Arm(
        name: name,
        rows: arm.rows,
        accuracy: accuracy,
        macroF1: macroF1,
        calibrationError: calibration
      )
    }
  }

  func comparisons(_ findings: UtilityFindings) -> [UtilityReport.Comparison] {
    guard hasBoth else { return [] }
    let main = EvaluationStudent.logisticRegression
    let planned =
      [(main, "mix", real, mix), (main, "synthetic", real, synthetic)]
      + others.map { ($0.student, "mix", $0.real, $0.mix) }
    return planned.compactMap { student, name, before, after in
      guard let accuracy = findings.change(.accuracy, from: before, to: after),
        let macroF1 = findings.change(.macroF1, from: before, to: after),
        let calibration = findings.calibrationChange(from: before, to: after)
      else { return nil }
      return UtilityReport.Comparison(
        from: "real",
        to: name,
        student: student,
        accuracy: accuracy,
        macroF1: macroF1,
        calibrationError: calibration,
        mcNemar: McNemar(
          actual: findings.actual,
          first: findings.outputs[before.trainings[0]].predicted,
          second: findings.outputs[after.trainings[0]].predicted
        ),
        effect: UtilityEffect(findings.metric == .accuracy ? accuracy : macroF1)
      )
    }
  }
}

import SeedbedData
import SeedbedLearning

extension Calibration {
  /// Measures opinions of cases: `opinions[judge][case][repeat]`.
  func report(
    _ cases: [ScoredCase],
    _ opinions: [[[JudgeOpinion]]],
    version: String
  ) -> CalibrationReport {
    let scores = opinions.map { $0.map(\.[0].score) }
    let measured = identities.indices.map { judge in
      let all = opinions[judge]
      let decisions = DecisionMeasures(
        scores: scores[judge],
        cases: cases,
        fallback: rubric.threshold,
        bootstrap: bootstrap
      )
      let threshold = decisions.best?.threshold ?? rubric.threshold
      var record = record(.scores, judge, all.joined().lazy.compactMap(\.prompt).first, cases.count)
      record.casesVersion = version
      record.threshold = decisions.best?.threshold
      record.lengthBias = JudgeBias.length(scores[judge], cases)
      record.consistency = JudgeBias.consistency(
        all.map { repeats in
          repeats.map { opinion in
            opinion.score.map { PanelJudgement.reaches($0, threshold) ? 1 : 0 } ?? 2
          }
        }
      )
      let usable = cases.indices.filter { scores[judge][$0] != nil }
      return finished(
        record,
        decisions,
        problems: all.joined().compactMap(\.problem),
        correlation: Metrics.spearman(
          usable.compactMap { scores[judge][$0] },
          usable.map { cases[$0].human }
        )
      )
    }
    var report = CalibrationReport(judges: measured, limits: limits)
    guard measured.count > 1 else { return report }
    let together = cases.indices.map { index in scores.map { $0[index] } }
    report.agreement = bootstrap.krippendorffAlpha(together, level: .interval)
    report.panel = DecisionMeasures(
      scores: together.map(panelScore),
      cases: cases,
      fallback: rubric.threshold,
      bootstrap: bootstrap
    )
    return report
  }

  /// Measures opinions of pairs: `opinions[judge][pair][repeat]`.
  func report(
    _ pairs: [LabelledPair],
    _ opinions: [[[PairOpinion]]],
    version: String
  ) -> CalibrationReport {
    let winners = opinions.map { $0.map(\.[0].winner) }
    let measured = identities.indices.map { judge in
      let all = opinions[judge]
      let decisions = DecisionMeasures(
        winners: winners[judge],
        pairs: pairs,
        bootstrap: bootstrap
      )
      let prompt = all.joined().lazy.flatMap(\.answers).compactMap(\.prompt).first
      var record = record(.pairs, judge, prompt, pairs.count)
      record.casesVersion = version
      record.positionBias = JudgeBias.position(all, pairs)
      record.lengthBias = JudgeBias.length(winners[judge], pairs)
      record.consistency = JudgeBias.consistency(
        all.map { $0.map { $0.winner == .tie ? 3 : PairOpinion.category($0.winner) } }
      )
      return finished(
        record,
        decisions,
        problems: all.joined().compactMap(\.problem),
        correlation: nil
      )
    }
    var report = CalibrationReport(judges: measured, limits: limits)
    guard measured.count > 1 else { return report }
    report.agreement = bootstrap.krippendorffAlpha(
      pairs.indices.map { index in winners.map { Self.rating($0[index]) } },
      level: .nominal
    )
    report.panel = DecisionMeasures(
      winners: pairs.indices.map { index in
        PairJudgement(opinions.map { $0[index][0] }).winner
      },
      pairs: pairs,
      bootstrap: bootstrap
    )
    return report
  }

  /// A winner as a name among others; no winner is no rating.
  private static func rating(_ winner: PairOpinion.Winner?) -> Double? {
    winner.map { Double(PairOpinion.category($0)) }
  }

  /// The mean of the judges, where all of them gave a score and they do not differ too much.
  private func panelScore(_ scores: [Double?]) -> Double? {
    let given = scores.compactMap(\.self)
    guard given.count == scores.count, let low = given.min(), let high = given.max(),
      PanelJudgement.reaches(rubric.spread, high - low)
    else { return nil }
    return given.reduce(0, +) / Double(given.count)
  }

  private func record(
    _ kind: CalibrationRecord.Kind,
    _ judge: Int,
    _ prompt: PromptReference?,
    _ cases: Int
  ) -> CalibrationRecord {
    CalibrationRecord(
      judge: identities[judge],
      kind: kind,
      rubric: rubric,
      promptVersion: prompt?.version ?? "",
      casesVersion: "",
      cases: cases,
      repeats: repeats
    )
  }

  /// Adds the decisions to a record and holds it against the limits.
  private func finished(
    _ record: CalibrationRecord,
    _ decisions: DecisionMeasures,
    problems: [JudgeProblem],
    correlation: Double?
  ) -> JudgeCalibration {
    var record = record
    let row = decisions.best ?? decisions.rows.first
    record.kappa = decisions.best?.kappa
    record.kappaLower = decisions.kappa?.lower
    record.kappaUpper = decisions.kappa?.upper
    record.precision = row?.precision ?? 0
    record.recall = row?.recall ?? 0
    record.f1 = row?.f1 ?? 0
    record.undecidedShare = decisions.undecidedShare
    limits.apply(to: &record)
    return JudgeCalibration(
      record: record,
      decisions: decisions,
      correlation: correlation,
      problems: JudgeProblem.allCases.compactMap { problem in
        let count = problems.count { $0 == problem }
        return count > 0 ? .init(problem: problem, count: count) : nil
      }
    )
  }
}

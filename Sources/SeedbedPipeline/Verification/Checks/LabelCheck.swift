import SeedbedData

/// Whether classifiers trained on the real data believe the label.
///
/// Passed when the label is the most probable one, or as probable as for all but the least certain real
/// samples of that label. Failed when it is less, and another label is believed instead.
struct LabelCheck: Check {
  let name = "label"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    guard context.plan.quotas[input.candidate.quota].split != .syntheticEval,
      let label = input.sample.label
    else { return nil }
    guard let model = context.labels else {
      return undecided("there is too little labelled real data to judge labels")
    }
    guard let score = input.labelScore, let threshold = model.threshold(for: label) else {
      return undecided("no real sample has the label `\(label)`")
    }
    if score.best == label || score.own >= threshold {
      return pass("`\(label)` is believed", score: score.own, threshold: threshold)
    }
    let rival = model.threshold(for: score.best) ?? 1
    guard score.other >= rival else {
      return undecided(
        "neither `\(label)` nor `\(score.best)` is believed",
        score: score.own,
        threshold: threshold
      )
    }
    return fail(
      "it reads like `\(score.best)`",
      score: score.own,
      threshold: threshold
    )
  }
}

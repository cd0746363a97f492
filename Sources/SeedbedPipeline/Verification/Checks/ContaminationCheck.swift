import SeedbedData

/// Whether the text is too like a row of the sealed holdout.
///
/// The evidence names the row by its id and never shows its words.
struct ContaminationCheck: Check {
  let name = "contamination"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    guard let holdout = context.holdout else { return nil }
    let threshold = context.configuration.deduplication.nearThreshold
    guard let leak = holdout.leak(input.sketch) else {
      return pass("no holdout row is near", threshold: threshold)
    }
    return fail(
      "it is like the holdout row \(leak.row.short)",
      score: leak.similarity,
      threshold: threshold
    )
  }
}

import SeedbedData

/// Whether the text is as long as real ones are, or as the configuration says.
struct LengthCheck: Check {
  let name = "length"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    let settings = context.configuration.verification
    let length = input.sample.text.unicodeScalars.count
    let least = settings.minimumLength ?? context.realLengths.lowerBound
    // Wrapped samples of the evaluation suite are longer than real ones on purpose.
    let isEvaluation = context.plan.quotas[input.candidate.quota].split == .syntheticEval
    let most =
      settings.maximumLength
      ?? context.realLengths.upperBound * (isEvaluation ? 10 : 1) + (isEvaluation ? 2000 : 0)
    let evidence = "\(length) characters; \(least) to \(most) are allowed"
    let limit = Double(length < least ? least : most)
    return length >= least && length <= most
      ? pass(evidence, score: Double(length), threshold: limit)
      : fail(evidence, score: Double(length), threshold: limit)
  }
}

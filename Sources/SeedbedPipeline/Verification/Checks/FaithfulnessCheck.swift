import SeedbedData

/// Whether an answer that a model wrote is supported by the document it is about.
///
/// Quotes must stand in the document; numbers, dates, names and units of the answer must be in it too.
struct FaithfulnessCheck: Check {
  let name = "faithfulness"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    let fields = context.configuration.fields, sample = input.sample
    guard sample.provenance.model != nil, !sample.tags.contains("unanswerable"),
      let document = fields.context?.value(in: sample.fields)?.string, !document.isEmpty,
      let answer = fields.output?.value(in: sample.fields)?.string, !answer.isEmpty
    else { return nil }
    let citations = sample.provenance.method?.parameters["citations"]?.array ?? []
    let found = Faithfulness.verdict(
      answer: answer,
      source: document,
      question: sample.text,
      quotes: citations.compactMap { $0["text"]?.string }
    )
    return Verdict(
      check: name,
      found.outcome,
      score: found.score,
      threshold: found.threshold,
      evidence: found.evidence
    )
  }
}

import SeedbedData
import SeedbedText

/// Whether the text is in the language it should be in: that of its cell, or else of its parent.
struct LanguageCheck: Check {
  let name = "language"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    let quota = context.plan.quotas[input.candidate.quota]
    // Wrappers and encodings of the evaluation suite may be in another language than what they wrap.
    guard quota.split != .syntheticEval, !context.configuration.languages.isEmpty else {
      return nil
    }
    let identifier = context.identifier
    let parent = input.sample.provenance.parents.first.flatMap { context.parents[$0] }
    let template = quota.cell["language"]
    guard let wanted = template ?? parent.flatMap({ identifier.identify($0.text).code }) else {
      return pass("neither the cell nor the parent has a language to keep")
    }
    let guess = identifier.identify(input.sample.text)
    guard let found = guess.code else {
      return undecided("the text is too short to tell its language; `\(wanted)` is wanted")
    }
    let evidence = "`\(found)` found, `\(wanted)` wanted"
    return found == wanted
      ? pass(evidence, score: guess.score) : fail(evidence, score: guess.score)
  }
}

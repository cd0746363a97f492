import SeedbedData
import SeedbedText

/// Whether a text that a model wrote is free of what the safety rules know.
///
/// The rules flag clear cases only; a moderation endpoint or a judge's rubric sees more.
struct SafetyCheck: Check {
  let name = "safety"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    guard context.configuration.verification.safety == .reject,
      input.sample.provenance.model != nil
    else { return nil }
    let findings = input.sample.writtenTexts(context.configuration.fields).flatMap {
      SafetyRules().findings(in: $0)
    }
    guard !findings.isEmpty else { return pass("no safety rule flags it") }
    let rules = Array(Set(findings.map(\.rule))).sorted()
    return fail("flagged by \(rules.joined(separator: ", "))", score: Double(findings.count))
  }
}

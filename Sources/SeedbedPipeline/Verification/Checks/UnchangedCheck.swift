import SeedbedData

/// Whether the candidate says anything that its parent does not: not the same text but for white space.
///
/// A model's new answer to a real prompt keeps the prompt; it is what is compared instead that counts.
struct UnchangedCheck: Check {
  let name = "unchanged"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    guard let parent = input.sample.provenance.parents.first else { return nil }
    guard let original = context.parents[parent] else {
      return undecided("the parent \(parent.short) is not in the ledger")
    }
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    let sample = input.sample
    if sample.provenance.model != nil, words(sample.comparisonText) != words(sample.text),
      words(sample.text) == words(original.text)
    {
      return words(sample.comparisonText) == words(original.comparisonText)
        ? fail("it says what its parent \(parent.short) says")
        : pass("it answers its parent \(parent.short) anew")
    }
    return words(original.text) == words(sample.text)
      ? fail("it has the words of its parent \(parent.short)")
      : pass("it differs from its parent \(parent.short)")
  }
}

import SeedbedData

/// Whether the candidate says anything that its parent does not: not the same text but for white space.
struct UnchangedCheck: Check {
  let name = "unchanged"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    guard let parent = input.sample.provenance.parents.first else { return nil }
    guard let original = context.parents[parent] else {
      return undecided("the parent \(parent.short) is not in the ledger")
    }
    let same = original.text.split(whereSeparator: \.isWhitespace)
      .elementsEqual(input.sample.text.split(whereSeparator: \.isWhitespace))
    return same
      ? fail("it has the words of its parent \(parent.short)")
      : pass("it differs from its parent \(parent.short)")
  }
}

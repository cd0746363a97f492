import SeedbedKernels

/// What a question says before the answer does.
struct GivenText: Sendable {
  let terms: [ClaimTerm]
  let index: KeyIndex
  let phrases: HashSet64

  init(_ question: TermList) {
    terms = question.terms
    index = KeyIndex(terms.map(\.key))
    phrases = Phrases.hashes(of: terms)
  }
}

import SeedbedData
import SeedbedKernels
import SeedbedText

/// Denies what a text says, or takes the denial away; the label becomes its opposite.
struct NegationFlip: TransformMethod {
  let descriptor = CounterfactualMethods.descriptor(
    "negation",
    "Adds or removes a negation and turns the label round (true → false, positive → negative).",
    languages: Negation.languages
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let opposite = OppositeLabels.opposite(of: seed.label), opposite.kind != .action,
      let language = seed.language, let negation = Negation.for(language: language)
    else { return nil }
    let words = FoldedWord.words(of: seed.text)
    // Where a text says more than one thing, nobody knows what the label is about.
    guard words.count <= 60, !words.dropFirst().contains(where: { $0.gap == .sentence }),
      !seed.text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") })
    else { return nil }
    let changes = negation.changes(words, in: seed.text).filter { change in
      change.edits.allSatisfy { !seed.isLocked($0.range) }
        && (opposite.kind == .truth || carriesSentiment(change, words, opposite, language))
    }
    guard let change = random.pick(changes) else { return nil }
    var draft = Draft(seed)
    for edit in change.edits {
      guard draft.replace(edit.range, with: edit.replacement, because: edit.note) else {
        return nil
      }
    }
    return draft.proposal(["from": .string(seed.label ?? "")], label: opposite.label)
  }

  /// Whether the label hangs on a word that the changed verb governs: it follows, it is the only kind of
  /// feeling in the text, and no contrast comes.
  private func carriesSentiment(
    _ change: Negation.Change,
    _ words: [FoldedWord],
    _ opposite: OppositeLabels.Opposite,
    _ language: String
  ) -> Bool {
    guard let antonyms = Antonyms.for(language: language) else { return false }
    let feelings = words.enumerated().compactMap { index, word in
      antonyms.valence(word.key).map { (place: index, isGood: $0) }
    }
    let place = change.edits[0].range.lowerBound
    // "not good" is negative: without its negation the text says what the word says.
    let isGood = change.adds ? opposite.isAffirmative : !opposite.isAffirmative
    return !feelings.isEmpty && feelings.allSatisfy { $0.isGood == isGood }
      && words[feelings[0].place].end > place && !antonyms.hasContrast(words)
  }
}

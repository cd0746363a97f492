import SeedbedData
import SeedbedKernels
import SeedbedText

/// Turns what a sentence says of all, some or none into what contradicts it.
struct QuantifierFlip: TransformMethod {
  let descriptor = CounterfactualMethods.descriptor(
    "polarity",
    "Turns a quantifier into what contradicts it (Some → No, All → Not all) and the label with it.",
    languages: Quantifiers.languages
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let opposite = OppositeLabels.opposite(of: seed.label), opposite.kind == .truth,
      let quantifiers = Quantifiers.for(language: seed.language ?? "")
    else { return nil }
    let words = FoldedWord.words(of: seed.text)
    guard words.count >= 3, words.count <= 60,
      !words.dropFirst().contains(where: { $0.gap == .sentence || $0.gap == .comma })
    else { return nil }
    let places = quantifiers.places(words).filter { !seed.isLocked($0.range) }
    // Of two quantifiers nobody knows which one is about which.
    guard places.count == 1, let place = places.first else { return nil }
    var draft = Draft(seed)
    draft.replace(
      place.range,
      with: LetterCase(words, of: place).applied(to: quantifiers.opposite(place)),
      because: "quantifier"
    )
    return draft.proposal(["from": .string(seed.label ?? "")], label: opposite.label)
  }
}

import SeedbedData
import SeedbedKernels

/// Tries to mislead a classifier or a language model while the text itself still means the same.
///
/// Wrappers leave every byte of the text as it is and put something round it: orders to the model, a
/// false role, another topic, quoting, markup. Disguises change how a few words are written.
struct AdversarialTwist: TransformMethod {
  let descriptor = MethodDescriptor(
    "adversarial",
    "Wraps the text in orders, roles, other topics or markup, or disguises a few letters.",
    preserves: [.label, .spans],
    moves: ["form", "language", "length", "noise"],
    use: .evaluation
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard seed.text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
    let wrappers = AdversarialWrapper.all.filter { $0.fits(seed) }
    var variants: [String] = []
    for wrapper in wrappers where !variants.contains(wrapper.variant) {
      variants.append(wrapper.variant)
    }
    variants += CharacterDisguise.allCases.map(\.rawValue)
    random.shuffle(&variants)
    for variant in variants {
      let proposal =
        if let disguise = CharacterDisguise(rawValue: variant) {
          disguise.propose(for: seed, &random)
        } else {
          random.pick(wrappers.filter { $0.variant == variant })?.propose(for: seed)
        }
      if let proposal { return proposal }
    }
    return nil
  }
}

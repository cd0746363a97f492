import SeedbedData
import SeedbedKernels

/// Tries to mislead a classifier or a language model by any of the attacks, each equally likely.
///
/// Marked spans keep their words: where there are some, no attack is drawn that would lose them.
struct AdversarialTwist: TransformMethod {
  let descriptor = MethodDescriptor(
    attack: "adversarial",
    "Wraps the text in orders, roles, other topics or markup, disguises a few letters, or encodes it.",
    moves: ["form", "language", "length", "noise"],
    attacks: [
      .promptInjection, .informationDisclosure, .improperOutput, .promptLeakage,
      .unboundedConsumption,
    ]
  )

  private let attacks: [any TransformMethod]
  private let names: [String]

  init(_ attacks: [any TransformMethod]) {
    self.attacks = attacks
    names = attacks.map(\.descriptor.name)
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard seed.text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
    var order = Array(attacks.indices)
    random.shuffle(&order)
    for place in order {
      // What an attack would open stays locked here, so that one declaration holds for all.
      guard var proposal = attacks[place].propose(for: seed, random: &random) else { continue }
      let variant = proposal.parameters["variant"]
      proposal.parameters["method"] = .string(names[place])
      if variant == nil { proposal.parameters["variant"] = .string(names[place]) }
      return proposal
    }
    return nil
  }
}

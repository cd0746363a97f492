import SeedbedData
import SeedbedKernels
import SeedbedText

/// Writes "do not" as "don't" or the other way round, where it can mean one thing only.
struct ContractionChange: TransformMethod {
  /// How likely each further place of the text changes too.
  private static let furtherPlaces = 0.7

  let descriptor = MethodDescriptor(
    "contractions",
    "Contracts (do not → don't) or expands (don't → do not).",
    languages: ["en"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard seed.language == "en" else { return nil }
    let expansions = Contractions.english.expansions(in: seed.text)
    let contractions = Contractions.english.contractions(in: seed.text)
    return seed.rewording(
      [("expand", expansions), ("contract", contractions)],
      furtherPlaces: Self.furtherPlaces,
      &random
    )
  }
}

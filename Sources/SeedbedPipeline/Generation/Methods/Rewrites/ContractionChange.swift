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
    let contractions = Contractions.english
    let words = FoldedWord.words(of: seed.text)
    let bytes = seed.text.utf8Span.span
    let long = seed.open(contractions.expansions(words, bytes))
    let short = seed.open(contractions.contractions(words, bytes))
    guard !long.isEmpty || !short.isEmpty else { return nil }
    let expands = short.isEmpty || (!long.isEmpty && random.chance(0.5))
    let places = expands ? long : short
    var draft = Draft(seed)
    for index in seed.draw(of: places.count, furtherPlaces: Self.furtherPlaces, &random) {
      let place = places[index]
      if expands {
        draft.replace(
          place.range,
          with: contractions.expansion(place, words),
          because: "expand"
        )
      } else {
        draft.replace(
          place.range,
          with: contractions.contraction(place, words),
          because: "contract"
        )
      }
    }
    return draft.proposal()
  }
}

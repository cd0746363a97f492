import SeedbedData
import SeedbedKernels
import SeedbedText

/// Abbreviates words as in chats and notes, or spells abbreviations out.
struct AbbreviationChange: TransformMethod {
  /// How likely each further place of the text changes too.
  private static let furtherPlaces = 0.5

  let descriptor = MethodDescriptor(
    "abbreviations",
    "Abbreviates (please → pls) or spells out (pls → please).",
    languages: Abbreviations.languages,
    moves: ["noise"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, Abbreviations.languages.contains(language) else {
      return nil
    }
    let abbreviations = Abbreviations.for(language: language)
    let words = FoldedWord.words(of: seed.text)
    let bytes = seed.text.utf8Span.span
    let long = seed.open(abbreviations.shortenings(words, bytes))
      .filter { !seed.isTelling($0.range) }
    let short = seed.open(abbreviations.expansions(words, bytes))
    guard !long.isEmpty || !short.isEmpty else { return nil }
    let expands = long.isEmpty || (!short.isEmpty && random.chance(0.5))
    let places = expands ? short : long
    var draft = Draft(seed)
    for index in seed.draw(of: places.count, furtherPlaces: Self.furtherPlaces, &random) {
      let place = places[index]
      if expands {
        draft.replace(
          place.range,
          with: abbreviations.expanded(place, words),
          because: "expand"
        )
      } else {
        let option = random.index(below: abbreviations.options(for: place, bytes))
        draft.replace(
          place.range,
          with: abbreviations.shortened(place, option, words, bytes),
          because: "shorten"
        )
      }
    }
    return draft.proposal()
  }
}

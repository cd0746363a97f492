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
    guard let language = seed.language, descriptor.languages.contains(language) else { return nil }
    let abbreviations = Abbreviations.for(language: language)
    let protected = ProtectedWords.for(language: language)
    let shorter = abbreviations.occurrences(in: seed.text).filter { edit in
      let words = seed.text.slice(edit.range).lowercased().split(separator: " ")
      return !words.contains { protected.isNegator(String($0)) }
    }
    let longer = abbreviations.expansions(in: seed.text)
    return seed.rewording(
      [("shorten", shorter), ("expand", longer)],
      furtherPlaces: Self.furtherPlaces,
      &random
    )
  }
}

import SeedbedData
import SeedbedKernels
import SeedbedText

/// Misspells words as people do who do not know better: common confusions first, rules for the rest.
struct SpellingMistakes: TransformMethod {
  /// How often a word that has a common misspelling gets one by rule instead.
  private static let ruleShare = 0.25

  /// The letters from which a word is easily misspelt.
  private static let longWord = 6

  let descriptor = MethodDescriptor(
    "misspelling",
    "Misspells a few words as people often do.",
    languages: Misspellings.languages,
    moves: ["noise"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, descriptor.languages.contains(language) else { return nil }
    let misspellings = Misspellings.for(language: language)
    let words = seed.sturdyWords()
    guard !words.isEmpty else { return nil }
    let listed = Dictionary(grouping: misspellings.occurrences(in: seed.text), by: \.range)
    let rate = NoiseRate(&random)
    var wanted = rate.changes(letters: words.reduce(0) { $0 + $1.range.count }, &random)
    let order = Self.order(words, listed, language, &random)
    var draft = Draft(seed)
    for word in order where wanted > 0 {
      let common = (listed[word.range] ?? []).map(\.replacement)
      let byRule = common.isEmpty || random.chance(Self.ruleShare)
      let choices = byRule ? misspellings.variants(of: word.text) : common
      guard let wrong = random.pick(choices.filter { !seed.isMisleading($0) }) else { continue }
      if draft.replace(word.range, with: wrong, rule: byRule ? "rule" : "common") { wanted -= 1 }
    }
    return draft.proposal(rate.parameters)
  }

  /// The words in a drawn order: those with a well-known misspelling first, which people do get wrong,
  /// then long ones, then the short and frequent, which hardly anybody does.
  private static func order(
    _ words: [OpenWord],
    _ listed: [Range<Int>: [TextEdit]],
    _ language: String,
    _ random: inout CounterRandom
  ) -> [OpenWord] {
    let frequent = FunctionWords.for(language: language)
    var tiers: [[OpenWord]] = [[], [], []]
    for word in words {
      if listed[word.range] != nil {
        tiers[0].append(word)
      } else if word.lower.unicodeScalars.count >= longWord, !frequent.contains(word.lower) {
        tiers[1].append(word)
      } else {
        tiers[2].append(word)
      }
    }
    for tier in tiers.indices { random.shuffle(&tiers[tier]) }
    return tiers.flatMap(\.self)
  }
}

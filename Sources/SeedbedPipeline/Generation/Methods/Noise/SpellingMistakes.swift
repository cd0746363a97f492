import SeedbedData
import SeedbedKernels
import SeedbedText

/// Misspells words as people do who do not know better: common confusions first, rules for the rest.
struct SpellingMistakes: TransformMethod {
  private static let rate = NoiseRate(0.8)

  /// How often a word that has a common misspelling gets one by rule instead.
  private static let ruleShare = 0.25

  /// How many words are looked at for one that people do get wrong.
  private static let looks = 5

  /// The bytes from which a word is easily misspelt.
  private static let longWord = 6

  let descriptor = MethodDescriptor(
    "misspelling",
    "Misspells a few words as people often do.",
    languages: Misspellings.languages,
    moves: ["noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, Misspellings.has(language) else { return nil }
    let misspellings = Misspellings.for(language: language)
    return Self.rate.slips(
      in: seed,
      &random,
      next: { words, bytes, random in
        words.next(looks: Self.looks, best: 2, &random) { range in
          Self.score(bytes, range, misspellings)
        }
      },
      { word, bytes, random in Self.slip(in: word, bytes, misspellings, language, &random) }
    )
  }

  /// 2 for words with a well-known misspelling or with accents, which people do get wrong, 1 for long
  /// ones, 0 for the short and frequent, which hardly anybody does.
  private static func score(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ misspellings: Misspellings
  ) -> Int {
    guard range.count >= NoiseWord.lengths.lowerBound else { return -1 }
    if misspellings.hasListed(WordKey(bytes, range)) { return 2 }
    if range.count < longWord { return 0 }
    return range.contains { bytes[$0] == 0xC3 } ? 2 : 1
  }

  private static func slip(
    in word: NoiseWord,
    _ bytes: Span<UInt8>,
    _ misspellings: Misspellings,
    _ language: String,
    _ random: inout CounterRandom
  ) -> Slip? {
    let byRule = random.chance(ruleShare)
    let losesAccents = !byRule && !word.isASCII && language != "en" && random.chance(0.5)
    if !byRule, !losesAccents, let common = misspellings.listed(WordKey(bytes, word.range)),
      !common.isEmpty
    {
      let wrong = common[random.index(below: common.count)]
      return Slip(
        range: word.range,
        replacement: bytes.cased(wrong, like: word.range),
        reason: "common"
      )
    }
    if losesAccents {
      let plain = Misspellings.withoutAccents(bytes.string(word.range))
      return Slip(range: word.range, replacement: plain, reason: "accents")
    }
    if let letters = word.smallLetters {
      return misspellings.mistake(bytes, in: letters) { random.index(below: $0) }
        .map { Slip(range: $0.range, replacement: $0.replacement, reason: "rule") }
    }
    let choices = misspellings.variants(of: bytes.string(word.range))
    guard let wrong = random.pick(choices) else { return nil }
    return Slip(range: word.range, replacement: wrong, reason: "rule")
  }
}

/// The words that may stand for a word form, whatever its place.
final class SynonymSet: Sendable {
  /// One of them.
  struct Option: Sendable {
    /// The base form.
    let lemma: String
    /// The form that the word has, in lower case.
    let form: String
    /// The rank of the shared meaning for the word.
    let senseNumber: Int
    /// Its place among the word's meanings.
    let sense: Int
    /// How often this word has it.
    let taggedCount: Int
    /// The meanings of this word.
    let senses: [SenseEvidence]
    /// The place of the shared meaning among them.
    let shared: Int
    /// Where an adjective must stand, if anywhere.
    let position: Synset.Position?
    /// The sentence frames of a verb.
    let frames: UInt64
  }

  /// The base form of the word.
  let base: String
  /// The meanings of the word.
  let senses: [SenseEvidence]
  /// By the rank of the meaning, then as WordNet has them.
  let options: [Option]

  init(base: String, senses: [SenseEvidence], options: [Option]) {
    self.base = base
    self.senses = senses
    self.options = options
  }
}

/// What a verb's neighbours say about an ambiguous form such as "walked" or "put".
enum VerbReading: UInt64 {
  case any, base, past, participle

  /// The forms that remain possible.
  func narrow(_ inflections: [Inflection]) -> [Inflection] {
    let only: Inflection
    switch self {
    case .any: return inflections
    case .base: only = .base
    case .past: only = .past
    case .participle: only = .pastParticiple
    }
    return inflections.contains(only) ? [only] : inflections
  }
}

/// Finds the words that share a meaning with a word form, and are mostly used with it.
struct SynonymFinder {
  private let wordnet: WordNet
  private let inflector: Inflector
  private let functionWords = FunctionWords.for(language: "en")
  private let protectedWords = ProtectedWords.for(language: "en")

  /// The tagged uses with the shared meaning that a word must have.
  private static let leastUses = 2
  /// Those that the word must have that takes its place.
  private static let leastOwnUses = 3
  /// The share of the word's uses below which the other is an oddity beside it.
  private static let leastRatio = 0.025
  /// The share of the tagged uses that the shared meaning must have, for either word.
  private static let leastShare = 0.2
  /// The most meanings of a word that are weighed against each other.
  private static let mostSenses = 8

  init(wordnet: WordNet) {
    self.wordnet = wordnet
    inflector = Inflector(wordnet: wordnet)
  }

  /// The words that may stand for a form.
  ///
  /// - Parameters:
  ///   - lower: The form in lower case.
  ///   - pos: Its part of speech.
  ///   - reading: What its neighbours say about it.
  /// - Returns: Nil where there is none.
  func set(for lower: String, _ pos: PartOfSpeech, _ reading: VerbReading) -> SynonymSet? {
    guard !SynonymExceptions.hasNone(lower),
      let (base, inflections) = analysis(of: lower, pos, reading),
      !SynonymExceptions.hasNone(base)
    else { return nil }
    let meanings = wordnet.meanings(of: WordHash(base), pos)
    let total = Double(meanings.reduce(0) { $0 + $1.count })
    var options: [SynonymSet.Option] = []
    for (place, meaning) in meanings.prefix(Self.mostSenses).enumerated()
    where Self.isCommon(meaning, of: total) {
      guard let synset = wordnet.synset(at: meaning.offset, pos) else { continue }
      for member in synset.members where isCandidate(member, for: base) {
        guard let form = inflector.inflect(member.lemma, like: inflections, pos), form != lower,
          !options.contains(where: { $0.lemma == member.lemma }),
          let option = option(member, form, meaning, place, pos)
        else { continue }
        options.append(option)
      }
    }
    guard !options.isEmpty else { return nil }
    return SynonymSet(base: base, senses: evidence(meanings, of: base, pos), options: options)
  }

  private static func isCommon(_ meaning: WordNet.Meaning, of total: Double) -> Bool {
    meaning.count >= leastUses && Double(meaning.count) >= leastShare * total
  }

  private func option(
    _ member: Synset.Member,
    _ form: String,
    _ meaning: WordNet.Meaning,
    _ place: Int,
    _ pos: PartOfSpeech
  ) -> SynonymSet.Option? {
    let own = wordnet.meanings(of: WordHash(member.lemma), pos)
    let total = Double(own.reduce(0) { $0 + $1.count })
    guard
      let shared = own.prefix(Self.mostSenses).firstIndex(where: { $0.offset == meaning.offset }),
      Self.isCommon(own[shared], of: total), own[shared].count >= Self.leastOwnUses,
      Double(own[shared].count) >= Self.leastRatio * Double(meaning.count)
    else { return nil }
    return SynonymSet.Option(
      lemma: member.lemma,
      form: form,
      senseNumber: meaning.number,
      sense: place,
      taggedCount: own[shared].count,
      senses: evidence(own, of: member.lemma, pos),
      shared: shared,
      position: member.position,
      frames: member.frames
    )
  }

  private func evidence(
    _ meanings: [WordNet.Meaning],
    of lemma: String,
    _ pos: PartOfSpeech
  ) -> [SenseEvidence] {
    meanings.prefix(Self.mostSenses).map { SenseEvidence($0, of: lemma, pos, in: wordnet) }
  }

  /// The most frequent base form of which the word is a clear inflection.
  private func analysis(
    of lower: String,
    _ pos: PartOfSpeech,
    _ reading: VerbReading
  ) -> (base: String, inflections: [Inflection])? {
    var best: (base: String, inflections: [Inflection], count: UInt16)?
    for base in wordnet.baseForms(of: lower, pos) {
      let count = wordnet.lexicon.entry(WordHash(base))?.counts[pos.lane] ?? 0
      if let best, best.count >= count { continue }
      let inflections = inflector.inflections(of: lower, base: base, pos)
      if !inflections.isEmpty { best = (base, inflections, count) }
    }
    return best.map { ($0.base, reading.narrow($0.inflections)) }
  }

  private func isCandidate(_ member: Synset.Member, for base: String) -> Bool {
    let lemma = member.lemma
    return lemma != base && lemma.utf8.count >= 3 && lemma.utf8.allSatisfy { $0 &- 0x61 < 26 }
      && lemma.utf8.contains(where: Spelling.isVowel)  // not an abbreviation such as "hr"
      && !isPlural(lemma) && !functionWords.contains(lemma) && !protectedWords.contains(lemma)
      && !SynonymExceptions.hasNone(lemma) && !SynonymExceptions.parts(base, lemma)
      && !isDegree(lemma)
  }

  /// Whether a lemma is a plural by its form, which an article or verb may not fit ("profits" for
  /// "profit").
  private func isPlural(_ lemma: String) -> Bool {
    let letters = Array(lemma.utf8)
    return letters.end(in: "s") && !letters.end(in: "ss") && !letters.end(in: "us")
      && !letters.end(in: "is")
  }

  /// Whether a lemma is itself a comparative or superlative ("earliest" beside "earlier").
  private func isDegree(_ lemma: String) -> Bool {
    guard lemma.hasSuffix("er") || lemma.hasSuffix("est") else { return false }
    return wordnet.baseForms(of: lemma, .adjective).contains { $0 != lemma }
  }
}

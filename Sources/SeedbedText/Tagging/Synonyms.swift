/// Synonyms that keep the meaning, by sense frequency and part of speech (English).
///
/// A synonym must share one of the word's first senses, must itself be found with that sense in
/// tagged texts, and the sense must be among its own first two. The sense must also be what the word,
/// and the synonym, mostly mean: a word of many meanings has no synonym that is safe without reading
/// the sentence. So "apple" has none ("malus pumila" is obscure), "bank" does not become an
/// institution, and "get" and "account" are left alone.
public struct Synonyms: Sendable {
  private let wordnet: WordNet
  private let inflector: Inflector
  private let functionWords = FunctionWords.for(language: "en")
  private let protectedWords = ProtectedWords.for(language: "en")

  /// How deep in the synonym's own ranking the shared sense may lie.
  private static let deepestSense = 2
  /// The share of a word's tagged uses that its first sense must have; a second needs half of it.
  private static let leastShare = 0.5
  /// The share of the synonym's own tagged uses that the shared sense must have.
  private static let leastSynonymShare = 0.5
  /// The tagged uses with the shared sense below which a synonym is an oddity.
  private static let leastCount = 2

  /// Makes the source of synonyms.
  ///
  /// - Parameter wordnet: The dictionary; its irregular forms are read once, here.
  public init(wordnet: WordNet) {
    self.wordnet = wordnet
    inflector = Inflector(wordnet: wordnet)
  }

  /// The words that may replace a tagged word.
  ///
  /// Names, function words, negators, quantifiers, short words and words whose form is in doubt have
  /// none.
  ///
  /// - Parameters:
  ///   - word: A word as ``Tagger`` tagged it.
  ///   - text: The text that it is from.
  ///   - maximumSense: How many of the word's most frequent senses to use, from 1.
  /// - Returns: By sense, then the most frequent first, then by spelling.
  public func replacements(
    for word: TaggedWord,
    in text: String,
    maximumSense: Int = 1
  ) -> [Replacement] {
    guard let pos = word.pos, isReplaceable(word), word.range.upperBound <= text.utf8.count else {
      return []
    }
    let original = String(text.utf8Slice(word.range))
    let letterCase = LetterCase(of: original)
    guard letterCase != .mixed, let (base, inflections) = analysis(of: word.lower, pos) else {
      return []
    }
    guard !isPartOfPhrase(word, base, pos, in: text) else { return [] }
    let senses = wordnet.senses(of: base, pos, limit: max(2, maximumSense))
    let total = Double(wordnet.taggedCount(base, pos))
    var found: [Replacement] = []
    for sense in senses.prefix(maximumSense) {
      // Where nothing was tagged, the ranks are arbitrary.
      guard sense.taggedCount > 0 || senses.count == 1,
        Double(sense.taggedCount * sense.number) >= Self.leastShare * total
      else { continue }
      for lemma in sense.lemmas where isCandidate(lemma, for: base) {
        guard let count = frequency(of: sense.offset, for: lemma, pos),
          let form = inflector.inflect(lemma, like: inflections, pos), form != word.lower,
          !found.contains(where: { $0.lemma == lemma })
        else { continue }
        found.append(
          Replacement(
            text: letterCase.applied(to: form),
            senseNumber: sense.number,
            lemma: lemma,
            taggedCount: count,
            articleEdit: articleEdit(before: word, form, in: text)
          )
        )
      }
    }
    return found.sorted {
      ($0.senseNumber, -$0.taggedCount, $0.lemma) < ($1.senseNumber, -$1.taggedCount, $1.lemma)
    }
  }

  private func isReplaceable(_ word: TaggedWord) -> Bool {
    !word.isFunctionWord && !word.isProper && word.lower.utf8.count >= 3
      && word.lower.utf8.allSatisfy { $0 &- 0x61 < 26 } && !protectedWords.contains(word.lower)
  }

  private func isCandidate(_ lemma: String, for base: String) -> Bool {
    lemma != base && lemma.utf8.count >= 3 && lemma.utf8.allSatisfy { $0 &- 0x61 < 26 }
      && lemma.utf8.contains(where: Spelling.isVowel)  // not an abbreviation such as "hr"
      && !functionWords.contains(lemma) && !protectedWords.contains(lemma)
      && !isDegree(lemma)
  }

  /// Whether a lemma is itself a comparative or superlative ("earliest" beside "earlier").
  private func isDegree(_ lemma: String) -> Bool {
    guard lemma.hasSuffix("er") || lemma.hasSuffix("est") else { return false }
    return wordnet.baseForms(of: lemma, .adjective).contains { $0 != lemma }
  }

  /// How often the synonym has the shared sense; nil when it is not one of its main senses.
  private func frequency(of offset: Int, for lemma: String, _ pos: PartOfSpeech) -> Int? {
    guard let rank = wordnet.rank(of: offset, for: lemma, pos),
      rank.number <= Self.deepestSense, rank.count >= Self.leastCount,
      Double(rank.count) >= Self.leastSynonymShare * Double(wordnet.taggedCount(lemma, pos))
    else { return nil }
    return rank.count
  }

  /// Whether the word means something only together with its neighbour: "top up", "credit card",
  /// "e-mail", "5 pounds".
  private func isPartOfPhrase(
    _ word: TaggedWord,
    _ base: String,
    _ pos: PartOfSpeech,
    in text: String
  ) -> Bool {
    let neighbours = Neighbours(of: word.range, in: text)
    if neighbours.isHyphenated { return true }
    if let before = neighbours.before {
      if before.utf8.contains(where: { $0 &- 0x30 < 10 }) { return true }
      if wordnet.contains(before + " " + base, pos) { return true }
    }
    guard let after = neighbours.after else { return false }
    if pos == .verb, Self.particles.contains(after) { return true }
    if word.lower == "used", after == "to" { return true }
    return wordnet.contains(base + " " + after, pos == .adjective ? .noun : pos)
  }

  private static let particles: Set<String> = [
    "up", "down", "in", "out", "on", "off", "over", "away", "back", "around", "through", "along",
    "forward", "apart", "together", "into",
  ]

  /// The first base form of which the word is a clear inflection.
  private func analysis(
    of lower: String,
    _ pos: PartOfSpeech
  ) -> (base: String, inflections: [Inflection])? {
    for base in wordnet.baseForms(of: lower, pos) {
      let inflections = inflector.inflections(of: lower, base: base, pos)
      if !inflections.isEmpty { return (base, inflections) }
    }
    return nil
  }

  /// The edit that makes an "a" or "an" right before the word fit the new one.
  private func articleEdit(before word: TaggedWord, _ form: String, in text: String) -> TextEdit? {
    let bytes = text.utf8Span.span
    var end = word.range.lowerBound
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > 0, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    let joined = start > 0 && (bytes[start - 1] >= 0x80 || "'-".utf8.contains(bytes[start - 1]))
    guard end < word.range.lowerBound, !joined, end - start < 3 else { return nil }
    let old = String(text.utf8Slice(start..<end))
    guard old.lowercased() == "a" || old.lowercased() == "an",
      let article = IndefiniteArticle.article(before: form), article != old.lowercased()
    else { return nil }
    return TextEdit(
      range: start..<end,
      replacement: LetterCase(of: old).applied(to: article),
      note: "article before \(form)"
    )
  }
}

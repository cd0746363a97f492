/// What synonyms are found with.
final class SynonymEngine: Sendable {
  let tagger: Tagger
  let memories = SynonymMemories()
  private let lexicon: WordNetLexicon
  private let finder: SynonymFinder
  private let shared = SharedSynonymSets()

  /// How likely both words must have the shared meaning.
  private static let leastScore: Float = 0.35

  init(_ wordnet: WordNet) {
    lexicon = wordnet.lexicon
    tagger = Tagger(wordnet: wordnet)
    finder = SynonymFinder(wordnet: wordnet)
  }

  /// Whether it is worth asking for the synonyms of a word.
  func mayHaveSynonyms(_ word: ReadWord) -> Bool {
    word.info.sharing != 0 && word.isPlain && !word.isProper && !word.info.isFunctionWord
      && !word.info.isProtected && word.range.count >= 3 && word.letterCase != .mixed
  }

  /// The words that may replace a word of the text that the memory holds.
  func replacements(at index: Int, _ text: String, _ memory: SynonymMemory) -> [Replacement] {
    guard mayHaveSynonyms(memory.tagging.words[index]) else { return [] }
    tagger.decide(index, &memory.tagging.words)
    let words = memory.tagging.words
    let word = words[index]
    guard let pos = word.pos, word.info.sharing & pos.bit != 0 else { return [] }
    let bytes = text.utf8Span.span
    let place = SynonymPlace(index, of: words, lexicon)
    let reading = pos == .verb ? place.reading(bytes) : .any
    guard let set = set(for: word, pos, reading, text, memory),
      !place.isPartOfPhrase(set.base, pos, bytes)
    else { return [] }
    let window = ContextWindow(around: index, of: words)
    var found: [Replacement] = []
    for option in set.options where place.takes(option, pos, bytes) {
      let score =
        set.senses.share(of: option.sense, in: window)
        * option.senses.share(of: option.shared, in: window)
      guard score >= Self.leastScore else { continue }
      found.append(
        Replacement(
          text: word.letterCase.applied(to: option.form),
          pos: pos,
          senseNumber: option.senseNumber,
          lemma: option.lemma,
          taggedCount: option.taggedCount,
          contextScore: Double(score),
          articleEdit: Self.articleEdit(before: index, words, option.form, text)
        )
      )
    }
    return found.sorted {
      ($0.senseNumber, -$0.taggedCount, $0.lemma) < ($1.senseNumber, -$1.taggedCount, $1.lemma)
    }
  }

  private func set(
    for word: ReadWord,
    _ pos: PartOfSpeech,
    _ reading: VerbReading,
    _ text: String,
    _ memory: SynonymMemory
  ) -> SynonymSet? {
    let key = word.info.key &+ (reading.rawValue << 2 | UInt64(pos.lane)) &* 0x9E37_79B9_7F4A_7C15
    return memory.set(key) {
      shared.set(key) { finder.set(for: text.utf8Slice(word.range).lowercased(), pos, reading) }
    }
  }

  /// The edit that makes an "a" or "an" right before the word fit the new one.
  private static func articleEdit(
    before index: Int,
    _ words: [ReadWord],
    _ form: String,
    _ text: String
  ) -> TextEdit? {
    guard index > 0 else { return nil }
    let previous = words[index - 1]
    guard previous.info.key == SynonymPlace.a || previous.info.key == SynonymPlace.an else {
      return nil
    }
    let bytes = text.utf8Span.span
    for place in previous.range.upperBound..<words[index].range.lowerBound
    where bytes[place] != 0x20 { return nil }
    let start = previous.range.lowerBound
    if start > 0, bytes[start - 1] >= 0x80 || "'-".utf8.contains(bytes[start - 1]) { return nil }
    let old = text.utf8Slice(previous.range)
    guard let article = IndefiniteArticle.article(before: form), article != old.lowercased() else {
      return nil
    }
    return TextEdit(
      range: previous.range,
      replacement: previous.letterCase.applied(to: article),
      note: "article before \(form)"
    )
  }
}

/// What the place of a word in its sentence asks of the words that may stand there.
struct SynonymPlace {
  private let words: [ReadWord]
  private let index: Int
  private let lexicon: WordNetLexicon

  init(_ index: Int, of words: [ReadWord], _ lexicon: WordNetLexicon) {
    self.words = words
    self.index = index
    self.lexicon = lexicon
  }

  /// The word before, when only spaces stand between.
  private func previous(_ bytes: Span<UInt8>) -> ReadWord? {
    guard index > 0 else { return nil }
    let gap = words[index - 1].range.upperBound..<words[index].range.lowerBound
    return Self.isSpace(gap, bytes) ? words[index - 1] : nil
  }

  /// The word after, when only spaces stand between.
  private func next(_ bytes: Span<UInt8>) -> ReadWord? {
    guard index + 1 < words.count else { return nil }
    let gap = words[index].range.upperBound..<words[index + 1].range.lowerBound
    return Self.isSpace(gap, bytes) ? words[index + 1] : nil
  }

  private static func isSpace(_ gap: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    for index in gap where bytes[index] != 0x20 { return false }
    return true
  }

  /// What the words before say about an ambiguous verb form.
  func reading(_ bytes: Span<UInt8>) -> VerbReading {
    guard let previous = previous(bytes) else { return .any }
    switch previous.info.cue {
    case .infinitiveTo?, .modal?, .auxiliaryDo?: return .base
    case .have?, .be?: return .participle
    case .subject?: return words[index].info.form == .past ? .past : .any
    default: return .any
    }
  }

  /// Whether the word means something only together with its neighbour: "top up", "credit card",
  /// "e-mail", "5 pounds".
  func isPartOfPhrase(_ base: String, _ pos: PartOfSpeech, _ bytes: Span<UInt8>) -> Bool {
    let range = words[index].range
    if Self.joins(range.lowerBound - 1, bytes) || Self.joins(range.upperBound, bytes) {
      return true
    }
    let letters = base.utf8
    if let previous = previous(bytes) {
      if bytes[previous.range.lowerBound] &- 0x30 < 10 { return true }
      let phrase = WordHash(continuing: previous.info.key).adding([0x5F]).adding(letters)
      if lexicon.entry(phrase) != nil { return true }
    }
    guard let next = next(bytes) else { return false }
    if pos == .verb, next.info.cue == .preposition { return true }
    if pos == .noun, isHead(next) || isFixed(next) { return true }
    var phrase = WordHash(base).adding([0x5F])
    for index in next.range { phrase.add(bytes[index] | 0x20) }
    return lexicon.entry(phrase) != nil
  }

  /// Whether a noun before the next word only says which of them is meant: "bus driver".
  private func isHead(_ next: ReadWord) -> Bool {
    // "Today" and "yesterday" are nouns too, but follow nouns as adverbs.
    !next.info.isFunctionWord && next.info.weights[PartOfSpeech.adverb.lane] == 0
      && (next.isProper || next.info.isLikelyNoun)
  }

  /// Whether a noun stands in the middle of a preposition of several words: "to the tune of", "as a
  /// result".
  private func isFixed(_ next: ReadWord) -> Bool {
    guard index > 1, words[index - 1].info.cue == .determiner else { return false }
    let first = words[index - 2].info
    return first.key == Self.asWord || (next.info.key == Self.of && first.cue == .preposition)
      || (next.info.key == Self.of && first.cue == .infinitiveTo)
  }

  private static func joins(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "@"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "#"):
      return true
    default: return bytes[index] >= 0x80
    }
  }

  /// Whether a word can stand here as far as its neighbours tell.
  func takes(_ option: SynonymSet.Option, _ pos: PartOfSpeech, _ bytes: Span<UInt8>) -> Bool {
    switch pos {
    case .adjective: return takesAdjective(option.position, bytes)
    case .verb: return option.frames & complement(bytes) != 0
    case .noun: return takesNoun(option, bytes)
    // "rather than" and "sooner than" are one.
    case .adverb: return next(bytes)?.info.key != Self.than
    }
  }

  private func takesAdjective(_ position: Synset.Position?, _ bytes: Span<UInt8>) -> Bool {
    let isBefore = next(bytes).map { !$0.info.isFunctionWord } ?? false
    switch position {
    case nil: return true
    case .attributive?: return isBefore
    case .predicative?: return !isBefore
    case .postnominal?: return false
    }
  }

  private func takesNoun(_ option: SynonymSet.Option, _ bytes: Span<UInt8>) -> Bool {
    if next(bytes)?.info.cue == .infinitiveTo { return false }
    guard let previous = previous(bytes),
      previous.info.key == Self.a || previous.info.key == Self.an
    else { return true }
    return !Inflector.withoutPlural.contains(option.lemma)
  }

  /// The frames of which a verb must have one, by what follows it.
  private func complement(_ bytes: Span<UInt8>) -> UInt64 {
    guard let next = next(bytes) else { return .max }
    switch next.info.cue {
    case .object? where isBeforeInfinitive(index + 1): return VerbFrames.objectInfinitive
    case .determiner?, .object?: return VerbFrames.object
    case .infinitiveTo?: return VerbFrames.infinitive
    case .subject? where next.info.key == Self.it || next.info.key == Self.you:
      return VerbFrames.clause | VerbFrames.object
    case .subject?: return VerbFrames.clause
    case .conjunction? where next.info.key == Self.that:
      return VerbFrames.clause | VerbFrames.object
    case .question?: return VerbFrames.clause
    case nil where next.info.form == .ing: return VerbFrames.gerund
    default: return .max
    }
  }

  private func isBeforeInfinitive(_ index: Int) -> Bool {
    index + 1 < words.count && words[index + 1].info.cue == .infinitiveTo
  }

  static let a = WordHash("a").value
  static let an = WordHash("an").value
  private static let it = WordHash("it").value
  private static let you = WordHash("you").value
  private static let of = WordHash("of").value
  private static let asWord = WordHash("as").value
  private static let than = WordHash("than").value
  private static let that = WordHash("that").value
}

/// Groups of WordNet's sentence frames, a bit each.
private enum VerbFrames {
  /// Frames with an object: "somebody ----s something".
  static let object = bits(8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31)
  /// Frames with an object and "to": "somebody ----s somebody to INFINITIVE".
  static let objectInfinitive = bits(24)
  /// Frames with "to": "somebody ----s to INFINITIVE", "somebody ----s to somebody".
  static let infinitive = bits(12, 27, 28)
  /// Frames with a clause: "somebody ----s that CLAUSE".
  static let clause = bits(26, 29, 34)
  /// Frames with "-ing", and those of objects, which a gerund may be.
  static let gerund = bits(33, 8, 11)

  private static func bits(_ frames: UInt64...) -> UInt64 { frames.reduce(0) { $0 | 1 << $1 } }
}

/// English negation: "not" after an auxiliary, and "do" where there is none.
enum EnglishNegation {
  private static let be = 1
  private static let modal = 2
  private static let have = 4
  private static let not = 8
  private static let denying = 16
  private static let plainSubject = 32
  private static let thirdSubject = 64
  private static let doForm = 128
  private static let asking = 256
  private static let joining = 512

  static func changes(_ words: [FoldedWord], _ text: String) -> [Negation.Change] {
    let bytes = text.utf8Span.span
    let known = words.map { classes.classes($0.key) }
    // Two clauses, and nobody knows which of them the label is about; "what" and "why" deny nothing.
    guard let first = known.first, first & asking == 0,
      known.count(where: { $0 & joining != 0 }) == 0
    else { return [] }
    let denials = words.indices.filter {
      known[$0] & denying != 0 || short.value(words[$0].key) >= 0
    }
    switch denials.count {
    case 0:
      return adding(words, known, text, bytes)
    case 1:
      return removing(words, known, denials[0], text).map { [$0] } ?? []
    default: return []
    }
  }

  // MARK: - Adding

  private static func adding(
    _ words: [FoldedWord],
    _ known: [Int],
    _ text: String,
    _ bytes: Span<UInt8>
  ) -> [Negation.Change] {
    let verb = words.indices.first { index in
      if known[index] & (be | modal) != 0 { return true }
      guard known[index] & have != 0, let next = ContractionCues.next(words, index) else {
        return false
      }
      return ContractionCues.isParticiple(next, bytes)
    }
    if let verb {
      // A verb before its subject asks.
      guard verb > 0, words[verb].gap == .space, words[verb].letterCase != .mixed,
        ContractionCues.next(words, verb) != nil
      else { return [] }
      let isUpper = words[verb].letterCase == .upper
      let base = text.utf8Slice(words[verb].range).lowercased()
      if base == "can" { return [.adding(.negating(words[verb], "cannot"))] }
      return [.adding(.negating(words[verb].end, isUpper ? " NOT" : " not"))]
    }
    return addingDo(words, known, text)
  }

  /// "I like" becomes "I do not like": only right after a pronoun that opens the sentence.
  private static func addingDo(
    _ words: [FoldedWord],
    _ known: [Int],
    _ text: String
  ) -> [Negation.Change] {
    guard words.count >= 3, words[1].gap == .space, words[1].letterCase == .lower,
      known[0] & (plainSubject | thirdSubject) != 0
    else { return [] }
    let verb = text.utf8Slice(words[1].range).lowercased()
    if let base = EnglishVerbs.base(ofPast: verb) {
      return [.adding(.negating(words[1], "did not \(base)"))]
    }
    if known[0] & thirdSubject != 0, let base = EnglishVerbs.base(ofThird: verb) {
      return [.adding(.negating(words[1], "does not \(base)"))]
    }
    guard known[0] & plainSubject != 0, EnglishVerbs.isBase(verb) else { return [] }
    return [.adding(.negating(words[1], "do not \(verb)"))]
  }

  // MARK: - Removing

  private static func removing(
    _ words: [FoldedWord],
    _ known: [Int],
    _ place: Int,
    _ text: String
  ) -> Negation.Change? {
    let word = words[place]
    let rule = short.value(word.key)
    if rule >= 0 {
      let base = ContractionRule.all[rule].long.split(separator: " ").first.map(String.init) ?? ""
      guard place > 0, word.gap == .space,
        !ContractionCues.isInverted(words, place, imperative: true)
      else { return nil }
      if ["do", "does", "did"].contains(base) {
        return removingDo(base, words, place..<place + 1, text)
      }
      return .removing(.affirming(word, base == "cannot" ? "can" : base))
    }
    if known[place] & modal != 0 { return .removing(.affirming(word, "can")) }
    guard known[place] & not != 0, place > 1, word.gap == .space, words[place - 1].gap == .space
    else { return nil }
    let before = known[place - 1]
    if before & doForm != 0 {
      let base = text.utf8Slice(words[place - 1].range).lowercased()
      return removingDo(base, words, place - 1..<place + 1, text)
    }
    guard before & (be | modal | have) != 0 else { return nil }
    return .removing(.affirming(words[place - 1].end..<word.end))
  }

  /// "does not like" becomes "likes".
  private static func removingDo(
    _ base: String,
    _ words: [FoldedWord],
    _ denial: Range<Int>,
    _ text: String
  ) -> Negation.Change? {
    let place = denial.upperBound
    guard place < words.count, words[place].gap == .space, words[place].letterCase == .lower,
      denial.lowerBound > 0
    else { return nil }
    let verb = text.utf8Slice(words[place].range).lowercased()
    guard EnglishVerbs.isBase(verb) else { return nil }
    let range = words[denial.lowerBound].start..<words[place].end
    let form: String
    switch base {
    case "do": form = verb
    case "does": form = EnglishVerbs.third(verb)
    default: form = EnglishVerbs.past(verb)
    }
    return .removing(TextEdit(range: range, replacement: form, note: "affirm"))
  }

  private static let short = WordIndex(
    ContractionRule.all.enumerated().filter { $0.element.kind == .negation }
      .map { ($0.element.short, $0.offset) }
  )

  private static let classes = WordClasses([
    (be, "am is are was were"), (modal, "can could will would should must might may"),
    (have, "have has had"), (not | denying, "not"), (denying | modal, "cannot"),
    (
      denying,
      """
      no never none nobody nothing nowhere neither nor without hardly scarcely barely rarely seldom
      ain't
      """
    ),
    (plainSubject, "i you we they"), (thirdSubject, "he she it this that"),
    (doForm, "do does did"),
    (asking, "what when where which who why how whose whom do does did if"),
    (
      joining,
      "and but because although though if when while unless that which who so or than as whether"
    ),
  ])
}

import SeedbedData
import SeedbedKernels
import SeedbedText

/// Turns an active sentence into the passive where its parts are sure: a short subject, a listed verb, an
/// object with an article or possessive, and nothing or a known kind of word after it.
struct PassiveVoice: TransformMethod {
  private static let subject = 1
  private static let determiner = 2
  private static let follower = 4
  private static let have = 8
  private static let adverb = 16
  private static let plural = 32
  private static let vague = 64

  let descriptor = MethodDescriptor(
    "passive",
    "Turns the active into the passive (They blocked my card → My card was blocked).",
    languages: ["en"],
    moves: ["form"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard seed.language == "en" else { return nil }
    let words = FoldedWord.words(of: seed.text)
    let bytes = seed.text.utf8Span.span
    var clauses: [Clause] = []
    for index in words.indices where words[index].opensSentence {
      if let clause = clause(words, index, bytes) { clauses.append(clause) }
    }
    guard let clause = random.pick(clauses) else { return nil }
    let (start, end) = (
      words[clause.subject.lowerBound].start, words[clause.object.upperBound - 1].end
    )
    guard !seed.isLocked(start..<end) else { return nil }
    let (verb, object) = (
      words[clause.verb.lowerBound].start, words[clause.object.lowerBound].start
    )
    let thing = seed.text.slice(object..<end)
    let isCapital = words[clause.subject.lowerBound].letterCase != .lower
    var draft = Draft(seed)
    draft.replace(
      start..<(verb - 1),
      with: isCapital ? LetterCase.capitalised.applied(to: String(thing)) : String(thing),
      because: "object first"
    )
    let agent = agent(clause, seed, words)
    draft.replace(verb..<end, with: clause.passive + agent, because: "passive")
    return draft.count == 2 ? draft.proposal() : nil
  }

  private struct Clause {
    var subject: Range<Int>
    var verb: Range<Int>
    var object: Range<Int>
    var passive: String
  }

  private func clause(_ words: [FoldedWord], _ first: Int, _ bytes: Span<UInt8>) -> Clause? {
    guard let verb = verbPlace(words, first) else { return nil }
    let hasHave = Self.classes.has(words[verb].key, Self.have)
    let main = hasHave ? verb + 1 : verb
    guard main + 2 < words.count, words[main].gap == .space else { return nil }
    let form =
      hasHave ? PassiveVerbs.participle(words[main].key) : PassiveVerbs.past(words[main].key)
    guard let form, words[main].letterCase == .lower else { return nil }
    let start = main + 1
    guard words[start].gap == .space, Self.classes.has(words[start].key, Self.determiner) else {
      return nil
    }
    var end = start + 1
    while end < words.count, words[end].gap == .space, words[end].letterCase == .lower,
      Self.classes.classes(words[end].key) & (Self.follower | Self.adverb) == 0,
      !isCommon(words[end])
    {
      end += 1
    }
    let nouns = end - start - 1
    guard nouns >= 1, nouns <= (form.mayTakeTwo ? 1 : 2), isNoun(words[end - 1], bytes),
      endsObject(words, end, bytes)
    else { return nil }
    let isPlural = isPlural(words[end - 1], words[start], bytes)
    let auxiliary = hasHave ? isPlural ? "have been" : "has been" : isPlural ? "were" : "was"
    return Clause(
      subject: first..<verb,
      verb: verb..<start,
      object: start..<end,
      passive: "\(auxiliary) \(form.participle)"
    )
  }

  /// The word after the subject: a pronoun, or a determiner with one or two nouns.
  private func verbPlace(_ words: [FoldedWord], _ first: Int) -> Int? {
    let kind = Self.classes.classes(words[first].key)
    if kind & Self.subject != 0 {
      return first + 1 < words.count && words[first + 1].gap == .space ? first + 1 : nil
    }
    guard kind & Self.determiner != 0 else { return nil }
    for verb in [first + 2, first + 3] where verb < words.count && words[verb].gap == .space {
      guard words[first + 1..<verb].allSatisfy({ $0.gap == .space && !isCommon($0) }) else {
        return nil
      }
      if Self.classes.has(words[verb].key, Self.have)
        || PassiveVerbs.past(words[verb].key) != nil
      {
        return verb
      }
    }
    return nil
  }

  /// "by him"; nothing after a subject that says nobody in particular.
  private func agent(_ clause: Clause, _ seed: Seed, _ words: [FoldedWord]) -> String {
    let first = words[clause.subject.lowerBound]
    let kind = Self.classes.classes(first.key)
    if kind & Self.vague != 0 { return "" }
    let range = first.start..<words[clause.subject.upperBound - 1].end
    let lower = seed.text.slice(range).lowercased()
    if let object = Self.objects[lower] { return " by \(object)" }
    let letter = first.start..<(first.start + 1)
    return " by " + seed.lowered(letter) + seed.text.slice(letter.upperBound..<range.upperBound)
  }

  private func endsObject(_ words: [FoldedWord], _ end: Int, _ bytes: Span<UInt8>) -> Bool {
    let stop = words[end - 1].end
    guard end < words.count, words[end].gap == .space else {
      return stop == bytes.count || Self.closes(bytes, stop)
    }
    return Self.classes.has(words[end].key, Self.follower)
  }

  /// Whether a final mark stands at a place, and nothing is joined to it.
  private static func closes(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard ".!\n\r".utf8.contains(bytes[place]) else { return false }
    return place + 1 == bytes.count || " .!\n\r".utf8.contains(bytes[place + 1])
  }

  private func isCommon(_ word: FoldedWord) -> Bool {
    CourtesyWords.english.classes(word.key) & CourtesyWords.common != 0
      && !CourtesyWords.english.has(word.key, CourtesyWords.request)
  }

  private func isNoun(_ word: FoldedWord, _ bytes: Span<UInt8>) -> Bool {
    func ends(_ a: Character, _ b: Character) -> Bool {
      word.end - word.start > 3 && bytes[word.end - 2] == a.asciiValue
        && bytes[word.end - 1] == b.asciiValue
    }
    return !word.hasApostrophe && !ends("l", "y") && !ends("e", "d") && !ends("n", "g")
      && bytes[word.start] &- 0x30 >= 10
  }

  private func isPlural(_ noun: FoldedWord, _ determiner: FoldedWord, _ bytes: Span<UInt8>) -> Bool
  {
    if Self.classes.has(noun.key, Self.plural) { return true }
    if Self.singular.has(determiner.key, 1) { return false }
    guard bytes[noun.end - 1] == UInt8(ascii: "s"), noun.end - noun.start > 2 else { return false }
    return !"sui".utf8.contains(bytes[noun.end - 2]) || Self.singular.has(noun.key, 2)
  }

  private static let classes = WordClasses([
    (subject, "i you he she we"), (subject | vague, "they someone somebody"),
    (determiner, "my your our their his the a an this that these those"),
    (
      follower,
      """
      yesterday today last because when after before without twice again already during since until
      while within earlier recently immediately
      """
    ),
    (have, "have has"), (adverb, "home back online anyway instead wrong late once"),
    (plural, "people children men women clothes police feet teeth"),
  ])
  private static let singular = WordClasses([(1, "a an this that"), (2, "taxis menus")])
  private static let objects = [
    "i": "me", "you": "you", "he": "him", "she": "her", "we": "us",
  ]
}

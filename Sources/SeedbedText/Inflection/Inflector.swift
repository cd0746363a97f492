/// Recognises and makes the inflected forms of English words.
///
/// Regular forms follow the spelling rules; irregular ones come from WordNet's exception lists and
/// a table of irregular verbs. Where a form is in doubt the answer is nil rather than a likely one.
public struct Inflector: Sendable {
  private let irregular: IrregularForms

  /// Makes an inflector.
  ///
  /// - Parameter wordnet: The source of irregular forms; its lists are read once.
  public init(wordnet: WordNet) { irregular = wordnet.irregular }

  /// The ways in which a form can be an inflection of a base; empty when it is none.
  ///
  /// "walked" is both past and past participle of "walk": the form alone does not tell.
  ///
  /// - Parameters:
  ///   - form: A word form in lower case.
  ///   - base: The base form in lower case.
  ///   - pos: The part of speech of both.
  /// - Returns: The inflections in the order of their declaration.
  public func inflections(of form: String, base: String, _ pos: PartOfSpeech) -> [Inflection] {
    let possible: [Inflection] =
      switch pos {
      case .noun: [.base, .plural]
      case .verb: [.base, .thirdPerson, .past, .pastParticiple, .presentParticiple]
      case .adjective, .adverb: [.base, .comparative, .superlative]
      }
    return possible.filter { inflect(base, $0, pos) == form }
  }

  /// One inflected form; nil when it is in doubt.
  ///
  /// - Parameters:
  ///   - base: A base form in lower case, one word of ASCII letters.
  ///   - inflection: The form wanted.
  ///   - pos: The part of speech.
  /// - Returns: The form in lower case, or nil.
  public func inflect(_ base: String, _ inflection: Inflection, _ pos: PartOfSpeech) -> String? {
    if inflection == .base { return base }
    guard base.utf8.count > 1, base.utf8.allSatisfy({ $0 &- 0x61 < 26 }) else { return nil }
    switch (pos, inflection) {
    case (.noun, .plural): return plural(base)
    case (.verb, .thirdPerson): return thirdPerson(base)
    case (.verb, .presentParticiple): return presentParticiple(base)
    case (.verb, .past): return past(base) { $0.past }
    case (.verb, .pastParticiple): return past(base) { $0.participle }
    case (.adjective, .comparative), (.adverb, .comparative): return degree(base, "er")
    case (.adjective, .superlative), (.adverb, .superlative): return degree(base, "est")
    default: return nil
    }
  }

  /// Another word inflected in the same way; nil when the ways listed give different forms.
  ///
  /// - Parameters:
  ///   - base: The base form to inflect.
  ///   - inflections: What ``inflections(of:base:_:)`` answered for the word to replace.
  ///   - pos: The part of speech.
  /// - Returns: The form that all the ways share, or nil.
  public func inflect(
    _ base: String,
    like inflections: [Inflection],
    _ pos: PartOfSpeech
  )
    -> String?
  {
    var answer: String?
    for inflection in inflections {
      guard let form = inflect(base, inflection, pos), answer == nil || answer == form else {
        return nil
      }
      answer = form
    }
    return answer
  }

  // MARK: - Forms

  private func plural(_ base: String) -> String? {
    if Self.withoutPlural.contains(base) { return nil }
    let listed = irregular.forms(of: base, .noun)
    if let own = Self.plurals[base] { return own }
    if listed.count == 1 { return listed[0] }
    if listed.count > 1 { return nil }
    // "papers" is a lemma of its own, and most lemmas in -s are plurals already.
    let endings = ["ss", "us", "is"]
    if base.hasSuffix("s"), !endings.contains(where: base.hasSuffix) { return nil }
    // A final o after a consonant goes either way: potatoes, pianos.
    let tail = Array(base.utf8.suffix(2))
    if tail.count == 2, tail[1] == UInt8(ascii: "o"), !Spelling.isVowel(tail[0]) { return nil }
    return Spelling.withS(base)
  }

  private func thirdPerson(_ base: String) -> String? {
    switch base {
    case "be": "is"
    case "have": "has"
    case "do", "go", "undo", "forgo", "undergo", "echo", "veto": base + "es"
    default: Spelling.withS(base)
    }
  }

  private func presentParticiple(_ base: String) -> String? {
    let listed = irregular.forms(of: base, .verb).filter { $0.hasSuffix("ing") }
    if listed.count == 1 { return listed[0] }
    return listed.isEmpty ? Spelling.withIng(base) : nil
  }

  private func past(
    _ base: String,
    _ pick: ((past: String, participle: String)) -> String
  ) -> String? {
    if let forms = IrregularVerbs.forms[base] { return pick(forms) }
    let listed = irregular.forms(of: base, .verb).filter {
      !$0.hasSuffix("ing") && !$0.hasSuffix("s")
    }
    let regular = Spelling.withVowelEnding(base, "ed")
    // Exceptions that end in -ed only double a consonant (admitted) or keep a spelling (panicked).
    guard listed.allSatisfy({ $0.hasSuffix("ed") }) else { return nil }
    return listed.count == 1 ? listed[0] : listed.isEmpty ? regular : nil
  }

  private func degree(_ base: String, _ ending: String) -> String? {
    let listed = irregular.forms(of: base, .adjective).filter {
      ending == "er" ? !$0.hasSuffix("st") : $0.hasSuffix("st")
    }
    if listed.count == 1 { return listed[0] }
    guard listed.isEmpty else { return nil }
    let syllables = Spelling.syllables(base)
    guard syllables == 1 || (syllables == 2 && base.hasSuffix("y")) else { return nil }
    return Spelling.withVowelEnding(base, ending)
  }

  /// Plurals of common nouns for which the exception lists have none or more than one.
  private static let plurals: [String: String] = [
    "person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet",
    "tooth": "teeth", "mouse": "mice", "hero": "heroes", "potato": "potatoes", "echo": "echoes",
    "tomato": "tomatoes", "veto": "vetoes", "photo": "photos", "video": "videos",
    "piano": "pianos", "memo": "memos", "logo": "logos", "demo": "demos", "index": "indexes",
  ]

  /// Common nouns that are hardly ever counted.
  static let withoutPlural: Set<String> = [
    "advice", "equipment", "furniture", "homework", "information", "knowledge", "luggage", "money",
    "music", "news", "progress", "research", "software", "traffic", "weather", "baggage",
    "hardware", "luck", "mail", "health", "safety", "help", "sheep", "series", "species",
  ]
}

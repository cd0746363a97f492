/// English contractions, both ways: "don't" and "do not".
///
/// A contraction that can stand for two things is expanded only when the next word decides ("he's
/// been" is "has", "he's the" is "is"); otherwise, and for "ain't" and possessives, it is left alone.
public struct Contractions: Sendable {
  /// The English contractions.
  public static let english = Contractions()

  private let rules = ContractionRule.all
  /// The first rule of a contraction.
  private let short: WordIndex
  private let long: PhraseTable

  private init() {
    short = WordIndex(rules.enumerated().map { ($0.element.short, $0.offset) })
    long = PhraseTable(
      rules.enumerated().filter { $0.element.isMade }.map { ($0.element.long, $0.offset) }
    )
  }

  /// The expansions that are safe, in order and without overlap.
  ///
  /// - Parameter text: The text.
  /// - Returns: One edit a contraction.
  public func expansions(in text: String) -> [TextEdit] {
    let words = FoldedWord.words(of: text)
    return expansions(words, text.utf8Span.span).map {
      TextEdit(range: $0.range, replacement: expansion($0, words), note: "expand")
    }
  }

  /// The contractions that are natural, in order and without overlap.
  ///
  /// - Parameter text: The text.
  /// - Returns: One edit a contraction.
  public func contractions(in text: String) -> [TextEdit] {
    let words = FoldedWord.words(of: text)
    return contractions(words, text.utf8Span.span).map {
      TextEdit(range: $0.range, replacement: contraction($0, words), note: "contract")
    }
  }

  /// Where something can safely be expanded.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - bytes: Its bytes.
  /// - Returns: The places, in order and without overlap.
  public func expansions(_ words: [FoldedWord], _ bytes: Span<UInt8>) -> [RewritePlace] {
    var places: [RewritePlace] = []
    for index in words.indices where words[index].hasApostrophe {
      let first = short.value(words[index].key)
      guard first >= 0, let rule = expansion(first, words, index, bytes) else { continue }
      places.append(RewritePlace(words, index, count: 1, rule: rule))
    }
    return places
  }

  /// Where something can naturally be contracted.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - bytes: Its bytes.
  /// - Returns: The places, in order and without overlap.
  public func contractions(_ words: [FoldedWord], _ bytes: Span<UInt8>) -> [RewritePlace] {
    var places: [RewritePlace] = []
    var index = 0
    while index < words.count {
      if let (rule, count) = long.match(words, at: index),
        mayContract(rules[rule].kind, words, index + count - 1, bytes)
      {
        places.append(RewritePlace(words, index, count: count, rule: rule))
        index += count
      } else {
        index += 1
      }
    }
    return places
  }

  /// What to write for a place that ``expansions(_:_:)`` found.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - words: The words of the text.
  /// - Returns: The long form in the case of the original.
  public func expansion(_ place: RewritePlace, _ words: [FoldedWord]) -> String {
    let (letterCase, long) = (words[place.word].letterCase, rules[place.rule].long)
    let cased = letterCase.applied(to: long)
    return rules[place.rule].isOfI ? "I" + cased.dropFirst() : cased
  }

  /// What to write for a place that ``contractions(_:_:)`` found.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - words: The words of the text.
  /// - Returns: The short form in the case of the original.
  public func contraction(_ place: RewritePlace, _ words: [FoldedWord]) -> String {
    let (rule, last) = (rules[place.rule], words[place.word + place.count - 1])
    // "I" is a capital in any case; the other word tells whether the phrase shouts.
    let shouts = last.letterCase == LetterCase.upper
    if rule.isOfI { return "I" + (shouts ? rule.short.uppercased() : rule.short).dropFirst() }
    let first = words[place.word].letterCase
    return (first == .upper && !shouts ? .capitalised : first).applied(to: rule.short)
  }

  private func expansion(
    _ first: Int,
    _ words: [FoldedWord],
    _ index: Int,
    _ bytes: Span<UInt8>
  ) -> Int? {
    let rule = rules[first]
    switch rule.kind {
    case .fixed, .have: return first
    case .letUs: return ContractionCues.next(words, index) == nil ? nil : first
    case .negation:
      // A question turns the words round ("don't you" is not "do not you").
      let imperative = rule.long == "do not"
      return ContractionCues.isInverted(words, index, imperative: imperative) ? nil : first
    case .isOrHas:
      guard let verb = ContractionCues.isOrHas(words, index, bytes) else { return nil }
      return rule.long.hasSuffix(verb) ? first : first + 1
    case .hadOrWould:
      guard let verb = ContractionCues.hadOrWould(words, index) else { return nil }
      return rule.long.hasSuffix(verb) ? first : first + 1
    }
  }

  private func mayContract(
    _ kind: ContractionRule.Kind,
    _ words: [FoldedWord],
    _ last: Int,
    _ bytes: Span<UInt8>
  ) -> Bool {
    if kind == .negation { return true }
    // A verb that ends its clause is stressed and cannot be shortened ("yes, it is").
    guard let next = ContractionCues.next(words, last) else { return false }
    if kind == .have || words[last].isHas {
      return ContractionCues.isParticiple(next, bytes)
    }
    // "it is not" becomes "it isn't"; only "I am not" has no such form.
    return !ContractionCues.isNot(next) || words[last].isAm
  }
}

extension FoldedWord {
  private static let has = WordIndex.key(of: "has")
  private static let am = WordIndex.key(of: "am")

  fileprivate var isHas: Bool { key == Self.has }
  fileprivate var isAm: Bool { key == Self.am }
}

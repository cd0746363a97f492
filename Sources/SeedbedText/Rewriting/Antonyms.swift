/// Words that say the opposite of each other, by language.
public struct Antonyms: Sendable {
  private static let good = 1
  private static let bad = 2
  private static let negator = 4
  private static let contrast = 8

  private let index: WordIndex
  private let words: [String]
  /// The numbers of the opposites of each word.
  private let others: [[Int]]
  private let classes: WordClasses

  /// The languages that have lists, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The words of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> Antonyms? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// The verbs of a language whose opposites undo them; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The verbs, read once for the program.
  public static func actions(language: String) -> Antonyms? {
    language == "en" ? englishActions : nil
  }

  /// Whether a word speaks well of something, or ill; nil for one that does neither.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: True for well, false for ill.
  public func valence(_ key: UInt64) -> Bool? {
    let known = classes.classes(key) & (Self.good | Self.bad)
    return known == Self.good ? true : known == Self.bad ? false : nil
  }

  /// Whether a word has an opposite and is no name.
  ///
  /// - Parameter word: The word.
  /// - Returns: True where it does.
  public func has(_ word: FoldedWord) -> Bool {
    index.value(word.key) >= 0
      && (word.letterCase == .lower || word.opensSentence || word.letterCase == .upper)
  }

  /// The opposites of a word, in the same form.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: None for a word without any.
  public func opposites(_ key: UInt64) -> [String] {
    let number = index.value(key)
    return number < 0 ? [] : others[number].map { words[$0] }
  }

  /// Whether a word is a form of one verb whose opposite form belongs to another: "activating" of
  /// "activate", becoming "deactivate".
  ///
  /// - Parameters:
  ///   - key: The word's key.
  ///   - base: A base form in lower case.
  ///   - other: The base form of its opposite.
  /// - Returns: True where both are listed.
  public func isForm(_ key: UInt64, of base: String, becoming other: String) -> Bool {
    let (number, first) = (index.value(key), index.value(WordIndex.key(of: base)))
    guard number >= 0, first >= 0, forms[number] == forms[first] else { return false }
    return others[first].contains { words[$0] == other }
  }

  /// Whether a text denies something.
  ///
  /// - Parameter words: Its words.
  /// - Returns: True where one of its words denies.
  public func hasNegation(_ words: [FoldedWord]) -> Bool {
    words.contains { classes.has($0.key, Self.negator) }
  }

  /// Whether a text turns against what it said before: "but", "although".
  ///
  /// - Parameter words: Its words.
  /// - Returns: True where one of its words does.
  public func hasContrast(_ words: [FoldedWord]) -> Bool {
    words.contains { classes.has($0.key, Self.contrast) }
  }

  /// Which verb or adjective each word is a form of.
  private let forms: [Int]

  init(_ pairs: [AntonymPair], language: String, contrast: String) {
    var numbers: [String: Int] = [:]
    var words: [String] = []
    var others: [[Int]] = []
    var forms: [Int] = []
    var good: [String] = []
    var bad: [String] = []
    func number(_ word: String, _ form: Int) -> Int {
      if let known = numbers[word] { return known }
      numbers[word] = words.count
      words.append(word)
      others.append([])
      forms.append(form)
      return words.count - 1
    }
    for (place, pair) in pairs.enumerated() {
      for (first, second) in zip(pair.first, pair.second) {
        let (a, b) = (number(first, place * 2), number(second, place * 2 + 1))
        if pair.isForward, !others[a].contains(b) { others[a].append(b) }
        if pair.isBackward, !others[b].contains(a) { others[b].append(a) }
      }
      guard pair.hasValence else { continue }
      good += pair.first
      bad += pair.second
    }
    self.words = words
    self.others = others
    self.forms = forms
    // A word without an opposite of its own still speaks well or ill.
    index = WordIndex(
      words.enumerated().filter { !others[$0.offset].isEmpty }.map { ($0.element, $0.offset) }
    )
    classes = WordClasses([
      (Self.good, good.joined(separator: " ")), (Self.bad, bad.joined(separator: " ")),
      (Self.contrast, contrast),
      (
        Self.negator,
        (ProtectedWords.for(language: language).negators.sorted()
          + ContractionRule.all.filter { $0.kind == .negation && language == "en" }.map(\.short))
          .joined(separator: " ")
      ),
    ])
  }

  private static let english = Antonyms(
    AntonymLists.english,
    language: "en",
    contrast: "but although though however yet despite except whereas while unfortunately"
  )
  private static let englishActions = Antonyms(
    AntonymLists.englishActions,
    language: "en",
    contrast: ""
  )
  private static let spanish = Antonyms(
    AntonymLists.spanish,
    language: "es",
    contrast: "pero aunque sin embargo sino salvo"
  )
  private static let french = Antonyms(
    AntonymLists.french,
    language: "fr",
    contrast: "mais pourtant cependant sauf malgré"
  )
  private static let german = Antonyms(
    AntonymLists.german,
    language: "de",
    contrast: "aber obwohl jedoch doch trotz allerdings leider"
  )
}

/// The numbers from two to twelve as words, by language.
///
/// "One" is left out: it is a pronoun or an article as often, and has a gender in most languages.
public struct SmallNumbers: Sendable {
  private let names: [String]
  private let index: WordIndex
  private let numbering: WordClasses
  private let plurals: WordClasses
  private let language: String

  /// The words of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> SmallNumbers? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// The word of a number; nil for one that is not written as a word here.
  ///
  /// - Parameter value: The number.
  /// - Returns: The word, or nil.
  public func name(_ value: Int) -> String? {
    names.indices.contains(value - 2) ? names[value - 2] : nil
  }

  /// The number of a word; nil for another word.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: The number.
  public func value(_ key: UInt64) -> Int? {
    let value = index.value(key)
    return value < 0 ? nil : value
  }

  /// Whether a number counts what stands after it, so that word and figure mean the same: "3 cards",
  /// not "room 3" and not "3 or 4".
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - place: The number of the word that is the number.
  ///   - bytes: The bytes of the text.
  /// - Returns: True where both would be read alike.
  public func counts(_ words: [FoldedWord], _ place: Int, _ bytes: Span<UInt8>) -> Bool {
    guard place + 1 < words.count, words[place + 1].gap == .space else { return false }
    if place > 0, words[place].gap != .sentence {
      let before = words[place - 1]
      guard words[place].gap == .space || words[place].gap == .comma,
        before.letterCase == .lower || before.opensSentence, !numbering.has(before.key, 1),
        index.value(before.key) < 0, !ByteClass.isDigit(bytes[before.start])
      else { return false }
    }
    let noun = words[place + 1]
    if plurals.has(noun.key, 1) { return true }
    if language == "de" { return noun.letterCase == .capitalised && noun.end - noun.start > 3 }
    guard noun.letterCase == .lower, noun.end - noun.start > 3,
      !numbering.has(noun.key, 1)
    else { return false }
    let last = bytes[noun.end - 1]
    return last == UInt8(ascii: "s") && bytes[noun.end - 2] != UInt8(ascii: "s")
      || (language == "fr" && last == UInt8(ascii: "x"))
  }

  private init(_ language: String, _ names: String, numbering: String, plurals: String = "") {
    self.language = language
    self.names = names.split(separator: " ").map(String.init)
    index = WordIndex(self.names.enumerated().map { (word: $0.element, value: $0.offset + 2) })
    self.numbering = WordClasses([(1, numbering)])
    self.plurals = WordClasses([(1, plurals)])
  }

  private static let english = SmallNumbers(
    "en",
    "two three four five six seven eight nine ten eleven twelve",
    numbering: """
      number no nr room page chapter step version order ticket platform gate flight line article
      section level grade type code pin at to and or hundred thousand million twenty thirty forty
      fifty sixty seventy eighty ninety track season episode part volume option question exercise plus
      minus times is was are point by than a an its this as has does us yes always
      """,
    plurals: "people children men women feet teeth mice of"
  )
  private static let spanish = SmallNumbers(
    "es",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    numbering: """
      número nº página capítulo paso versión pedido línea artículo nivel código a y o u las los la
      cien mil millones treinta cuarenta cincuenta canal es son parte más menos
      """
  )
  private static let french = SmallNumbers(
    "fr",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    numbering: """
      numéro page chapitre étape version ligne article niveau code à et ou les cent mille vingt trente
      quarante cinquante soixante est sont plus moins dans sans très
      """
  )
  private static let german = SmallNumbers(
    "de",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    numbering: """
      nummer nr seite kapitel schritt version zeile artikel stufe und oder bis um hundert tausend
      uhr ist plus minus
      """
  )
}

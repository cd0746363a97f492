/// Abbreviations of chat and business writing, by language.
public struct Abbreviations: Sendable {
  private struct Rule: Sendable {
    var long: String
    var shorts: [String] = []
    var beforeDigit: [String] = []
  }

  private let rules: [Rule]
  /// How many short forms each rule has, and how many more before a digit.
  private let counts: [(always: Int, beforeDigit: Int)]
  private let longTable: PhraseTable
  private let shortIndex: WordIndex
  /// Whether nouns are capitals inside sentences, so that a capital does not tell a name.
  private let hasCapitalNouns: Bool

  /// The languages that have a list, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The list of a language; empty for a language without one.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The list, read once for the program.
  public static func `for`(language: String) -> Abbreviations {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: none
    }
  }

  /// Every way to shorten a word or phrase of the text, by place; the longest phrase counts.
  ///
  /// - Parameter text: The text.
  /// - Returns: Edits; a phrase with several short forms gives several of the same range.
  public func occurrences(in text: String) -> [TextEdit] {
    let words = FoldedWord.words(of: text)
    let bytes = text.utf8Span.span
    var edits: [TextEdit] = []
    for place in shortenings(words, bytes) {
      for option in 0..<options(for: place, bytes) {
        let short = shortened(place, option, words, bytes)
        edits.append(TextEdit(range: place.range, replacement: short, note: "shorten"))
      }
    }
    return edits
  }

  /// Every abbreviation of the text that stands for one thing only, spelt out.
  ///
  /// - Parameter text: The text.
  /// - Returns: One edit an abbreviation.
  public func expansions(in text: String) -> [TextEdit] {
    let words = FoldedWord.words(of: text)
    return expansions(words, text.utf8Span.span).map {
      TextEdit(range: $0.range, replacement: expanded($0, words), note: "expand")
    }
  }

  // MARK: - Places

  /// Where something can be shortened.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - bytes: Its bytes.
  /// - Returns: The places, in order and without overlap.
  public func shortenings(_ words: [FoldedWord], _ bytes: Span<UInt8>) -> [RewritePlace] {
    var places: [RewritePlace] = []
    for place in longTable.places(in: words) where options(for: place, bytes) > 0 {
      places.append(place)
    }
    return places
  }

  /// Where something can be spelt out.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - bytes: Its bytes.
  /// - Returns: The places, in order and without overlap; a dot that belongs to one is in it.
  public func expansions(_ words: [FoldedWord], _ bytes: Span<UInt8>) -> [RewritePlace] {
    var places: [RewritePlace] = []
    for index in words.indices {
      let rule = shortIndex.value(words[index].key)
      guard rule >= 0, isFree(words, index, bytes) else { continue }
      var place = RewritePlace(words, index, count: 1, rule: rule)
      if index + 1 < words.count, ByteClass.at(bytes, place.end) == UInt8(ascii: "."),
        ByteClass.at(bytes, place.end + 1) == 0x20, words[index + 1].letterCase == .lower
      {
        place.end += 1
      }
      places.append(place)
    }
    return places
  }

  /// How many short forms fit a place.
  ///
  /// - Parameters:
  ///   - place: A place of a phrase.
  ///   - bytes: The bytes of the text.
  /// - Returns: The number of forms.
  public func options(for place: RewritePlace, _ bytes: Span<UInt8>) -> Int {
    let (always, beforeDigit) = counts[place.rule]
    return always + (beforeDigit > 0 && digitFollows(place.end, bytes) ? beforeDigit : 0)
  }

  /// A short form in the case of the original.
  ///
  /// - Parameters:
  ///   - place: A place that ``shortenings(_:_:)`` found.
  ///   - option: Which of its short forms.
  ///   - words: The words of the text.
  ///   - bytes: Its bytes.
  /// - Returns: The short form.
  public func shortened(
    _ place: RewritePlace,
    _ option: Int,
    _ words: [FoldedWord],
    _ bytes: Span<UInt8>
  ) -> String {
    let rule = rules[place.rule]
    var short =
      option < rule.shorts.count
      ? rule.shorts[option] : rule.beforeDigit[option - rule.shorts.count]
    // The dot of the sentence stands already.
    if short.utf8.last == UInt8(ascii: "."), ByteClass.at(bytes, place.end) == UInt8(ascii: ".") {
      short.removeLast()
    }
    return LetterCase(words, of: place).applied(to: short)
  }

  /// The long form in the case of the original.
  ///
  /// - Parameters:
  ///   - place: A place that ``expansions(_:_:)`` found.
  ///   - words: The words of the text.
  /// - Returns: The long form.
  public func expanded(_ place: RewritePlace, _ words: [FoldedWord]) -> String {
    let word = words[place.word]
    let long = rules[place.rule].long
    // A single capital ("U") is a habit of chat, and so is "ASAP": not the case of the sentence.
    if word.end - word.start == 1 { return long }
    guard word.letterCase == .upper else { return word.letterCase.applied(to: long) }
    let before = place.word > 0 ? words[place.word - 1].letterCase : .upper
    let after = place.word + 1 < words.count ? words[place.word + 1].letterCase : .upper
    let shouts = before == .upper && after == .upper && words.count > 1
    return shouts
      ? long.uppercased() : word.opensSentence ? LetterCase.capitalised.applied(to: long) : long
  }

  /// Whether a short form is neither joined to a sign nor, by its capital, somebody's name.
  private func isFree(_ words: [FoldedWord], _ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let word = words[index]
    let isName = word.letterCase == .capitalised && !word.opensSentence && !hasCapitalNouns
    guard !isName || word.end - word.start == 1, word.letterCase != .mixed else { return false }
    func joins(_ byte: UInt8) -> Bool { "-_/@&#'\\".utf8.contains(byte) }
    return !joins(ByteClass.at(bytes, word.start - 1)) && !joins(ByteClass.at(bytes, word.end))
  }

  private func digitFollows(_ end: Int, _ bytes: Span<UInt8>) -> Bool {
    ByteClass.at(bytes, end) == 0x20 && ByteClass.isDigit(ByteClass.at(bytes, end + 1))
  }

  // MARK: - Lists

  private init(_ list: String, hasCapitalNouns: Bool = false) {
    var rules: [Rule] = []
    var longs: [(phrase: String, number: Int)] = []
    var shorts: [(word: String, value: Int)] = []
    for line in list.split(separator: "\n") {
      guard let sign = line.firstIndex(where: { "=><".contains($0) }) else { continue }
      let long = line[..<sign].split(separator: " ").joined(separator: " ")
      var rule = Rule(long: long)
      for field in line[line.index(after: sign)...].split(separator: " ").map(String.init) {
        if line[sign] != ">" { shorts.append((field.filter { $0 != "." }, rules.count)) }
        if field.hasSuffix("#") {
          rule.beforeDigit.append(String(field.dropLast()))
        } else if line[sign] != "<" {
          rule.shorts.append(field)
        }
      }
      if line[sign] != "<" { longs.append((long, rules.count)) }
      rules.append(rule)
    }
    self.rules = rules
    counts = rules.map { ($0.shorts.count, $0.beforeDigit.count) }
    self.hasCapitalNouns = hasCapitalNouns
    longTable = PhraseTable(longs)
    shortIndex = WordIndex(shorts)
  }

  private static let none = Self("")
  private static let german = Self(AbbreviationLists.german, hasCapitalNouns: true)
  private static let english = Self(AbbreviationLists.english)
  private static let spanish = Self(AbbreviationLists.spanish)
  private static let french = Self(AbbreviationLists.french)
}

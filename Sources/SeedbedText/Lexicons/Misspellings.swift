/// The spelling mistakes that people make in a language: from lists of common ones and by rule.
///
/// These are mistakes of knowledge ("recieve", "haber" for "a ver"); mistakes of the finger are the
/// keyboard's.
public struct Misspellings: Sendable {
  private let lists: [String: [String]]
  /// Those of single words, by key.
  private let table: KeyedLists
  private let rules: MisspellingRules
  private let language: String

  /// The languages that have a list, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// Whether a language has a list.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: True for one of `languages`.
  public static func has(_ language: String) -> Bool {
    switch language {
    case "de", "en", "es", "fr": true
    default: false
    }
  }

  /// The mistakes of a language; a language without a list has those by rule.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The mistakes, made once for the program.
  public static func `for`(language: String) -> Misspellings {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: Misspellings("", language: language)
    }
  }

  /// The words of the text that have a common misspelling, with it, by place.
  ///
  /// A word with several misspellings gives several edits of the same range: use at most one. For a
  /// language written with accents, leaving them out is the last edit of a word.
  public func occurrences(in text: String) -> [TextEdit] {
    let words = TextWord.words(of: text)
    var edits: [TextEdit] = []
    for (index, word) in words.enumerated() {
      let letterCase = LetterCase(of: word.text)
      for wrong in lists[word.lower] ?? [] {
        edits.append(edit(word, wrong, letterCase))
      }
      // Two words that are written as one, and the other way round.
      if language == "es", word.lower == "a", index + 1 < words.count,
        words[index + 1].lower == "ver", text.utf8Byte(at: word.range.upperBound) == 0x20,
        words[index + 1].range.lowerBound == word.range.upperBound + 1
      {
        edits.append(
          TextEdit(
            range: word.range.lowerBound..<words[index + 1].range.upperBound,
            replacement: letterCase.applied(to: "haber"),
            note: "misspelling: a ver → haber"
          )
        )
      }
      let plain = word.lower.withoutAccents
      if language != "en", plain != word.lower, lists[word.lower]?.contains(plain) != true {
        edits.append(edit(word, plain, letterCase))
      }
    }
    return edits
  }

  /// The misspellings of a word by rule, in a fixed order and without repeats.
  ///
  /// - Parameter word: A word as written; its letter case is kept.
  /// - Returns: Words that differ from it; none for words that are short, over 64 bytes, or of mixed case.
  public func variants(of word: String) -> [String] {
    let lower = word.lowercased()
    let letterCase = LetterCase(of: word)
    // Nothing over 64 bytes is a word, and every letter of it would give a variant.
    guard word.utf8.count <= 64, lower.unicodeScalars.count >= 4, letterCase != .mixed,
      lower.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    else { return [] }
    let bytes = lower.utf8Span.span
    var found: [String] = []
    for place in 0..<bytes.count {
      rules.forEachMistake(bytes, 0..<bytes.count, at: place) { range, replacement in
        var variant = String(lower.utf8Slice(0..<range.lowerBound))
        variant += rules.text(of: replacement)
        variant += lower.utf8Slice(range.upperBound..<lower.utf8.count)
        if variant != lower, !found.contains(variant) { found.append(variant) }
      }
    }
    return found.map { letterCase.applied(to: $0) }
  }

  /// A word with accented Latin letters in their plain form, as typed on a keyboard without them.
  ///
  /// - Parameter word: The word.
  /// - Returns: The word without accents; the same where it has none.
  public static func withoutAccents(_ word: String) -> String { word.withoutAccents }

  /// The common misspellings of a word, in lower case.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: At least one; nil where none is known.
  public func listed(_ key: WordKey) -> [String]? { table.list(key) }

  /// Whether a word has a common misspelling.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: True where `listed` gives some.
  public func hasListed(_ key: WordKey) -> Bool { table.contains(key) }

  /// Draws a mistake by rule in a lower-case word: one of those at the first place, from a drawn one on,
  /// that has any.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - word: The word in it; of letters only.
  ///   - draw: Draws an index below a count.
  /// - Returns: The bytes to be replaced, and by what; nil where no rule fits.
  public func mistake(
    _ bytes: Span<UInt8>,
    in word: Range<Int>,
    draw: (Int) -> Int
  ) -> (range: Range<Int>, replacement: String)? {
    guard !word.isEmpty else { return nil }
    var place = word.lowerBound + draw(word.count)
    for _ in word {
      var count = 0
      rules.forEachMistake(bytes, word, at: place) { _, _ in count += 1 }
      if count > 0 {
        var left = count > 1 ? draw(count) : 0
        var drawn: (range: Range<Int>, replacement: String)?
        rules.forEachMistake(bytes, word, at: place) { range, replacement in
          if left == 0 { drawn = (range, rules.text(of: replacement)) }
          left -= 1
        }
        return drawn
      }
      place = place + 1 < word.upperBound ? place + 1 : word.lowerBound
    }
    return nil
  }

  private func edit(_ word: TextWord, _ wrong: String, _ letterCase: LetterCase) -> TextEdit {
    TextEdit(
      range: word.range,
      replacement: letterCase.applied(to: wrong),
      note: "misspelling: \(word.lower) → \(wrong)"
    )
  }

  private init(_ list: String, language: String) {
    var lists: [String: [String]] = [:]
    for line in list.split(separator: "\n") {
      // A raised dot stands for a space inside one form.
      let fields = line.split(separator: " ").map {
        $0.split(separator: "\u{B7}").joined(separator: " ").lowercased()
      }
      guard let word = fields.first else { continue }
      lists[word, default: []] += fields.dropFirst()
    }
    self.lists = lists
    self.language = language
    rules = MisspellingRules(language: language)
    table = KeyedLists(
      lists.sorted { $0.key < $1.key }.filter { !$0.key.utf8.contains(0x20) }
        .map { word, list in (word: word, list: list.filter { $0 != word }) }
    )
  }

  private static let german = Self(MisspellingLists.german, language: "de")
  private static let english = Self(MisspellingLists.english, language: "en")
  private static let spanish = Self(MisspellingLists.spanish, language: "es")
  private static let french = Self(MisspellingLists.french, language: "fr")
}

extension String {
  /// The text with accented Latin letters in their plain form, as typed on a keyboard without them.
  var withoutAccents: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      plain.append(AccentFold.table[scalar] ?? scalar)
    }
    return String(plain)
  }
}

/// The plain letters of the accented ones of Spanish, French, German, Portuguese and Italian.
private enum AccentFold {
  static let table: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "áàâäãå"), ("e", "éèêë"), ("i", "íìîï"), ("o", "óòôöõ"), ("u", "úùûü"), ("c", "ç"),
      ("n", "ñ"), ("A", "ÁÀÂÄÃÅ"), ("E", "ÉÈÊË"), ("I", "ÍÌÎÏ"), ("O", "ÓÒÔÖÕ"), ("U", "ÚÙÛÜ"),
      ("C", "Ç"), ("N", "Ñ"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, accented) in groups {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}

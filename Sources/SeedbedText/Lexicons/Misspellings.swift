/// The spelling mistakes that people make in a language: from lists of common ones and by rule.
///
/// These are mistakes of knowledge ("recieve", "haber" for "a ver"); mistakes of the finger are the
/// keyboard's.
public struct Misspellings: Sendable {
  private let lists: [String: [String]]
  private let language: String

  /// The languages that have a list, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

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
        words[index + 1].lower == "ver", ContractionContext(text, words, index).next != nil
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
  /// A doubled letter is written once, a single one twice, "ie" and "ei" change places, a letter that
  /// is not heard is dropped, and a vowel takes the place of another.
  ///
  /// - Parameter word: A word as written; its letter case is kept.
  /// - Returns: Words that differ from it; none for words that are short, over 64 bytes, or of mixed case.
  public func variants(of word: String) -> [String] {
    // Nothing that long is a word, and every letter of it would give a variant.
    guard word.utf8.count <= 64 else { return [] }
    let lower = word.lowercased()
    let letterCase = LetterCase(of: word)
    guard letterCase != .mixed else { return [] }
    let found = MisspellingRules.variants(of: lower, language: language)
    return found.map { letterCase.applied(to: $0) }
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

/// Abbreviations of chat and business writing, by language.
public struct Abbreviations: Sendable {
  private struct Entry: Sendable {
    var long: [String]
    var short: String
    var needsDigit: Bool
    var expands: Bool
  }

  private let byFirstWord: [String: [Entry]]
  private let byShort: [String: String]

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

  /// Every way to shorten a word or phrase of the text, by place.
  ///
  /// A word with several abbreviations gives several edits of the same range: use at most one.
  public func occurrences(in text: String) -> [TextEdit] {
    let words = TextWord.words(of: text)
    var edits: [TextEdit] = []
    for (index, word) in words.enumerated() {
      for entry in byFirstWord[word.lower] ?? [] where matches(entry, at: index, words, text) {
        let last = words[index + entry.long.count - 1]
        let range = word.range.lowerBound..<last.range.upperBound
        if entry.needsDigit, !digitFollows(range.upperBound, text) { continue }
        edits.append(
          TextEdit(
            range: range,
            replacement: LetterCase(of: text.utf8Slice(range)).applied(to: entry.short),
            note: "abbreviation: \(entry.long.joined(separator: " ")) → \(entry.short)"
          )
        )
      }
    }
    return edits
  }

  /// Every abbreviation of the text that stands for one thing only, spelt out.
  public func expansions(in text: String) -> [TextEdit] {
    TextWord.words(of: text).compactMap { word in
      guard let long = byShort[word.lower] else { return nil }
      let letterCase = LetterCase(of: word.text)
      // A single capital ("U") is a habit of chat, not the case of the sentence.
      let cased = word.text.utf8.count == 1 ? long : letterCase.applied(to: long)
      return TextEdit(
        range: word.range,
        replacement: cased,
        note: "abbreviation: \(word.lower) → \(long)"
      )
    }
  }

  private func matches(_ entry: Entry, at index: Int, _ words: [TextWord], _ text: String) -> Bool {
    guard index + entry.long.count <= words.count else { return false }
    for offset in entry.long.indices.dropFirst() {
      let gap = words[index + offset - 1].range.upperBound..<words[index + offset].range.lowerBound
      guard words[index + offset].lower == entry.long[offset],
        text.utf8Slice(gap).utf8.allSatisfy({ $0 == 0x20 })
      else { return false }
    }
    return true
  }

  private func digitFollows(_ end: Int, _ text: String) -> Bool {
    guard text.utf8Byte(at: end) == 0x20, let byte = text.utf8Byte(at: end + 1) else {
      return false
    }
    return byte &- 0x30 < 10
  }

  /// Reads lines `long phrase = short short…`; a `>` for `=` says that the short form is ambiguous
  /// and never expanded, a `#` after a short form that a digit must follow.
  private init(_ list: String) {
    var byFirstWord: [String: [Entry]] = [:]
    var byShort: [String: String] = [:]
    for line in list.split(separator: "\n") {
      guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ">" }) else { continue }
      let long = line[..<sign].split(separator: " ").map(String.init)
      guard let first = long.first else { continue }
      for field in line[sign...].dropFirst().split(separator: " ") {
        let short = field.hasSuffix("#") ? String(field.dropLast()) : String(field)
        let expands = line[sign] == "="
        byFirstWord[first, default: []].append(
          Entry(long: long, short: short, needsDigit: field.hasSuffix("#"), expands: expands)
        )
        if expands, byShort[short] == nil { byShort[short] = long.joined(separator: " ") }
      }
    }
    self.byFirstWord = byFirstWord
    self.byShort = byShort
  }

  private static let none = Self("")
  private static let german = Self(AbbreviationLists.german)
  private static let english = Self(AbbreviationLists.english)
  private static let spanish = Self(AbbreviationLists.spanish)
  private static let french = Self(AbbreviationLists.french)
}

/// What people write for words and phrases when they type on a phone: "u" for "you", "xq" for "porque".
public struct ChatWords: Sendable {
  /// The most words that a phrase has.
  public static let longestPhrase = 4

  private let words: KeyedLists
  private let phrases: KeyedLists
  private let starts: KeyedLists

  /// The languages that have lists, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The lists of a language.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program; nil for a language without any.
  public static func `for`(language: String) -> ChatWords? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// The short forms of a word.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: At least one, in lower case; nil where there is none.
  public func short(_ key: WordKey) -> [String]? { words.list(key) }

  /// Whether a word has a short form.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: True where `short` gives some.
  public func hasShort(_ key: WordKey) -> Bool { words.contains(key) }

  /// Whether a phrase with a short form begins with a word.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: True where the words that follow are worth looking at.
  public func startsPhrase(_ key: WordKey) -> Bool { starts.contains(key) }

  /// The short forms of a phrase of two to four words with single spaces between them.
  ///
  /// - Parameter key: The key of the whole phrase.
  /// - Returns: At least one, in lower case; nil where there is none.
  public func shortPhrase(_ key: WordKey) -> [String]? { phrases.list(key) }

  /// Reads a list: a line has what is written out, an equals sign, and the short forms.
  private init(_ list: String) {
    var words: [(word: String, list: [String])] = []
    var phrases: [(word: String, list: [String])] = []
    for line in list.split(separator: "\n") {
      let sides = line.split(separator: "=")
      guard sides.count == 2 else { continue }
      let long = sides[0].split(separator: " ").joined(separator: " ")
      let short = sides[1].split(separator: " ").map(String.init)
      if long.utf8.contains(0x20) {
        phrases.append((long, short))
      } else {
        words.append((long, short))
      }
    }
    self.words = KeyedLists(words)
    self.phrases = KeyedLists(phrases)
    starts = KeyedLists(
      phrases.map { (word: String($0.word.prefix { $0 != " " }), list: [$0.word]) }
    )
  }

  private static let german = Self(ChatWordLists.german)
  private static let english = Self(ChatWordLists.english)
  private static let spanish = Self(ChatWordLists.spanish)
  private static let french = Self(ChatWordLists.french)
}

/// The closed-class words of a language: articles, pronouns, prepositions, conjunctions, auxiliaries.
///
/// Transforms leave these alone, and language identification reads short texts by them.
public struct FunctionWords: Sendable {
  /// The words in lower case, sorted by their bytes.
  public let words: [String]

  private let set: Set<String>

  private init(_ list: String) {
    words = list.split(whereSeparator: \.isWhitespace).map(String.init).sorted { $0 < $1 }
    set = Set(words)
  }

  /// The languages that have a list, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr", "it", "pt"]

  /// The list of a language; empty for a language without one.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The list, read once for the program.
  public static func `for`(language: String) -> FunctionWords {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    case "it": italian
    case "pt": portuguese
    default: none
    }
  }

  /// Whether a lower-case word is a function word.
  public func contains(_ lowercased: String) -> Bool { set.contains(lowercased) }

  private static let none = Self("")
  private static let german = Self(FunctionWordLists.german)
  private static let english = Self(FunctionWordLists.english)
  private static let spanish = Self(FunctionWordLists.spanish)
  private static let french = Self(FunctionWordLists.french)
  private static let italian = Self(FunctionWordLists.italian)
  private static let portuguese = Self(FunctionWordLists.portuguese)
}

/// Words that carry the polarity, quantity or obligation of a sentence: changing one of them may turn
/// its meaning round, so transforms that promise to keep the label leave them alone.
public struct ProtectedWords: Sendable {
  /// Words that deny: not, never, nobody, without….
  public let negators: Set<String>
  /// Words of amount and order: all, few, only, more, twice….
  public let quantifiers: Set<String>
  /// Words of ability, duty and chance: can, must, maybe….
  public let modals: Set<String>

  private init(_ lists: (negators: String, quantifiers: String, modals: String)) {
    func set(_ list: String) -> Set<String> {
      Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
    negators = set(lists.negators)
    quantifiers = set(lists.quantifiers)
    modals = set(lists.modals)
  }

  /// The languages that have lists, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The lists of a language; empty for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> ProtectedWords {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: none
    }
  }

  /// Whether a lower-case word is in one of the lists; English "-n't" forms are negators.
  public func contains(_ lowercased: String) -> Bool {
    isNegator(lowercased) || quantifiers.contains(lowercased) || modals.contains(lowercased)
  }

  /// Whether a lower-case word denies.
  public func isNegator(_ lowercased: String) -> Bool {
    if negators.contains(lowercased) { return true }
    guard negators.contains("not") else { return false }
    return lowercased.hasSuffix("n't") || lowercased.hasSuffix("n\u{2019}t")
  }

  private static let none = Self(("", "", ""))
  private static let german = Self(ProtectedWordLists.german)
  private static let english = Self(ProtectedWordLists.english)
  private static let spanish = Self(ProtectedWordLists.spanish)
  private static let french = Self(ProtectedWordLists.french)
}

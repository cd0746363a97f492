import SeedbedKernels

/// The words that hold the sentences of a language together, by their keys: those that no noise may
/// hide, and those that no noise may make.
public struct FrameWords: Sendable {
  /// Negators and quantifiers: what they say is lost with their spelling.
  private let carriers: HashSet64
  /// Protected and function words of every kind.
  private let all: HashSet64
  /// Whether "-n't" at the end of a word denies.
  private let hasEnglish: Bool
  /// Whether "n'" at the start of a word denies.
  private let hasFrench: Bool

  /// The words of a language; those of all languages for one that is unknown or has no lists.
  ///
  /// - Parameter language: An ISO 639-1 code; nil where it is unknown.
  /// - Returns: The words, read once for the program.
  public static func `for`(language: String?) -> FrameWords {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: any
    }
  }

  /// Whether a word denies or says how much; it keeps its spelling.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: True for a negator or a quantifier.
  public func carriesMeaning(_ key: WordKey) -> Bool {
    (hasEnglish && key.tail == 0x6E_27_74) || (hasFrench && key.head == 0x6E_27)
      || carriers.contains(key.value)
  }

  /// Whether a word belongs to the frame of sentences: a misspelling that gives it would be read as it.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: True for negators, quantifiers, modal verbs and function words.
  public func contains(_ key: WordKey) -> Bool {
    carriesMeaning(key) || all.contains(key.value)
  }

  private init(_ languages: [String]) {
    var carriers = HashSet64()
    var all = HashSet64()
    for language in languages {
      let protected = ProtectedWords.for(language: language)
      for word in protected.negators.union(protected.quantifiers) {
        carriers.insert(WordKey(word).value)
      }
      for word in protected.negators.union(protected.quantifiers).union(protected.modals) {
        all.insert(WordKey(word).value)
      }
      for word in FunctionWords.for(language: language).words { all.insert(WordKey(word).value) }
    }
    self.carriers = carriers
    self.all = all
    hasEnglish = languages.contains("en")
    hasFrench = languages.contains("fr")
  }

  private static let any = Self(
    Array(Set(ProtectedWords.languages + FunctionWords.languages)).sorted()
  )
  private static let german = Self(["de"])
  private static let english = Self(["en"])
  private static let spanish = Self(["es"])
  private static let french = Self(["fr"])
}

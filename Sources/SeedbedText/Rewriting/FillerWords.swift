/// Words that people say while they think, by language.
public struct FillerWords: Sendable {
  /// Those that open a sentence, with what follows them: "Well,".
  public let openings: [String]
  /// Those that may stand between any two words of spoken language: "um".
  public let hesitations: [String]
  /// Those that may stand after a conjunction or comma: "you know".
  public let asides: [String]
  private let after: WordClasses

  /// The languages that have lists, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The lists of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> FillerWords? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// Whether an aside may follow a word: a conjunction or a verb of speaking.
  ///
  /// - Parameter word: The word.
  /// - Returns: True where it may.
  public func mayFollow(_ word: FoldedWord) -> Bool { after.has(word.key, 1) }

  private init(openings: String, hesitations: String, asides: String, after: String) {
    self.openings = openings.split(separator: "|").map(String.init)
    self.hesitations = hesitations.split(separator: "|").map(String.init)
    self.asides = asides.split(separator: "|").map(String.init)
    self.after = WordClasses([(1, after)])
  }

  private static let english = FillerWords(
    openings: "Well,|So,|Um,|Uh,|Okay, so|Right, so|Hmm,|I mean,|Look,",
    hesitations: "um|uh|er|hmm",
    asides: "you know|I mean|like|basically|actually|well",
    after: "and but because so or is was that if when then"
  )
  private static let spanish = FillerWords(
    openings: "Pues|Bueno,|Eh,|Mmm,|A ver,|O sea,|Este,",
    hesitations: "eh|este|mmm",
    asides: "o sea|digamos|pues|bueno",
    after: "y pero porque o es que si cuando entonces"
  )
  private static let french = FillerWords(
    openings: "Euh,|Ben,|Bah,|Alors,|Bon,|Enfin,|Du coup,",
    hesitations: "euh|hum",
    asides: "enfin|disons|genre|bref",
    after: "et mais parce ou est que si quand alors donc"
  )
  private static let german = FillerWords(
    openings: "Ähm,|Äh,|Also,|Na ja,|Tja,|Hm,",
    hesitations: "ähm|äh|hm",
    asides: "na ja|sagen wir|sozusagen",
    after: "und aber weil oder ist dass wenn dann"
  )
}

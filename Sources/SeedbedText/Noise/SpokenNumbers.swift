/// Whole numbers as words, as people say them.
///
/// Words are separated by spaces and have no hyphens, as in a transcript of speech.
public enum SpokenNumbers {
  /// The languages whose numbers are known, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The words of a number.
  ///
  /// - Parameters:
  ///   - number: 0 to 999,999,999.
  ///   - language: An ISO 639-1 code.
  /// - Returns: The words in lower case; nil for another language or number.
  public static func cardinal(_ number: Int, language: String) -> String? {
    guard (0...999_999_999).contains(number) else { return nil }
    return switch language {
    case "de": GermanNumbers.words(number)
    case "en": EnglishNumbers.words(number)
    case "es": SpanishNumbers.words(number)
    case "fr": FrenchNumbers.words(number)
    default: nil
    }
  }

  /// The words of an English ordinal number, such as "twenty first".
  ///
  /// - Parameter number: 1 to 999,999,999.
  /// - Returns: The words in lower case; nil for another number.
  public static func englishOrdinal(_ number: Int) -> String? {
    number > 0 ? cardinal(number, language: "en").map(EnglishNumbers.ordinal) : nil
  }

  /// The digits of a number, one by one, as codes are read out.
  ///
  /// - Parameters:
  ///   - digits: ASCII digits.
  ///   - language: An ISO 639-1 code.
  /// - Returns: The words in lower case; nil for another language.
  public static func spelled(_ digits: [UInt8], language: String) -> String? {
    var words: [String] = []
    for digit in digits {
      guard let word = cardinal(Int(digit &- 0x30), language: language) else { return nil }
      words.append(word)
    }
    return words.joined(separator: " ")
  }

  /// What the mark before a fraction is called.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: A word; nil for another language.
  public static func decimalMark(language: String) -> String? {
    switch language {
    case "de": "komma"
    case "en": "point"
    case "es": "coma"
    case "fr": "virgule"
    default: nil
    }
  }
}

import SeedbedText

/// The language that most of a file's texts are in.
enum MainLanguage {
  private static let mostTexts = 500

  /// Tells the language from the first texts.
  ///
  /// - Returns: An ISO 639-1 code; English where no language has half of them.
  static func of(_ texts: [String]) -> String {
    LanguageIdentifier.detectLanguages(in: Array(texts.prefix(mostTexts)), minimumShare: 0.5).first
      ?? "en"
  }
}

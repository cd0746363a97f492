/// The language of the text, among the project's languages; `unknown` rather than a guess.
struct LanguageDimension: Dimension {
  let name = "language"
  let values: [String]
  private let identifier: LanguageIdentifier

  init(languages: [String]) {
    values = languages + ["unknown"]
    identifier = LanguageIdentifier(languages: languages)
  }

  func value(of input: DimensionInput) -> String {
    identifier.identify(input.text).code ?? "unknown"
  }
}

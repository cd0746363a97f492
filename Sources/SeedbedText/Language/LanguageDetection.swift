extension LanguageIdentifier {
  /// The languages that a collection of texts is written in, the most common first.
  ///
  /// Texts whose language is unknown are not counted. A language of one text only counts when no
  /// other language has more, so that a single misread text adds none.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - minimumShare: The least share of the identified texts, 0...1.
  /// - Returns: ISO 639-1 codes; languages of equal frequency in order of their codes.
  public static func detectLanguages(
    in texts: some Sequence<String>,
    minimumShare: Double = 0.02
  ) -> [String] {
    let identifier = Self(languages: [])
    var counts: [String: Int] = [:]
    for text in texts {
      let guess = identifier.identify(text)
      if let code = guess.code, guess.score >= 0.5 { counts[code, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    let most = counts.values.max() ?? 0
    return counts.filter { _, count in
      Double(count) >= minimumShare * Double(total) && (count > 1 || most == 1)
    }
    .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    .map(\.key)
  }
}

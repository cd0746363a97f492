import SeedbedKernels

/// Small numbers in words, from two to twelve, and their ordinals.
enum NumberWords {
  private static let words: [String: [[String]]] = [
    "en": [
      list("two three four five six seven eight nine ten eleven twelve"),
      list("second third fourth fifth sixth seventh eighth ninth tenth"),
      list("twenty thirty forty fifty sixty seventy eighty ninety"),
    ],
    "es": [
      list("dos tres cuatro cinco seis siete ocho nueve diez once doce"),
      list("segundo tercero cuarto quinto sexto séptimo octavo noveno décimo"),
      list("segunda tercera cuarta quinta sexta séptima octava novena décima"),
      list("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    ],
    "fr": [
      list("deux trois quatre cinq six sept huit neuf dix onze douze"),
      list("deuxième troisième quatrième cinquième sixième septième neuvième dixième"),
      list("vingt trente quarante cinquante soixante"),
    ],
    "de": [
      list("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
      list("zweite dritte vierte fünfte sechste siebte achte neunte zehnte"),
      list("zweiten dritten vierten fünften sechsten siebten achten neunten zehnten"),
      list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
    ],
  ]

  private static func list(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }

  /// Another word of the same row; nil for what is no number in words.
  static func other(
    than value: String,
    _ language: String,
    _ random: inout CounterRandom
  ) -> String? {
    let lower = value.lowercased()
    for row in words[language] ?? [] {
      guard let place = row.firstIndex(of: lower) else { continue }
      let other = row[(place + 1 + random.index(below: row.count - 1)) % row.count]
      return LetterCase(of: value).applied(to: other)
    }
    return nil
  }

  /// Whether a lower-case word is a number in words, in any of the languages.
  static func contains(_ word: String) -> Bool { all.contains(word) }

  private static let all = Set(words.values.joined().joined())
}

extension ValueMaker {
  /// Whether a word is a small number written out, in English, Spanish, French or German.
  ///
  /// - Parameter word: A word in lower case.
  /// - Returns: True from two to twelve, for tens and for their ordinals.
  public static func isNumberWord(_ word: String) -> Bool { NumberWords.contains(word) }
}

import SeedbedKernels

/// Counts the words that deny, by which a drift to the opposite is noticed.
struct Negations {
  private let words: Set<String>
  private let isEnglish: Bool

  private static let lists = [
    "en": """
    not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt wont
    isnt arent wasnt werent hasnt havent hadnt shouldnt wouldnt couldnt
    """,
    "es": "no nunca jamás ni nada nadie ningún ninguno ninguna tampoco sin",
    "ca": "no mai res ningú cap tampoc ni sense",
    "fr": "ne n pas jamais rien personne aucun aucune ni nulle sans non",
    "de": "nicht nie niemals kein keine keinen keinem keiner keines nichts niemand weder noch ohne",
    "pt": "não nunca jamais nem nada ninguém nenhum nenhuma sem",
    "it": "non mai né nulla niente nessuno nessun nessuna senza",
  ]

  /// The words of a language.
  ///
  /// - Returns: Nil for a language without a list.
  init?(language: String) {
    guard let list = Self.lists[language] else { return nil }
    words = Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    isEnglish = language == "en"
  }

  /// How many of the words of a text deny.
  func count(in text: String) -> Int {
    WordScanner.words(in: text.utf8Span.span).count { range in
      let word = String(text.slice(range)).lowercasedPlain
      return words.contains(word) || (isEnglish && word.hasSuffix("n't"))
    }
  }
}

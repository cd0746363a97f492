/// Finds questions that speak of the text they were made from, which no one who asks has before them.
enum SourceMention {
  /// The words with which a question names its source; nil where it does not.
  ///
  /// A passage may itself be about documents, sections or texts, so a plain "the document" counts only where
  /// the passage does not say it.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - passage: What it was made from.
  /// - Returns: The words, or nil.
  static func find(in question: String, madeFrom passage: String) -> String? {
    let question = VerbatimText(question, foldsCase: true)
    if let sure = sure.first(where: { !question.places(of: $0, whole: true).isEmpty }) {
      return sure
    }
    let source = VerbatimText(passage, foldsCase: true)
    return plain.first { words in
      !question.places(of: words, whole: true).isEmpty
        && source.places(of: words, whole: true).isEmpty
    }
  }

  /// Words that point at the source whatever it is about.
  private static let sure = [
    "the passage", "this passage", "the passages", "these passages", "the excerpt", "this excerpt",
    "the given text", "the text above", "the provided", "the above text", "mentioned above",
    "according to the text", "according to the document", "according to the article",
    "according to the section", "in the text", "the author say", "the author mention",
    "citation", "el pasaje", "del pasaje", "este pasaje", "el fragmento", "según el texto",
    "según el documento", "en el texto", "le passage", "ce passage", "cet extrait", "l'extrait",
    "l’extrait", "selon le texte", "d'après le texte", "d’après le texte", "dans le texte",
    "selon le document", "dem textabschnitt", "der textabschnitt", "im textabschnitt", "laut text",
    "laut dem text", "laut dokument", "laut dem dokument", "im text", "in dem text",
    "dem auszug", "der passage", "die passage",
  ]

  /// Words that point at the source unless it speaks of such things itself.
  private static let plain = [
    "the text", "this text", "the document", "this document", "the article", "this article",
    "the section", "this section", "the paragraph", "this paragraph", "the author", "the source",
    "el texto", "este texto", "el documento", "este documento", "el artículo", "este artículo",
    "la sección", "le texte", "ce texte", "le document", "ce document", "l'article", "l’article",
    "cet article", "der text", "dieser text", "das dokument", "dieses dokument", "der artikel",
    "dieser artikel", "der abschnitt", "diesem abschnitt",
  ]
}

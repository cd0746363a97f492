/// The English names of languages, as prompts use them.
enum LanguageWords {
  private static let names: [(code: String, name: String)] = [
    ("ar", "Arabic"), ("bg", "Bulgarian"), ("ca", "Catalan"), ("cs", "Czech"), ("da", "Danish"),
    ("de", "German"), ("el", "Greek"), ("en", "English"), ("es", "Spanish"), ("et", "Estonian"),
    ("fa", "Persian"), ("fi", "Finnish"), ("fr", "French"), ("he", "Hebrew"), ("hi", "Hindi"),
    ("hr", "Croatian"), ("hu", "Hungarian"), ("id", "Indonesian"), ("it", "Italian"),
    ("ja", "Japanese"), ("ko", "Korean"), ("lt", "Lithuanian"), ("lv", "Latvian"),
    ("nl", "Dutch"), ("no", "Norwegian"), ("pl", "Polish"), ("pt", "Portuguese"),
    ("ro", "Romanian"), ("ru", "Russian"), ("sk", "Slovak"), ("sl", "Slovenian"),
    ("sr", "Serbian"), ("sv", "Swedish"), ("th", "Thai"), ("tr", "Turkish"), ("uk", "Ukrainian"),
    ("vi", "Vietnamese"), ("zh", "Chinese"),
  ]

  /// The name of a language; its code in lower-case letters where no name is known.
  ///
  /// - Parameter code: An ISO 639-1 code, from the configuration or from a row.
  /// - Returns: One word that is safe in a prompt.
  static func name(of code: String) -> String {
    let letters = String(
      code.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }
        .map(Character.init)
    )
    let known = names.first { $0.code == code }?.name
    return known ?? String(letters.lowercased().prefix(8))
  }
}

/// How a word sounds at its start, where the words before it hang on that: `d'Anna` and `de Marie`,
/// `y Ana` and `e Inés`.
enum SoundClass {
  /// Whether a new word can stand where the old one stood without a change of the words before it.
  static func agree(_ old: String, _ new: String, _ language: String) -> Bool {
    switch language {
    case "fr", "it", "ca": startsWithVowel(old) == startsWithVowel(new)
    case "es": linking(old) == linking(new)
    default: true
    }
  }

  /// A first letter that is spoken as a vowel; an h counts, as it is mute more often than not.
  private static func startsWithVowel(_ word: String) -> Bool {
    guard let first = word.lowercased().unicodeScalars.first else { return false }
    return "aeiouyhàâäéèêëîïôöùûüœ".unicodeScalars.contains(first)
  }

  /// Which of `y` and `o` would become `e` or `u` before the word.
  private static func linking(_ word: String) -> Int {
    let lower = word.lowercased()
    if ["i", "í", "hi"].contains(where: lower.hasPrefix), !lower.hasPrefix("hie") { return 1 }
    return ["o", "ó", "ho"].contains(where: lower.hasPrefix) ? 2 : 0
  }
}

import SeedbedText

/// The words of a label's name: a text of label `card_arrival` may hang on "card" and "arriving".
struct LabelWords {
  /// Words that begin alike for so many letters are taken for the same.
  private static let longStem = 5

  private let words: [String]
  private let stems: [String]
  private let stemmer: Stemmer?

  /// Cuts a label into words at signs, spaces, digits and inner capitals.
  ///
  /// - Parameters:
  ///   - label: The label.
  ///   - language: The language of the texts; words are compared by stems where it has them.
  init(_ label: String?, language: String? = nil) {
    var words: [String] = [""]
    var previousIsLower = false
    for scalar in (label ?? "").unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      if !isLetter || (previousIsLower && scalar.properties.isUppercase) { words.append("") }
      if isLetter { words[words.count - 1].unicodeScalars.append(scalar) }
      previousIsLower = scalar.properties.isLowercase
    }
    self.words = words.filter { $0.unicodeScalars.count >= 2 }.map { $0.lowercased() }
    stemmer = language.flatMap { Stemmer(language: $0) }
    stems = stemmer?.stems(of: self.words) ?? []
  }

  /// Whether a lower-case word is one of the label's, in any inflection; in doubt it is.
  func contains(_ word: String) -> Bool {
    if words.isEmpty { return false }
    if words.contains(word) { return true }
    if let stemmer, stems.contains(stemmer.stem(word)) { return true }
    return words.contains { own in
      let shared = zip(own.unicodeScalars, word.unicodeScalars).prefix { $0 == $1 }.count
      if shared >= Self.longStem { return true }
      let shorter = min(own.unicodeScalars.count, word.unicodeScalars.count)
      return stemmer == nil && shared >= 3 && shared >= shorter - 1
    }
  }
}

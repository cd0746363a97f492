/// Tells a model's refusal from an answer.
///
/// A refusal begins with an apology or with what the model calls itself, then says that it cannot or will
/// not do what was asked, and stays short. A text that gives what was asked for after a word of caution is
/// an answer.
public enum RefusalRecognizer {
  /// Longer texts are answers, whatever their first words say.
  private static let maximumBytes = 1500
  /// How many words from the beginning are looked at.
  private static let lookedAtWords = 48

  /// Whether a text refuses to answer, in English, Spanish, French or German.
  ///
  /// - Parameter text: What the model said.
  /// - Returns: Whether it is a refusal.
  public static func isRefusal(_ text: String) -> Bool {
    guard text.utf8.count <= maximumBytes else { return false }
    let words = words(of: text)
    guard !words.isEmpty, RefusalPhrases.all.contains(where: { refuses(words, $0) }) else {
      return false
    }
    return !complies(text, words)
  }

  /// Whether the first words are a refusal in one language.
  private static func refuses(_ words: [String], _ phrases: RefusalPhrases) -> Bool {
    var at = 0
    var patience = 0
    var isModel = false
    while at < words.count {
      if let count = length(of: phrases.openers, in: words, at: at) {
        let isOwn = words[at..<(at + count)].contains(where: RefusalPhrases.ownNames.contains)
        isModel = isModel || isOwn
        patience = isOwn ? 8 : 4
        at += count
      } else if phrases.links.contains(words[at]) {
        at += 1
      } else if let count = length(of: phrases.denials, in: words, at: at) {
        return count > 0
      } else if let count = length(of: phrases.inabilities, in: words, at: at) {
        return acts(words, at + count, phrases, isModel: isModel)
      } else if patience > 0 {
        at += 1
        patience -= 1
      } else {
        return false
      }
    }
    return false
  }

  /// Whether after "I cannot" stands what only a model is asked to do.
  private static func acts(
    _ words: [String],
    _ start: Int,
    _ phrases: RefusalPhrases,
    isModel: Bool
  ) -> Bool {
    for at in start..<min(start + 4, words.count) {
      if length(of: phrases.strongActs, in: words, at: at) != nil { return true }
      guard length(of: phrases.acts, in: words, at: at) != nil else { continue }
      return isModel || words[at...].contains(where: phrases.grounds.contains)
    }
    return false
  }

  private static func length(of phrases: [[String]], in words: [String], at start: Int) -> Int? {
    phrases.filter { words[start...].starts(with: $0) }.map(\.count).max()
  }

  /// Whether what was asked for follows all the same.
  private static func complies(_ text: String, _ words: [String]) -> Bool {
    let turns = ["here's", "instead:", "however:"]
    if words.contains(where: turns.contains) { return true }
    for phrase in RefusalPhrases.compliance
    where words.indices.contains(where: { words[$0...].starts(with: phrase) }) { return true }
    let lines = text.split(separator: "\n")
    let items = lines.count { line in
      let line = line.drop { $0 == " " }
      guard let first = line.first else { return false }
      return first == "-" || first == "*" || first == "•" || first == "|" || first.isNumber
    }
    return items >= 2 || lines.count > 8 || text.contains("```")
  }

  /// The first words in lower case, with straight apostrophes and without punctuation around them.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    func keep() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "\u{2019}", "\u{2018}", "'": word.unicodeScalars.append("'")
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        word.unicodeScalars.append(scalar)
      default:
        keep()
        if words.count >= lookedAtWords { return words }
      }
    }
    keep()
    return words
  }
}

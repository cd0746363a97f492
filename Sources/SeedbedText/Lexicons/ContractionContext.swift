/// The words round a contraction, which decide what it stands for.
struct ContractionContext {
  /// The word after, in lower case, when only spaces stand between.
  let next: String?

  private let text: String
  private let words: [TextWord]
  private let index: Int

  init(_ text: String, _ words: [TextWord], _ index: Int) {
    self.text = text
    self.words = words
    self.index = index
    let follows = Self.isSpaced(text, words, index)
    next = follows ? words[index + 1].lower : nil
  }

  /// Whether only spaces stand between a word and the one after it.
  func isSpaced(_ index: Int) -> Bool { Self.isSpaced(text, words, index) }

  /// "is" or "has" for "'s"; nil when the next word does not decide.
  ///
  /// A participle alone does not: "he's gone" and "it's finished" may be either.
  var isOrHas: String? {
    guard let next else { return nil }
    if ["been", "got", "had", "become"].contains(next) { return "has" }
    if next == "not" || next.hasSuffix("ing") || Self.afterIs.contains(next) { return "is" }
    return nil
  }

  /// "had" or "would" for "'d"; nil when the next word does not decide.
  var hadOrWould: String? {
    guard let next else { return nil }
    if next == "better" || next == "been" || next == "gone" || next == "done" { return "had" }
    if Self.afterWould.contains(next) { return "would" }
    let forms = IrregularVerbs.forms[next]
    // A participle that is no base form of any verb needs "had".
    if IrregularVerbs.participles.contains(next), forms == nil, next != "found" { return "had" }
    return nil
  }

  /// Whether the word is in a question, where its negation cannot be taken apart.
  ///
  /// - Parameter imperative: Whether the word may also open a command ("don't open it").
  /// - Returns: True when verb and subject have changed places, or may have.
  func isInverted(imperative: Bool) -> Bool {
    guard let next else { return false }
    if ["i", "you", "he", "she", "it", "we", "they", "there", "anyone", "anybody"].contains(next) {
      return true
    }
    let opens =
      index == 0 || !Self.isSpaced(text, words, index - 1)
      || ["why", "how", "where", "when", "and", "but", "so", "or"].contains(words[index - 1].lower)
    return opens && (!imperative || ["the", "this", "that", "these", "those"].contains(next))
  }

  /// Whether a lower-case word is surely a past participle.
  static func isParticiple(_ lower: String) -> Bool {
    lower == "been" || lower == "had" || IrregularVerbs.participles.contains(lower)
      || (lower.hasSuffix("ed") && lower.utf8.count > 4 && lower != "need" && lower != "indeed")
  }

  private static func isSpaced(_ text: String, _ words: [TextWord], _ index: Int) -> Bool {
    guard index >= 0, index + 1 < words.count else { return false }
    let gap = words[index].range.upperBound..<words[index + 1].range.lowerBound
    return !gap.isEmpty && text.utf8Slice(gap).utf8.allSatisfy { $0 == 0x20 }
  }

  private static let afterIs: Set<String> = [
    "a", "an", "the", "my", "your", "his", "her", "our", "their", "very", "so", "too", "really",
    "quite", "in", "on", "at", "here", "there", "from", "about", "like", "also", "good", "bad",
    "great", "fine", "nice", "okay", "ok", "true", "right", "wrong", "easy", "hard", "possible",
    "important", "urgent", "time", "why", "what", "how", "where", "who", "that", "because", "no",
  ]

  private static let afterWould: Set<String> = [
    "like", "love", "prefer", "rather", "be", "have", "go", "do", "say", "want", "need", "get",
    "take", "make", "know", "appreciate", "recommend", "suggest", "never", "also", "ask", "use",
    "buy", "pay", "give", "see", "try", "help", "hate", "expect", "think",
  ]
}

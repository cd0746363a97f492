/// English contractions, both ways: "don't" and "do not".
///
/// A contraction that can stand for two things is expanded only when the next word decides ("he's
/// been" is "has", "he's the" is "is"); otherwise, and for "ain't" and possessives, it is left alone.
public struct Contractions: Sendable {
  /// The English contractions.
  public static let english = Contractions()

  private init() {}

  /// The expansions that are safe, in order and without overlap.
  public func expansions(in text: String) -> [TextEdit] {
    let words = TextWord.words(of: text)
    var edits: [TextEdit] = []
    for (index, word) in words.enumerated() where word.lower.utf8.contains(0x27) {
      let context = ContractionContext(text, words, index)
      guard let (stem, rest) = Self.expansion(of: word.lower, context) else { continue }
      edits.append(
        TextEdit(
          range: word.range,
          replacement: Self.cased(word.text, stem: stem, rest: rest),
          note: "contraction: \(word.lower) → \(stem) \(rest)"
        )
      )
    }
    return edits
  }

  /// The contractions that are natural, in order and without overlap.
  public func contractions(in text: String) -> [TextEdit] {
    let words = TextWord.words(of: text)
    var edits: [TextEdit] = []
    var index = 0
    while index < words.count {
      let context = ContractionContext(text, words, index)
      guard let (length, short) = Self.contraction(at: index, words, context) else {
        index += 1
        continue
      }
      let last = words[index + length - 1]
      let range = words[index].range.lowerBound..<last.range.upperBound
      let original = String(text.utf8Slice(range))
      edits.append(
        TextEdit(
          range: range,
          replacement: Self.cased(words[index].text, last.text, short),
          note: "contraction: \(original.lowercased()) → \(short)"
        )
      )
      index += length
    }
    return edits
  }

  // MARK: - Expanding

  private static func expansion(
    of lower: String,
    _ context: ContractionContext
  ) -> (stem: String, rest: String)? {
    if lower.hasSuffix("n't") { return negation(lower, context) }
    guard let apostrophe = lower.firstIndex(of: "'") else { return nil }
    let stem = String(lower[..<apostrophe])
    switch lower[apostrophe...] {
    case "'m": return stem == "i" ? (stem, "am") : nil
    case "'re": return pronouns.contains(stem) ? (stem, "are") : nil
    case "'ll": return pronouns.contains(stem) ? (stem, "will") : nil
    case "'ve":
      return pronouns.contains(stem) || modals.contains(stem) ? (stem, "have") : nil
    case "'s":
      if stem == "let" { return context.next == nil ? nil : ("let", "us") }
      guard subjects.contains(stem), let verb = context.isOrHas else { return nil }
      return (stem, verb)
    case "'d":
      guard pronouns.contains(stem), let verb = context.hadOrWould else { return nil }
      return (stem, verb)
    default: return nil
    }
  }

  private static func negation(
    _ lower: String,
    _ context: ContractionContext
  ) -> (stem: String, rest: String)? {
    // A question turns the words round ("don't you" is not "do not you").
    guard !context.isInverted(imperative: lower == "don't") else { return nil }
    switch lower {
    case "ain't": return nil
    case "won't": return ("will", "not")
    case "can't": return ("can", "not")
    case "shan't": return ("shall", "not")
    default:
      let stem = String(lower.dropLast(3))
      return auxiliaries.contains(stem) ? (stem, "not") : nil
    }
  }

  /// Puts the expansion in the case of the original; "can not" is written in one word.
  private static func cased(_ original: String, stem: String, rest: String) -> String {
    let letters = original.filter { $0 != "'" && $0 != "\u{2019}" }
    let isUpper = LetterCase(of: letters) == .upper
    let tail = isUpper ? rest.uppercased() : rest
    let letterCase: LetterCase = isUpper ? .upper : LetterCase(of: original)
    let head = stem == "i" ? "I" : letterCase.applied(to: stem)
    return stem == "can" && rest == "not" ? head + tail : head + " " + tail
  }

  // MARK: - Contracting

  private static func contraction(
    at index: Int,
    _ words: [TextWord],
    _ context: ContractionContext
  ) -> (length: Int, short: String)? {
    let first = words[index].lower
    if first == "cannot" { return (1, "can't") }
    guard index + 1 < words.count, context.isSpaced(index) else { return nil }
    let second = words[index + 1].lower
    if second == "not" {
      switch first {
      case "will": return (2, "won't")
      case "can": return (2, "can't")
      default: return auxiliaries.contains(first) ? (2, first + "n't") : nil
      }
    }
    // A verb that ends its clause is stressed and cannot be shortened ("yes, it is").
    guard index + 2 < words.count, context.isSpaced(index + 1) else { return nil }
    let third = words[index + 2].lower
    // "it is not" becomes "it isn't"; only "I am not" has no such form.
    if third == "not", second != "am" { return nil }
    return shortened(first, second, before: third).map { (2, $0) }
  }

  private static func shortened(
    _ first: String,
    _ second: String,
    before third: String
  ) -> String? {
    switch second {
    case "am": return first == "i" ? "i'm" : nil
    case "are": return ["you", "we", "they"].contains(first) ? first + "'re" : nil
    case "is":
      return subjects.contains(first) && first != "this" ? first + "'s" : nil
    case "will": return pronouns.contains(first) ? first + "'ll" : nil
    case "would": return pronouns.contains(first) ? first + "'d" : nil
    case "have", "has":
      guard pronouns.contains(first), ContractionContext.isParticiple(third) else { return nil }
      return first + (second == "has" ? "'s" : "'ve")
    default: return nil
    }
  }

  private static func cased(_ first: String, _ last: String, _ short: String) -> String {
    let bare = short.first == "i" && short.dropFirst().first == "'"
    // "I" is a capital in any case; the other word tells whether the phrase shouts.
    let shouts =
      LetterCase(of: last) == .upper && (bare || LetterCase(of: first) == .upper)
    if shouts { return short.uppercased() }
    return bare ? "I" + short.dropFirst() : LetterCase(of: first).applied(to: short)
  }

  // MARK: - Words

  private static let pronouns: Set<String> = ["i", "you", "he", "she", "it", "we", "they"]

  private static let subjects: Set<String> = [
    "he", "she", "it", "that", "there", "here", "what", "who", "where", "how",
  ]

  private static let modals: Set<String> = ["could", "would", "should", "might", "must"]

  private static let auxiliaries: Set<String> = [
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could",
    "should", "must",
  ]
}

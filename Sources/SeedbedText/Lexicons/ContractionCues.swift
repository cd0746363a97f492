/// What the words round a contraction say about what it stands for.
enum ContractionCues {
  /// "is" or "has" for "'s"; nil when the next word does not decide.
  ///
  /// A participle alone does not: "he's gone" and "it's finished" may be either.
  static func isOrHas(_ words: [FoldedWord], _ index: Int, _ bytes: Span<UInt8>) -> String? {
    guard let next = next(words, index) else { return nil }
    let known = classes.classes(next.key)
    if known & afterHas != 0 { return "has" }
    return known & afterIs != 0 || ends(next, bytes, "ing") ? "is" : nil
  }

  /// "had" or "would" for "'d"; nil when the next word does not decide.
  static func hadOrWould(_ words: [FoldedWord], _ index: Int) -> String? {
    guard let next = next(words, index) else { return nil }
    let known = classes.classes(next.key)
    if known & afterHad != 0 { return "had" }
    if known & afterWould != 0 { return "would" }
    // A participle that is no base form of any verb needs "had".
    return known & participle != 0 && known & base == 0 ? "had" : nil
  }

  /// Whether the word is in a question, where its negation cannot be taken apart.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - index: Which of them it is.
  ///   - imperative: Whether the word may also open a command ("don't open it").
  /// - Returns: True when verb and subject have changed places, or may have.
  static func isInverted(_ words: [FoldedWord], _ index: Int, imperative: Bool) -> Bool {
    guard let next = next(words, index) else { return false }
    let known = classes.classes(next.key)
    if known & inverter != 0 { return true }
    let opens =
      words[index].gap != .space || index == 0
      || classes.has(words[index - 1].key, opener)
    return opens && (!imperative || known & pointing != 0)
  }

  /// Whether a word is surely a past participle.
  static func isParticiple(_ word: FoldedWord, _ bytes: Span<UInt8>) -> Bool {
    let known = classes.classes(word.key)
    if known & participle != 0 { return true }
    return known & noParticiple == 0 && word.end - word.start > 4 && ends(word, bytes, "ed")
  }

  /// Whether the word is "not".
  static func isNot(_ word: FoldedWord) -> Bool { classes.has(word.key, not) }

  /// The word after, when only spaces stand between.
  static func next(_ words: [FoldedWord], _ index: Int) -> FoldedWord? {
    guard index + 1 < words.count, words[index + 1].gap == .space else { return nil }
    return words[index + 1]
  }

  private static func ends(
    _ word: FoldedWord,
    _ bytes: Span<UInt8>,
    _ ending: StaticString
  ) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.end - word.start > count else { return false }
    return ending.withUTF8Buffer { ending in
      for offset in 0..<count where bytes[word.end - count + offset] | 0x20 != ending[offset] {
        return false
      }
      return true
    }
  }

  private static let inverter = 1
  private static let opener = 2
  private static let pointing = 4
  private static let afterIs = 8
  private static let afterHas = 16
  private static let afterWould = 32
  private static let afterHad = 64
  private static let participle = 128
  private static let base = 256
  private static let noParticiple = 512
  private static let not = 1024

  private static let classes = WordClasses([
    (inverter, "i you he she it we they there anyone anybody"),
    (opener, "why how where when and but so or"),
    (pointing, "the this that these those"),
    (
      afterIs,
      """
      not a an the my your his her our their very so too really quite in on at here there from about
      like also good bad great fine nice okay ok true right wrong easy hard possible important urgent
      time why what how where who that because no
      """
    ),
    (afterHas, "been got had become"),
    (
      afterWould,
      """
      like love prefer rather be have go do say want need get take make know appreciate recommend
      suggest never also ask use buy pay give see try help hate expect think
      """
    ),
    (afterHad, "better been gone done"),
    (participle, "been had " + IrregularVerbs.participles.sorted().joined(separator: " ")),
    // "found" is the base of another verb.
    (base, "found " + IrregularVerbs.forms.keys.sorted().joined(separator: " ")),
    (noParticiple, "need indeed"),
    (not, "not"),
  ])
}

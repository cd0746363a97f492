import SeedbedKernels

/// Words that set a condition: negations, exceptions, limits, choices, and figures.
enum ConstraintWords {
  private static let list = """
    not no never none without except unless only but however although though instead rather neither nor
    if whether until before after least most exactly must should cannot can't don't didn't doesn't won't
    isn't wasn't aren't couldn't wouldn't haven't hasn't either both more less than
    nicht kein keine keinen nie ohne außer nur aber obwohl statt weder noch wenn falls bis bevor nachdem
    mindestens höchstens genau muss soll mehr weniger als
    no nunca ninguno ninguna sin excepto salvo sólo solo pero aunque sino ni si hasta antes después
    mínimo máximo exactamente debe más menos que
    pas jamais aucun aucune sans sauf seulement mais quoique plutôt ni si jusque avant après moins plus
    exactement doit
    """

  private static let hashes = HashSet64(
    Set(list.split(whereSeparator: \.isWhitespace)).sorted().map { hash64(String($0)) }
  )

  /// How many such words and figures a text has.
  static func count(in text: String) -> Int {
    let lower = text.lowercased()
    let bytes = lower.utf8Span.span
    var count = 0
    WordScanner.forEachWord(in: bytes) { range in
      let isFigure = bytes[range.lowerBound] &- 0x30 < 10
      if isFigure || hashes.contains(hash64(bytes.extracting(range))) { count += 1 }
    }
    return count
  }
}

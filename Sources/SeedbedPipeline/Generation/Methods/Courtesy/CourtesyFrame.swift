import SeedbedKernels
import SeedbedText

/// How a text begins and ends, which decides what courtesy fits round it.
struct CourtesyFrame {
  /// How a phrase before the text can be joined to it.
  enum Start {
    /// The first letter is small already, or it is "I".
    case stays
    /// The first word is a common one, whose capital goes when it no longer opens the sentence.
    case lowers(Range<Int>)
    /// The first word may be a name: only a finished sentence may come before.
    case unclear
  }

  /// How a phrase after the text can be joined to it.
  enum End {
    /// A final mark closes the text.
    case closed
    /// The text ends with a letter or digit.
    case open
    /// A comma, colon, bracket or emoji: nothing fits.
    case unclear
  }

  let words: [OpenWord]
  let start: Start
  let end: End
  /// Where the first character that is no space is, and where the last one ends.
  let body: Range<Int>
  /// The final marks; empty at the end of the body where there are none.
  let finalMarks: Range<Int>
  /// Whether the writer uses no capital at the start and no final mark.
  let isCasual: Bool
  /// Whether the text is all in capitals.
  let isShouted: Bool
  let isQuestion: Bool
  /// Whether no mark or line break ends a sentence before the end of the text.
  let isOneSentence: Bool

  /// Reads a text; nil where it has no words.
  init?(_ seed: Seed, _ lists: CourtesyLists) {
    let language = seed.language ?? ""
    words = Seed(text: seed.text, language: language, label: nil, locked: []).openWords()
    guard let first = words.first else { return nil }
    let marks = PunctuationMarks(seed.text)
    let bytes = seed.text.utf8Span.span
    var begin = 0
    while begin < first.range.lowerBound, bytes[begin] <= 0x20 { begin += 1 }
    body = begin..<marks.end
    finalMarks = marks.final ?? marks.end..<marks.end
    let isSmall = first.text.prefix(1).lowercased() == first.text.prefix(1)
    isShouted = LetterCase(of: seed.text) == .upper
    isCasual = isSmall && marks.final == nil
    isOneSentence = (begin..<finalMarks.lowerBound).allSatisfy { index in
      bytes[index] >= 0x20 && !".!?".utf8.contains(bytes[index])
    }
    let follows = words.count > 1 ? words[1].lower : ""
    let isStatement = lists.statementWords.contains(first.lower)
    isQuestion =
      lists.questionWords.contains(first.lower)
      || (lists.invertedWords.contains(first.lower)
        && (lists.statementWords.contains(follows) || follows == "you"))
      || (isOneSentence && !isStatement && marks.finalText.contains("?"))
      || seed.text.slice(begin..<first.range.lowerBound).contains("\u{BF}")
    let isI = language == "en" && (first.lower == "i" || first.lower.hasPrefix("i'"))
    if isSmall || isShouted || isI {
      start = .stays
    } else {
      let opening = seed.text.slice(begin..<first.range.lowerBound)
      let isCommon =
        FunctionWords.for(language: language).contains(first.lower)
        || lists.questionWords.contains(first.lower) || lists.invertedWords.contains(first.lower)
        || PoliteRequest.isRequest(first.lower)
      let isFree = !seed.isLocked(first.range) && opening.allSatisfy { $0 == "¿" || $0 == "¡" }
      let letter = first.range.lowerBound
      start =
        isCommon && isFree
        ? .lowers(letter..<(letter + first.text.prefix(1).utf8.count)) : .unclear
    }
    end = marks.final == nil ? Self.end(of: seed.text.slice(body)) : .closed
  }

  private static func end(of text: Substring) -> End {
    guard let last = text.unicodeScalars.last?.properties else { return .unclear }
    return last.isAlphabetic || last.numericType != nil ? .open : .unclear
  }

  /// Whether a word of the text is in a list.
  func has(_ list: Set<String>) -> Bool { words.contains { list.contains($0.lower) } }
}

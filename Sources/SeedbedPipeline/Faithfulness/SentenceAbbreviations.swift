import SeedbedKernels
import SeedbedText

/// Words after which a full stop need not end a sentence.
enum SentenceAbbreviations {
  /// Whether a word with a full stop after it never ends a sentence: a title or an initial.
  static func neverEnds(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    if word.count == 1, (bytes[word.lowerBound] | 0x20) &- 0x61 < 26 {
      // "I" is a word, and a small letter an item or a unit.
      return bytes[word.lowerBound] != UInt8(ascii: "I")
    }
    return contains(titles, bytes, word)
  }

  /// Whether a word with a full stop after it ends a sentence only when a new one surely begins.
  static func mayEnd(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var letters = 0
    for index in word {
      if bytes[index] != UInt8(ascii: ".") { letters += 1 } else if letters > 2 { return false }
    }
    // "U.S", "p.m", "e.g": single letters with stops between them.
    let hasStops = word.contains { bytes[$0] == UInt8(ascii: ".") }
    if hasStops, letters * 2 - 1 == word.count { return true }
    return contains(others, bytes, word)
  }

  /// Whether a function word with a capital letter begins at a byte, as names do not.
  static func begins(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard LetterBytes.isUpper(bytes, index) else { return false }
    var end = index
    while end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 || bytes[end] >= 0x80 { end += 1 }
    return starters.contains(hash(bytes, index..<end))
  }

  private static func contains(_ set: HashSet64, _ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    !word.isEmpty && word.count <= 8 && set.contains(hash(bytes, word))
  }

  private static func hash(_ bytes: Span<UInt8>, _ word: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word {
      let byte = bytes[index]
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
    return hash
  }

  private static func set(_ list: String) -> HashSet64 {
    HashSet64(
      list.split(whereSeparator: \.isWhitespace).map { word in
        let bytes = Array(word.utf8)
        return hash(bytes.span, 0..<bytes.count)
      }
    )
  }

  private static let titles = set(
    """
    mr mrs ms dr prof rev hon gen col maj capt lt sgt cpl sen rep gov pres supt det insp st mt ft
    vs cf fig figs eq vol pp ed eds approx dept e.g i.e
    sr sra srta dra ud uds pág núm
    hr fr nr mio mrd tsd bzw z.b d.h u.a ca vgl str
    mme mlle mm
    """
  )

  private static let others = set(
    """
    jr inc ltd co corp bros etc al no nos p.m a.m ph.d u.s.a
    jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue wed thu fri sat sun
    usw
    """
  )

  private static let starters: HashSet64 = {
    var words: [String] = []
    for language in FunctionWords.languages { words += FunctionWords.for(language: language).words }
    return set(words.joined(separator: " "))
  }()
}

import SeedbedKernels

/// Where the marks and spaces of a text are, as ranges of UTF-8 bytes.
struct PunctuationMarks {
  /// The marks at the end of the text, which may be several (?!); nil where it just stops.
  private(set) var final: Range<Int>?
  /// What the final marks are.
  private(set) var finalText = ""
  /// The end of the text without spaces after it.
  private(set) var end = 0
  /// Commas with a space after them.
  private(set) var commas: [Range<Int>] = []
  /// Question and exclamation marks that stand alone, with the mark.
  private(set) var calls: [(range: Range<Int>, mark: String)] = []
  /// Single spaces between words.
  private(set) var spaces: [Range<Int>] = []
  /// Opening ¿ and ¡.
  private(set) var openings: [Range<Int>] = []
  /// Apostrophes that can be left out without making another word: don't, I'm, that's.
  private(set) var apostrophes: [Range<Int>] = []

  init(_ text: String) {
    let bytes = text.utf8Span.span
    end = bytes.count
    while end > 0, Self.isSpace(bytes[end - 1]) { end -= 1 }
    for index in 0..<end { read(bytes, index) }
    findFinal(text)
    findApostrophes(text)
  }

  private mutating func read(_ bytes: Span<UInt8>, _ index: Int) {
    let range = index..<(index + 1)
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < end ? bytes[index + 1] : 0x20
    switch bytes[index] {
    case UInt8(ascii: ","):
      if after == 0x20, !Self.isSpace(before) { commas.append(range) }
    case UInt8(ascii: "?"), UInt8(ascii: "!"):
      if Self.isSpace(after), Self.isWordByte(before) {
        calls.append((range, bytes[index] == UInt8(ascii: "?") ? "?" : "!"))
      }
    case 0x20:
      if Self.isWordByte(before), Self.isWordByte(after) { spaces.append(range) }
    case 0xC2:
      if after == 0xBF || after == 0xA1 { openings.append(index..<(index + 2)) }
    default: break
    }
  }

  private mutating func findFinal(_ text: String) {
    let body = text.slice(0..<end).unicodeScalars
    let marks = body.reversed().prefix { Self.finalMarks.contains($0) }
    guard !marks.isEmpty else { return }
    finalText = String(String.UnicodeScalarView(marks.reversed()))
    final = (end - finalText.utf8.count)..<end
  }

  private mutating func findApostrophes(_ text: String) {
    for range in WordScanner.words(in: text.utf8Span.span) {
      let word = text.slice(range)
      guard let apostrophe = word.firstIndex(where: { $0 == "'" || $0 == "\u{2019}" }) else {
        continue
      }
      guard Self.isSafe(String(word).lowercasedPlain) else { continue }
      let start = range.lowerBound + word.utf8.distance(from: word.startIndex, to: apostrophe)
      apostrophes.append(start..<(start + String(word[apostrophe]).utf8.count))
    }
  }

  /// Whether nothing else is spelt like the word without its apostrophe; "we're" would be "were".
  private static func isSafe(_ lower: String) -> Bool {
    lower.hasSuffix("n't")
      || [
        "i'm", "i've", "that's", "what's", "there's", "he's", "she's", "where's", "you're",
        "they're", "you've", "they've", "we've", "you'll", "they'll",
      ].contains(lower)
  }

  private static let finalMarks: Set<Unicode.Scalar> = [
    ".", "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{61F}",
  ]

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// A letter or digit, or a part of one beyond ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}

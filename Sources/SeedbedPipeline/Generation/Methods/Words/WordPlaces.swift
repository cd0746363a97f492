import SeedbedKernels

/// The words of a text that stand free, so that they can be taken out or moved without touching
/// others.
struct WordPlaces {
  private let text: String
  /// Every word of the text, in order.
  let words: [Range<Int>]

  init(_ text: String) {
    self.text = text
    var words: [Range<Int>] = []
    let bytes = text.utf8Span.span
    words.reserveCapacity(bytes.count / 4 + 8)
    WordScanner.forEachWord(in: bytes) { words.append($0) }
    self.words = words
  }

  /// Whether a word has space or the text's end on its left, and space, the end or a mark that
  /// closes a clause on its right.
  func isFree(_ index: Int) -> Bool {
    let bytes = text.utf8Span.span
    let word = words[index]
    let before = word.lowerBound == 0 || Self.isSpace(bytes[word.lowerBound - 1])
    guard before, word.upperBound < bytes.count else { return before }
    let after = bytes[word.upperBound]
    if Self.isSpace(after) { return true }
    guard Self.closesClause(after) else { return false }
    // "10.5" and "e.g." go on after their dot.
    return word.upperBound + 1 == bytes.count || Self.isSpace(bytes[word.upperBound + 1])
  }

  /// Whether nothing but spaces stands between a word and the one before it.
  func followsDirectly(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let bytes = text.utf8Span.span
    for place in words[index - 1].upperBound..<words[index].lowerBound where bytes[place] != 0x20 {
      return false
    }
    return true
  }

  /// Whether a word is the first of its text or of a sentence in it.
  func startsSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let bytes = text.utf8Span.span
    for place in words[index - 1].upperBound..<words[index].lowerBound {
      switch bytes[place] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A, 0x0D: return true
      default: continue
      }
    }
    return false
  }

  /// Whether a byte is a space, a tab or a line end.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  private static func closesClause(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ";"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// Whether a word begins with a capital letter from A to Z and goes on with small ones.
  func isCapitalised(_ index: Int) -> Bool {
    let bytes = text.utf8Span.span
    let word = words[index]
    guard bytes[word.lowerBound] &- 0x41 < 26 else { return false }
    for place in word.dropFirst() where bytes[place] &- 0x41 < 26 { return false }
    return true
  }

  /// The word as written.
  func word(_ index: Int) -> String { String(text.slice(words[index])) }
}

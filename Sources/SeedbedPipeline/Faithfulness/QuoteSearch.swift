/// Finds bytes in bytes as whole words, in linear time.
enum QuoteSearch {
  /// The first place of a pattern at or after an offset that cuts no word at either end; nil for
  /// none.
  ///
  /// A rolling hash (Karp and Rabin 1987) finds the places, and each is compared.
  static func first(of pattern: ArraySlice<UInt8>, in text: [UInt8], from start: Int) -> Range<Int>?
  {
    let count = pattern.count
    guard count > 0, start >= 0, text.count - start >= count else { return nil }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15 | 1
    var wanted: UInt64 = 0
    var hash: UInt64 = 0
    var power: UInt64 = 1
    for offset in 0..<count {
      wanted = wanted &* base &+ UInt64(pattern[pattern.startIndex + offset])
      hash = hash &* base &+ UInt64(text[start + offset])
      if offset > 0 { power = power &* base }
    }
    var index = start
    while true {
      if hash == wanted, isWhole(text, index..<index + count),
        text[index..<index + count].elementsEqual(pattern)
      {
        return index..<index + count
      }
      guard index + count < text.count else { return nil }
      hash = (hash &- UInt64(text[index]) &* power) &* base &+ UInt64(text[index + count])
      index += 1
    }
  }

  /// Whether a range neither begins nor ends inside a word.
  private static func isWhole(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let cutsStart =
      range.lowerBound > 0 && isWord(text[range.lowerBound]) && isWord(text[range.lowerBound - 1])
    let cutsEnd =
      range.upperBound < text.count && isWord(text[range.upperBound - 1])
      && isWord(text[range.upperBound])
    return !cutsStart && !cutsEnd
  }

  /// Letters of scripts without spaces are more than one byte, so only ASCII tells words apart.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}

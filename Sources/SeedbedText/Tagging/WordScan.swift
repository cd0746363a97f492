/// One look at the bytes of a word: its hash in lower case and its letter case.
struct WordScan {
  private(set) var hash = WordHash()
  private(set) var hasDigit = false
  private(set) var letterCase = LetterCase.lower
  /// Whether it is letters from a to z, whatever their case.
  private(set) var isPlain = true

  init(_ text: String, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    var (upper, lower) = (0, 0)
    var firstIsUpper = false
    var isASCII = true
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte &- 0x61 < 26 {
        lower += 1
        hash.add(byte)
      } else if byte &- 0x41 < 26 {
        if upper + lower == 0 { firstIsUpper = true }
        upper += 1
        hash.add(byte | 0x20)
      } else {
        isPlain = false
        hasDigit = hasDigit || byte &- 0x30 < 10
        if byte == 0xE2, index + 1 < range.upperBound, bytes[index] == 0x80,
          bytes[index + 1] == 0x99
        {
          hash.add(0x27)  // a typographic apostrophe
          index += 2
        } else {
          isASCII = isASCII && byte < 0x80
          hash.add(byte)
        }
      }
    }
    if !isASCII {
      let word = text.utf8Slice(range)
      letterCase = LetterCase(of: word)
      hash = WordHash(String(word).lowercasedPlain)
    } else if upper == 0 {
      letterCase = .lower
    } else if lower == 0, upper > 1 {
      letterCase = .upper
    } else {
      letterCase = firstIsUpper && upper == 1 ? .capitalised : .mixed
    }
  }
}

/// Where the body of a text and its final marks are, read from its bytes.
struct TextEnds {
  /// From the first byte that is no space to the end of the last.
  private(set) var body: Range<Int>
  /// The final marks; empty at the end of the body where there are none.
  private(set) var marks: Range<Int>
  /// Where the words before the final marks end: French has a space between.
  private(set) var wordsEnd: Int
  private(set) var hasQuestionMark = false
  /// Whether letters are all capitals, and more than one.
  private(set) var isShouted = false
  /// Whether the body begins with ¿.
  private(set) var opensQuestion = false
  private var firstScalarLength = 1
  private var openingMarksEnd = 0

  init(_ bytes: Span<UInt8>) {
    var begin = 0
    var end = bytes.count
    while end > 0, Self.isSpace(bytes[end - 1]) { end -= 1 }
    while begin < end, Self.isSpace(bytes[begin]) { begin += 1 }
    body = begin..<end
    var mark = end
    while mark > begin {
      let length = Self.finalMark(bytes, mark, begin)
      guard length > 0 else { break }
      if bytes[mark - 1] == UInt8(ascii: "?") || length == 2
        || (length == 3 && bytes[mark - 1] == 0x9F)
      {
        hasQuestionMark = true
      }
      mark -= length
    }
    marks = mark..<end
    wordsEnd = mark
    while wordsEnd > begin, Self.isSpace(bytes[wordsEnd - 1]) { wordsEnd -= 1 }
    isShouted = Self.isShouted(bytes, begin..<wordsEnd)
    openingMarksEnd = begin
    while openingMarksEnd + 1 < end, bytes[openingMarksEnd] == 0xC2,
      bytes[openingMarksEnd + 1] == 0xBF || bytes[openingMarksEnd + 1] == 0xA1
    {
      if bytes[openingMarksEnd + 1] == 0xBF { opensQuestion = true }
      openingMarksEnd += 2
    }
    if openingMarksEnd < bytes.count {
      let lead = bytes[openingMarksEnd]
      firstScalarLength = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
  }

  /// Whether nothing but ¿ and ¡ stands before a place.
  func opensWithOnlyMarks(_ place: Int) -> Bool { openingMarksEnd == place }

  /// The end of the scalar at the place of the first letter.
  func scalarEnd(_ place: Int) -> Int { place + firstScalarLength }

  private static func isShouted(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var upper = 0
    for index in range {
      if bytes[index] &- 0x61 < 26 { return false }
      if bytes[index] &- 0x41 < 26 { upper += 1 }
    }
    return upper > 1
  }

  /// The length of the final mark that ends at an index; 0 where there is none.
  private static func finalMark(_ bytes: Span<UInt8>, _ end: Int, _ begin: Int) -> Int {
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    // ؟
    case 0x9F where end - begin >= 2 && bytes[end - 2] == 0xD8: return 2
    // … 。 ！ ？
    case 0xA6 where end - begin >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80: return 3
    case 0x82 where end - begin >= 3 && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80: return 3
    case 0x81, 0x9F:
      return end - begin >= 3 && bytes[end - 3] == 0xEF && bytes[end - 2] == 0xBC ? 3 : 0
    default: return 0
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

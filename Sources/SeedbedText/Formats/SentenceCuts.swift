/// The spaces between the sentences or lines of a text, where it can be cut.
public enum SentenceCuts {
  /// The longest word before a dot that is taken for an abbreviation or an initial.
  private static let longestShortWord = 2
  private static let abbreviations = WordClasses([
    (1, "mrs prof sra srta mme mlle vgl bzw usw inkl evtl approx dept inc ltd corp fig vol e.g i.e")
  ])

  /// The white space between sentences and lines.
  ///
  /// - Parameters:
  ///   - bytes: A text.
  ///   - body: The part to look at.
  /// - Returns: Ranges in ascending order, none at an end of the body.
  public static func gaps(_ bytes: Span<UInt8>, in body: Range<Int>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var index = body.lowerBound
    while index < body.upperBound {
      guard ByteClass.isSpace(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var hasBreak = false
      while index < body.upperBound, ByteClass.isSpace(bytes[index]) {
        hasBreak = hasBreak || bytes[index] == 0x0A || bytes[index] == 0x0D
        index += 1
      }
      guard start > body.lowerBound, index < body.upperBound else { continue }
      if hasBreak || ends(bytes, start, body.lowerBound) && begins(bytes[index]) {
        gaps.append(start..<index)
      }
    }
    return gaps
  }

  private static func ends(_ bytes: Span<UInt8>, _ end: Int, _ begin: Int) -> Bool {
    switch bytes[end - 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."):
      var start = end - 1
      while start > begin, !ByteClass.isSpace(bytes[start - 1]) { start -= 1 }
      let word = start..<(end - 1)
      // "1. One" numbers a list.
      guard word.count > longestShortWord, !word.allSatisfy({ ByteClass.isDigit(bytes[$0]) }) else {
        return false
      }
      return !abbreviations.has(WordFold(bytes, word).key, 1)
    default: return false
    }
  }

  private static func begins(_ byte: UInt8) -> Bool { byte &- 0x61 >= 26 }
}

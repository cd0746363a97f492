import SeedbedKernels
import SeedbedText

/// The contracted words that people write without their apostrophe.
enum Contraction {
  /// Whether a word without its apostrophe is still the same to a reader; "we're" would be "were".
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - mark: The apostrophe.
  ///   - end: Where the text ends.
  /// - Returns: True where it may be dropped.
  static func losesNothing(_ bytes: Span<UInt8>, _ mark: Range<Int>, _ end: Int) -> Bool {
    var (lower, upper) = (mark.lowerBound, mark.upperBound)
    while lower > 0, isLetter(bytes[lower - 1]), mark.lowerBound - lower < longest { lower -= 1 }
    while upper < end, isLetter(bytes[upper]), upper - mark.upperBound < longest { upper += 1 }
    guard lower < mark.lowerBound, upper > mark.upperBound else { return false }
    let isDenial =
      upper - mark.upperBound == 1 && bytes[mark.upperBound] | 0x20 == UInt8(ascii: "t")
      && bytes[mark.lowerBound - 1] | 0x20 == UInt8(ascii: "n")
    return isDenial || words.contains(WordKey(bytes, lower..<upper).value)
  }

  private static let longest = 12

  private static let words = HashSet64(
    """
    i'm i've that's what's there's he's she's where's who's you're they're you've they've we've
    you'll they'll it'll that'll y'all c'est j'ai c'était j'avais j'étais qu'il qu'elle qu'on
    t'as t'es d'accord aujourd'hui geht's gibt's hab's ist's war's
    """.split(whereSeparator: \.isWhitespace).map { WordKey(String($0)).value }
  )

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 || byte &- 0x80 < 0x40 || (byte | 0x20) &- 0x61 < 26
  }
}

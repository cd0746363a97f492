import SeedbedKernels
import SeedbedText

/// A word in which a slip changes nothing but the spelling: of letters only, each of one scalar, and
/// none that carries the polarity or the quantity of the sentence.
struct NoiseWord {
  /// Where it is, in UTF-8 bytes.
  var range: Range<Int>
  /// How many Unicode scalars it has.
  var count: Int
  /// The letters, all of them small: all, or those behind a capital at the start; nil for words in
  /// other cases, and for those beyond Latin-1, of which it is not known.
  var smallLetters: Range<Int>?

  /// Whether every letter is ASCII.
  var isASCII: Bool { count == range.count }

  /// Shorter words turn into others by one slip; longer ones are no words but codes or garbage.
  static let lengths = 4...40

  /// Reads a word; nil for one that keeps its spelling.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: The word, as the scanner finds it.
  ///   - frame: The words that hold the sentences of the language together.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>, _ frame: FrameWords) {
    guard range.count >= Self.lengths.lowerBound, range.count <= Self.lengths.upperBound * 4 else {
      return nil
    }
    var count = 0
    var isForeign = false
    var small = range.lowerBound
    for index in range {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "'"), 0xC3: count += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        count += 1
        small = index + 1
      case 0x80...0x9E:
        if bytes[index - 1] == 0xC3 { small = index + 1 }
      case 0x9F..<0xC0: break
      case 0xC0...:
        count += 1
        isForeign = true
      default: return nil
      }
    }
    guard Self.lengths.contains(count) else { return nil }
    // À…ÿ are single letters all; the signs between them are in no word.
    guard !isForeign || Self.hasSimpleLetters(bytes, range, count) else { return nil }
    guard !frame.carriesMeaning(WordKey(bytes, range)) else { return nil }
    self.range = range
    self.count = count
    let isCapitalised = small - range.lowerBound <= (bytes[range.lowerBound] < 0x80 ? 1 : 2)
    smallLetters = !isForeign && isCapitalised ? small..<range.upperBound : nil
  }

  /// Whether no letter has marks of its own, and none is a sign or a digit.
  private static func hasSimpleLetters(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ count: Int
  ) -> Bool {
    let word = bytes.string(range)
    return word.count == count
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0 == "'" || $0 == "\u{2019}"
      }
  }

  /// The place of a letter.
  ///
  /// - Parameters:
  ///   - number: Which letter, from 0; below `count`.
  ///   - bytes: The text.
  /// - Returns: The letter's bytes.
  func letter(_ number: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    if isASCII { return (range.lowerBound + number)..<(range.lowerBound + number + 1) }
    var start = range.lowerBound
    for _ in 0..<number { start += Self.width(bytes[start]) }
    return start..<min(start + Self.width(bytes[start]), range.upperBound)
  }

  /// Whether no part of the word would be read as another small word of the sentence if it were cut in
  /// two: "note" would be read as "not e".
  ///
  /// - Parameters:
  ///   - place: Where it would be cut, between two letters or at its start.
  ///   - bytes: The text.
  ///   - frame: The words that hold the sentences of the language together.
  /// - Returns: True where it may be cut.
  func mayBeCut(at place: Int, _ bytes: Span<UInt8>, _ frame: FrameWords) -> Bool {
    place == range.lowerBound
      || !frame.contains(WordKey(bytes, range.lowerBound..<place))
        && !frame.contains(WordKey(bytes, place..<range.upperBound))
  }

  /// How many bytes the scalar has that begins with a byte.
  private static func width(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}

extension Span<UInt8> {
  /// The text of some bytes, which lie between scalars.
  func string(_ range: Range<Int>) -> String {
    String(copying: UTF8Span(unchecked: extracting(range)))
  }

  /// The scalar that a range of one holds.
  func scalar(_ range: Range<Int>) -> Unicode.Scalar {
    var value = UInt32(self[range.lowerBound])
    if value >= 0x80 {
      value &= value < 0xE0 ? 0x1F : value < 0xF0 ? 0x0F : 0x07
      for index in range.dropFirst() { value = value << 6 | UInt32(self[index] & 0x3F) }
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether the byte is an ASCII letter.
  func isLetter(_ index: Int) -> Bool { (self[index] | 0x20) &- 0x61 < 26 }
}

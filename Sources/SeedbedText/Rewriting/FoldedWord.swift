import SeedbedKernels

/// What stands between a word and the one before it.
public enum WordGap: UInt8, Sendable {
  /// Nothing came before.
  case start
  /// Spaces only.
  case space
  /// One comma and spaces.
  case comma
  /// The end of a sentence or line.
  case sentence
  /// Anything else: a hyphen, a bracket, a quotation mark.
  case other
}

/// One word of a text, ready to be looked up without making a string of it.
public struct FoldedWord: Sendable, Hashable {
  /// Where the word begins, in UTF-8 bytes.
  public var start: Int
  /// Where it ends, exclusively.
  public var end: Int
  /// The hash of its lower-case form with a plain apostrophe; see ``WordIndex``.
  public var key: UInt64
  /// What stands before it.
  public var gap: WordGap
  /// Its letter case.
  public var letterCase: LetterCase
  /// Whether an apostrophe is in it.
  public var hasApostrophe: Bool

  /// Where the word is, in UTF-8 bytes.
  public var range: Range<Int> { start..<end }

  /// Whether it is the first word of a sentence or line.
  public var opensSentence: Bool { gap == .start || gap == .sentence }

  /// The words of a text, in order.
  ///
  /// - Parameter text: The text.
  /// - Returns: Every word that `WordScanner` finds.
  public static func words(of text: String) -> [FoldedWord] {
    let span = text.utf8Span
    if span.isKnownASCII { return asciiWords(span.span) }
    let bytes = span.span
    var words: [FoldedWord] = []
    words.reserveCapacity(bytes.count / 5 + 2)
    var last = 0
    WordScanner.forEachWord(in: bytes) { range in
      words.append(FoldedWord(bytes, range, after: last, isFirst: words.isEmpty))
      last = range.upperBound
    }
    return words
  }

  /// The same for a text of ASCII only, in one pass.
  private static func asciiWords(_ bytes: Span<UInt8>) -> [FoldedWord] {
    var words: [FoldedWord] = []
    words.reserveCapacity(bytes.count / 5 + 2)
    var (index, last) = (0, 0)
    while index < bytes.count {
      guard ByteClass.isAlphanumeric(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var fold = WordFold()
      var followsLetter = false
      while index < bytes.count {
        let byte = bytes[index]
        if ByteClass.isLetter(byte) {
          followsLetter = true
        } else if ByteClass.isDigit(byte) {
          followsLetter = false
        } else if byte != 0x27 || !followsLetter || index + 1 == bytes.count
          || !ByteClass.isLetter(bytes[index + 1])
        {
          break
        }
        fold.take(byte)
        index += 1
      }
      let gap = words.isEmpty ? .start : gap(bytes, last, start)
      words.append(FoldedWord(start..<index, gap, fold))
      last = index
    }
    return words
  }

  private init(_ range: Range<Int>, _ gap: WordGap, _ fold: WordFold) {
    start = range.lowerBound
    end = range.upperBound
    self.gap = gap
    key = fold.key
    letterCase = fold.letterCase
    hasApostrophe = fold.hasApostrophe
  }

  private init(_ bytes: Span<UInt8>, _ range: Range<Int>, after last: Int, isFirst: Bool) {
    let gap = isFirst ? .start : Self.gap(bytes, last, range.lowerBound)
    self.init(range, gap, WordFold(bytes, range))
  }

  private static func gap(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> WordGap {
    if to - from == 1 {
      // Most gaps are one space.
      if bytes[from] == 0x20 { return .space }
      return bytes[from] == 0x0A || bytes[from] == 0x0D ? .sentence : .other
    }
    var (spaces, commas, others) = (0, 0, 0)
    var ends = false
    for index in from..<to {
      switch bytes[index] {
      case 0x20: spaces += 1
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): ends = true
      case 0x0A, 0x0D: return .sentence
      case 0xBF, 0xA1: ends = ends || bytes[index - 1] == 0xC2
      case 0xA6: ends = ends || bytes[index - 1] == 0x80
      default: others += 1
      }
    }
    if ends { return spaces > 0 ? .sentence : .other }
    if others > 0 || commas > 1 { return .other }
    if commas == 1 { return bytes[from] == UInt8(ascii: ",") && spaces > 0 ? .comma : .other }
    return spaces > 0 ? .space : .other
  }
}

/// Reads the bytes of a word in lower case, without making a string.
struct WordFold {
  private(set) var key: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var hasApostrophe = false
  private var upper = 0
  private var lower = 0
  private var startsUpper = false

  /// The case of the letters that were read.
  var letterCase: LetterCase {
    if upper == 0 { return .lower }
    return lower == 0 && upper > 1 ? .upper : startsUpper && upper == 1 ? .capitalised : .mixed
  }

  /// Begins a word.
  init() {}

  /// Reads a word.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        take(byte)
        index += 1
        continue
      }
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      if byte == 0xC3, next &- 0x80 < 0x1F, next != 0x97 {
        takeCapital()
        add(byte)
        add(next | 0x20)
        index += 2
      } else if byte == 0xE2, next == 0x80, index + 2 < range.upperBound, bytes[index + 2] == 0x99 {
        take(0x27)
        index += 3
      } else {
        lower += 1
        add(byte)
        index += 1
      }
    }
  }

  /// Reads the next byte of a word, of ASCII.
  @inline(__always)
  mutating func take(_ byte: UInt8) {
    if byte &- 0x61 < 26 {
      lower += 1
      add(byte)
    } else if byte &- 0x41 < 26 {
      takeCapital()
      add(byte | 0x20)
    } else {
      if byte == 0x27 { hasApostrophe = true }
      add(byte)
    }
  }

  @inline(__always)
  private mutating func takeCapital() {
    if upper == 0, lower == 0 { startsUpper = true }
    upper += 1
  }

  /// One step of FNV-1a (Fowler, Noll and Vo, 1991).
  @inline(__always)
  private mutating func add(_ byte: UInt8) { key = (key ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

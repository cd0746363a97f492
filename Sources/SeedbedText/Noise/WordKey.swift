/// A word's hash (FNV-1a) in lower case and with plain apostrophes, so that tables of words are asked
/// by bytes, without making strings.
///
/// Latin letters with accents are lowered too; other scripts are taken as they are.
public struct WordKey: Sendable {
  /// The hash of what was added.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The first two bytes of the word, the first of them highest.
  private(set) var head: UInt16 = 0
  /// The last three bytes of the word, the last of them lowest.
  private(set) var tail: UInt32 = 0
  private var count = 0

  /// Makes the key of an empty word.
  public init() {}

  /// Makes the key of a word.
  ///
  /// - Parameter word: The word as written.
  public init(_ word: String) { add(word) }

  /// Makes the key of a word of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: The word, in bytes of the text.
  public init(_ bytes: Span<UInt8>, _ range: Range<Int>) { add(bytes, range) }

  /// Adds letters at the end.
  ///
  /// - Parameter letters: Whole Unicode scalars.
  public mutating func add(_ letters: String) {
    let bytes = letters.utf8Span.span
    add(bytes, 0..<bytes.count)
  }

  /// Adds letters of a text at the end.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: Whole Unicode scalars of it.
  public mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte &- 0x41 < 26 {
        add(byte | 0x20)
      } else if byte < 0xC3 {
        add(byte)
      } else if byte == 0xC3 || byte == 0xC5, index + 1 < range.upperBound {
        add(byte)
        add(Self.lower(bytes[index + 1], after: byte))
        index += 1
      } else if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        add(UInt8(ascii: "'"))
        index += 2
      } else {
        add(byte)
      }
      index += 1
    }
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    tail = (tail << 8 | UInt32(byte)) & 0xFF_FFFF
    if count < 2 { head = head << 8 | UInt16(byte) }
    count += 1
  }

  /// The second byte of À…Þ and Œ in lower case.
  private static func lower(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    if lead == 0xC3 { return byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte }
    return byte == 0x92 ? 0x93 : byte
  }
}

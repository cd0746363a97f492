/// Questions about the bytes around the end of a sentence.
enum LetterBytes {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// Whether a byte is a full stop, a question or an exclamation mark.
  static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  static func skipSpace(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var next = index
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    return next
  }

  /// The first byte after opening quotation marks and brackets.
  static func skipOpeners(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var next = index
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("),
        UInt8(ascii: "["), 0x20:
        next += 1
      case 0xE2:
        // ‘ “ „
        guard next + 2 < bytes.count, bytes[next + 1] == 0x80,
          [0x98, 0x9C, 0x9E].contains(bytes[next + 2])
        else { return next }
        next += 3
      case 0xC2:
        // « ¿ ¡
        guard next + 1 < bytes.count, [0xAB, 0xBF, 0xA1].contains(bytes[next + 1]) else {
          return next
        }
        next += 2
      default: return next
      }
    }
    return next
  }

  /// The run of letters, digits and inner full stops before a byte.
  static func wordBefore(_ bytes: Span<UInt8>, _ end: Int) -> Range<Int> {
    var start = end
    // No abbreviation is longer than this.
    while start > 0, end - start < 24 {
      let byte = bytes[start - 1]
      let isInside =
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
        || byte == UInt8(ascii: ".")
      guard isInside else { break }
      start -= 1
    }
    return start..<end
  }

  /// How many small letters stand right before a byte, up to three.
  static func smallLetters(_ bytes: Span<UInt8>, before end: Int) -> Int {
    var count = 0
    while count < 3, end - count > 0, bytes[end - count - 1] &- 0x61 < 26 { count += 1 }
    return count
  }

  static func isUpper(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    scalar(bytes, index).map { $0.isASCII ? $0.value &- 0x41 < 26 : $0.properties.isUppercase }
      ?? false
  }

  static func isLower(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    scalar(bytes, index).map { $0.isASCII ? $0.value &- 0x61 < 26 : $0.properties.isLowercase }
      ?? false
  }

  static func matches(
    _ bytes: Span<UInt8>,
    _ index: Int,
    _ three: (UInt8, UInt8, UInt8)
  ) -> Bool {
    index + 2 < bytes.count && bytes[index] == three.0 && bytes[index + 1] == three.1
      && bytes[index + 2] == three.2
  }

  /// The scalar of one to three bytes at an index; nil outside the text and inside a scalar.
  static func scalar(_ bytes: Span<UInt8>, _ index: Int) -> Unicode.Scalar? {
    guard index >= 0, index < bytes.count else { return nil }
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return Unicode.Scalar(UInt8(lead)) }
    if lead >= 0xC2, lead < 0xE0, index + 1 < bytes.count {
      return Unicode.Scalar((lead & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F)
    }
    guard lead >= 0xE0, lead < 0xF0, index + 2 < bytes.count else { return nil }
    let rest = (UInt32(bytes[index + 1]) & 0x3F) << 6 | UInt32(bytes[index + 2]) & 0x3F
    return Unicode.Scalar((lead & 0x0F) << 12 | rest)
  }
}

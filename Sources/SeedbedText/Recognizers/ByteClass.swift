/// The kinds of bytes that the recognisers tell apart.
enum ByteClass {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// The byte at an index; a space outside the text, so that borders need no special case.
  static func at(_ bytes: Span<UInt8>, _ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : 0x20
  }

  /// Whether the byte before an index belongs to a word, so that no number or code begins here.
  ///
  /// Letters of two bytes (accents, Greek, Cyrillic) count; ideographs do not, as a number may follow
  /// one without a space.
  static func followsWord(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let before = at(bytes, index - 1)
    if before < 0x80 { return isAlphanumeric(before) || before == UInt8(ascii: "_") }
    let lead = at(bytes, index - 2)
    return lead >= 0xC3 && lead <= 0xDF
  }

  /// Whether anything protected can begin at the index: a sign, or the first byte of a word.
  static func mayBegin(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if isAlphanumeric(byte) { return !followsWord(bytes, index) }
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"),
      UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "("), 0xC2, 0xE2:
      return true
    default:
      return false
    }
  }

  /// Whether the bytes at an index are those of an ASCII string.
  static func matches(_ bytes: Span<UInt8>, _ index: Int, _ ascii: StaticString) -> Bool {
    let count = ascii.utf8CodeUnitCount
    guard index >= 0, index + count <= bytes.count else { return false }
    return ascii.withUTF8Buffer { buffer in
      for offset in 0..<count where bytes[index + offset] != buffer[offset] { return false }
      return true
    }
  }

  /// The end of the run of letters and digits that begins at an index.
  static func wordEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < bytes.count, isAlphanumeric(bytes[end]) { end += 1 }
    return end
  }

  /// The end of the run of digits that begins at an index.
  static func digitsEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end
  }

  /// The value of a short run of digits; nil for an empty or a long one.
  static func value(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var value = 0
    for index in range { value = value * 10 + Int(bytes[index] &- 0x30) }
    return value
  }
}

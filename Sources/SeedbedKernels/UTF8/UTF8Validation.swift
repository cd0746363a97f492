/// Whether bytes are well-formed UTF-8, and where they stop being so.
public enum UTF8Validation {
  /// Finds the first byte that is not part of a well-formed scalar.
  ///
  /// Overlong forms, surrogates, values above U+10FFFF and a scalar cut off by the end of the text
  /// are all ill-formed; the offset is that of the scalar's first byte.
  ///
  /// - Parameter text: The bytes to look at.
  /// - Returns: An offset from 0 to `text.count - 1`, or nil when all is well.
  /// - Complexity: O(n), 32 bytes at a time where the text is ASCII.
  public static func firstInvalidByte(in text: Span<UInt8>) -> Int? {
    let count = text.count
    var offset = 0
    while offset < count {
      offset = endOfASCII(text, from: offset)
      while offset < count && text[offset] >= 0x80 {
        let scalar = decodeScalar(text, at: offset)
        guard scalar.isValid else { return offset }
        offset += scalar.length
      }
    }
    return nil
  }

  /// The offset of the first byte at or after `start` that is not ASCII, or the end.
  static func endOfASCII(_ text: Span<UInt8>, from start: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let bytes = unsafe text.bytes
    var offset = start
    while text.count - offset >= 32 {
      let first = word64(bytes, at: offset) | word64(bytes, at: offset + 8)
      let second = word64(bytes, at: offset + 16) | word64(bytes, at: offset + 24)
      guard (first | second) & high == 0 else { break }
      offset += 32
    }
    while text.count - offset >= 8 {
      let found = word64(bytes, at: offset) & high
      guard found == 0 else { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < text.count && text[offset] < 0x80 { offset += 1 }
    return offset
  }
}

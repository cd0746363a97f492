extension JSONScanner {
  /// Reads a string whose opening quote is at the current place.
  mutating func string() throws(JSONError) -> String {
    let opening = at
    at += 1
    let start = at
    skipPlain()
    guard at < bytes.count else { throw JSONError(opening, "a string that never ends") }
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return text(start..<at - 1)
    }
    return try escapedString(opening: opening)
  }

  /// Reads the rest of a string of which the part before the current place needs no change.
  private mutating func escapedString(opening: Int) throws(JSONError) -> String {
    var buffer = [UInt8](bytes[(opening + 1)..<at])
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: buffer, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &buffer, opening: opening)
      case let byte where byte < 0x20:
        throw JSONError(
          at,
          "a raw control character (byte \(byte)) in a string: write it as an escape"
        )
      default:
        let start = at
        skipPlain()
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
      }
    }
    throw JSONError(opening, "a string that never ends")
  }

  /// Reads one escape, which begins at the current place.
  private mutating func escape(into buffer: inout [UInt8], opening: Int) throws(JSONError) {
    let start = at
    guard at + 1 < bytes.count else { throw JSONError(opening, "a string that never ends") }
    at += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): buffer.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): buffer.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): buffer.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"): try append(scalar(from: start), to: &buffer)
    default: throw JSONError(start, "an escape that JSON does not know")
    }
  }

  /// Reads the digits of a `\u` escape that began at `start`, and of its second half when it is
  /// one.
  private mutating func scalar(from start: Int) throws(JSONError) -> UInt32 {
    let first = try hexDigits(of: start)
    guard first & 0xF800 == 0xD800 else { return first }
    guard first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { throw JSONError(start, "the escape of half a surrogate pair", .content) }
    at += 2
    let second = try hexDigits(of: at - 2)
    guard second & 0xFC00 == 0xDC00 else {
      throw JSONError(start, "the escape of half a surrogate pair", .content)
    }
    return 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
  }

  private mutating func hexDigits(of start: Int) throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else {
      throw JSONError(start, "expected four hex digits after \\u")
    }
    var value: UInt32 = 0
    for byte in UnsafeBufferPointer(rebasing: bytes[at..<at + 4]) {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw JSONError(start, "expected four hex digits after \\u")
      }
      value = value << 4 | UInt32(digit)
    }
    at += 4
    return value
  }

  private func append(_ scalar: UInt32, to buffer: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Steps over bytes that stand for themselves, eight at a time.
  private mutating func skipPlain() {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    while at + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let special = Self.specialBytes(of: word)
      guard special == 0 else {
        at += special.trailingZeroBitCount >> 3
        return
      }
      at += 8
    }
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      at += 1
    }
  }

  /// Sets the top bit of the lowest byte that is a quote, a backslash or a control character, and
  /// perhaps of bytes above it (a borrow may spoil those, which is why only the lowest is used).
  private static func specialBytes(of word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    let found =
      (quote &- ones) & ~quote | (slash &- ones) & ~slash | (word &- ones &* 0x20) & ~word
    return found & tops
  }
}

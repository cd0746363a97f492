extension LenientScanner {
  /// How a string is enclosed.
  enum Delimiter {
    /// By `"`, which always ends it.
    case double
    /// By `'`, which ends it only where a value can end, because it is an apostrophe too.
    case single
    /// By typographic quotes, under the same condition.
    case curlyDouble, curlySingle
  }

  /// The quote at the current place; nil when there is none.
  func delimiter() -> Delimiter? {
    guard at < end else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .double
    case UInt8(ascii: "'"): return .single
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80:
      switch bytes[at + 2] {
      case 0x9C, 0x9D, 0x9E: return .curlyDouble
      case 0x98, 0x99, 0x9A: return .curlySingle
      default: return nil
      }
    default: return nil
    }
  }

  /// Reads the string that begins here; nil when it was cut off.
  mutating func text(_ delimiter: Delimiter) -> String? {
    let width: Int
    switch delimiter {
    case .double: width = 1
    case .single: width = 1
    case .curlyDouble, .curlySingle: width = 3
    }
    if delimiter != .double { repairs.insert(.quotes) }
    at += width
    var buffer: [UInt8] = []
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\\") {
        guard escape(into: &buffer) else { break }
        continue
      }
      if closes(delimiter, byte) {
        at += delimiter == .double || byte < 0x80 ? 1 : 3
        return String(decoding: buffer, as: UTF8.self)
      }
      if byte < 0x20 { repairs.insert(.controls) }
      buffer.append(byte)
      at += 1
    }
    at = end
    markCut()
    return nil
  }

  /// Whether the byte here begins the quote that ends the string.
  private func closes(_ delimiter: Delimiter, _ byte: UInt8) -> Bool {
    switch delimiter {
    case .double: return byte == UInt8(ascii: "\"")
    case .single: return byte == UInt8(ascii: "'") && valueEnds(after: at + 1)
    case .curlyDouble:
      if byte == UInt8(ascii: "\"") { return valueEnds(after: at + 1) }
      return self.delimiter() == .curlyDouble && valueEnds(after: at + 3)
    case .curlySingle:
      if byte == UInt8(ascii: "'") { return valueEnds(after: at + 1) }
      return self.delimiter() == .curlySingle && valueEnds(after: at + 3)
    }
  }

  /// Whether what follows a place is what follows a value or a key.
  private func valueEnds(after place: Int) -> Bool {
    var place = place
    while place < end {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"),
        UInt8(ascii: "#"), UInt8(ascii: "`"):
        return true
      default: return false
      }
    }
    return true
  }

  /// Reads an escape; false when it was cut off.
  private mutating func escape(into buffer: inout [UInt8]) -> Bool {
    guard at + 1 < end else { return false }
    let letter = bytes[at + 1]
    let plain: UInt8? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    if let plain {
      buffer.append(plain)
      at += 2
      return true
    }
    if letter == UInt8(ascii: "u") {
      guard at + 6 <= end else { return false }
      if let unit = unit(at: at) {
        append(unit, to: &buffer)
        return true
      }
    }
    repairs.insert(.escapes)
    // A quote or a line end needs no escape; before anything else the backslash is meant.
    let isNeedless = letter == UInt8(ascii: "'") || letter == 0x0A || letter == UInt8(ascii: "`")
    buffer.append(isNeedless ? letter : UInt8(ascii: "\\"))
    at += isNeedless ? 2 : 1
    return true
  }

  /// Steps over one `\u` escape, or two that are halves of one scalar.
  private mutating func append(_ unit: UInt32, to buffer: inout [UInt8]) {
    at += 6
    var value = unit
    if unit & 0xFC00 == 0xD800, let low = self.unit(at: at), low & 0xFC00 == 0xDC00 {
      at += 6
      value = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
    }
    if Unicode.Scalar(value) == nil { repairs.insert(.halves) }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The value of a `\uXXXX` at a place; nil where there is none.
  private func unit(at place: Int) -> UInt32? {
    guard place + 6 <= end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for byte in UnsafeBufferPointer(rebasing: bytes[place + 2..<place + 6]) {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

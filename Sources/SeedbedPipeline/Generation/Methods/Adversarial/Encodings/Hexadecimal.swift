/// The bytes of a text in pairs of lower-case hexadecimal digits.
enum Hexadecimal {
  static func encode(_ bytes: Span<UInt8>, _ range: Range<Int>, style: EncodingStyle) -> String {
    let width = style == .escaped ? 4 : style == .spaced ? 3 : 2
    return String(unsafeUninitializedCapacity: range.count * width) { buffer in
      var out = 0
      for at in range {
        if style == .escaped {
          buffer[out] = UInt8(ascii: "\\")
          buffer[out + 1] = UInt8(ascii: "x")
          out += 2
        } else if style == .spaced, out > 0 {
          buffer[out] = 0x20
          out += 1
        }
        buffer[out] = digit(bytes[at] >> 4)
        buffer[out + 1] = digit(bytes[at] & 15)
        out += 2
      }
      return out
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}

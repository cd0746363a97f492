/// Base64 with the standard alphabet and padding (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  static func encode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let letters = alphabet
    let table = letters.span
    let length = (range.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: length) { buffer in
      var (at, out) = (range.lowerBound, 0)
      while at < range.upperBound {
        let left = range.upperBound - at
        var group = UInt32(bytes[at]) << 16
        if left > 1 { group |= UInt32(bytes[at + 1]) << 8 }
        if left > 2 { group |= UInt32(bytes[at + 2]) }
        buffer[out] = table[Int(group >> 18)]
        buffer[out + 1] = table[Int(group >> 12 & 63)]
        buffer[out + 2] = left > 1 ? table[Int(group >> 6 & 63)] : UInt8(ascii: "=")
        buffer[out + 3] = left > 2 ? table[Int(group & 63)] : UInt8(ascii: "=")
        (at, out) = (at + 3, out + 4)
      }
      return out
    }
  }
}

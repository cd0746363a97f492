/// ROT13: each letter of the Latin alphabet gives way to the one thirteen places on.
enum LetterRotation {
  static func encode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for at in range { buffer[at - range.lowerBound] = rotated(bytes[at]) }
      return range.count
    }
  }

  private static func rotated(_ byte: UInt8) -> UInt8 {
    switch byte & 0xDF {
    case UInt8(ascii: "A")...UInt8(ascii: "M"): byte + 13
    case UInt8(ascii: "N")...UInt8(ascii: "Z"): byte - 13
    default: byte
    }
  }
}

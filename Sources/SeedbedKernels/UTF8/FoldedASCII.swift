/// What each byte of an ASCII text becomes when texts are compared.
enum FoldedASCII {
  /// The byte vanishes.
  static let dropped: UInt8 = 0
  /// The byte separates words.
  static let separator = UInt8(ascii: " ")

  /// Folds one byte: to a lower-case letter, a digit, `separator` or `dropped`.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case 9...13: separator
    case 0..<32, 127: dropped
    default: separator
    }
  }

  /// The folded form of every byte; those beyond ASCII are not looked up here.
  static let table: [UInt8] = (0..<256).map { fold(UInt8($0)) }
}

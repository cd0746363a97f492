/// What the bytes of a text make possible, from one quick look: most sentences hold no figure, address or
/// quotation, and need no closer one.
struct TextHints {
  /// Whether there is a digit.
  private(set) var hasDigit = false
  /// Whether there is what every address has: an `@`, or a dot or colon within a word.
  private(set) var hasAddress = false
  /// Whether there is a sign with which something protected begins.
  private(set) var hasSign = false

  /// Whether there can be anything protected at all.
  var hasAny: Bool { hasDigit || hasAddress || hasSign }

  init(_ bytes: Span<UInt8>) {
    var digit = false, address = false, sign = false
    for index in 0..<bytes.count {
      switch Self.classes[Int(bytes[index])] {
      case 0: continue
      case 1: digit = true
      case 2:
        address = true
        sign = true
      case 3: if index + 1 < bytes.count, !ByteClass.isSpace(bytes[index + 1]) { address = true }
      default: sign = true
      }
    }
    hasDigit = digit
    hasAddress = address
    hasSign = sign
  }

  /// For each byte: 1 a digit, 2 the `@`, 3 what stands within addresses, 4 another sign, else 0.
  private static let classes: InlineArray<256, UInt8> = {
    var classes = InlineArray<256, UInt8>(repeating: 0)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { classes[Int(byte)] = 1 }
    classes[Int(UInt8(ascii: "@"))] = 2
    for byte in ".:".utf8 { classes[Int(byte)] = 3 }
    for byte in "`{[<$%\"'#+-(".utf8 { classes[Int(byte)] = 4 }
    classes[0xC2] = 4
    classes[0xE2] = 4
    return classes
  }()
}

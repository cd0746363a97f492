/// Makes texts that differ in their numbers only the same.
public enum DigitMask {
  /// Replaces every run of decimal digits, of any script, by a single `0`.
  ///
  /// - Parameter view: The text as `DuplicateView` leaves it; changed in place, never longer.
  /// - Complexity: O(n).
  public static func apply(to view: inout [UInt8]) {
    var written = 0
    var inNumber = false
    var bytes = view.mutableSpan
    var offset = 0
    while offset < bytes.count {
      let scalar = decodeScalar(bytes.span, at: offset)
      let isDigit = isDecimalDigit(scalar.value)
      if !isDigit {
        for index in offset..<offset + scalar.length {
          bytes[written] = bytes[index]
          written += 1
        }
      } else if !inNumber {
        bytes[written] = UInt8(ascii: "0")
        written += 1
      }
      inNumber = isDigit
      offset += scalar.length
    }
    view.removeLast(view.count - written)
  }

  private static func isDecimalDigit(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 }
    guard let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.generalCategory == .decimalNumber
  }
}

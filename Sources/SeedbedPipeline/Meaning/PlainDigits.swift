/// Decimal digits of any script as plain ones.
enum PlainDigits {
  /// The text with every decimal digit written 0 to 9.
  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { value(of: $0) != nil }) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      plain.append(value(of: scalar).map { Unicode.Scalar(0x30 + UInt8($0)) } ?? scalar)
    }
    return String(plain)
  }

  /// The value of a digit beyond ASCII; nil for anything else.
  private static func value(of scalar: Unicode.Scalar) -> Int? {
    guard scalar.value > 0x65F, scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue, value >= 0, value < 10
    else { return nil }
    return Int(value)
  }
}

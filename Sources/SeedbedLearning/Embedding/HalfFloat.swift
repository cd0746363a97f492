/// Half-precision numbers (IEEE 754 binary16) in software: the same on every machine.
enum HalfFloat {
  /// The value of a half-precision number, exactly.
  static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7fff)
    guard magnitude < 0x7c00 else { return Float(bitPattern: sign | 0x7f80_0000 | magnitude << 13) }
    // The exponent's bias is 112 less; the product also takes care of subnormal numbers.
    let scaled = Float(bitPattern: magnitude << 13) * Float(bitPattern: 0x7780_0000)
    return Float(bitPattern: sign | scaled.bitPattern)
  }
}

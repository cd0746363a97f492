/// One Unicode scalar of a text, or one byte that belongs to none.
struct DecodedScalar {
  var value: UInt32
  /// How many bytes it takes, 1...4.
  var length: Int

  /// What a byte outside any scalar reads as: U+FFFD, but one byte long where the real one is
  /// three.
  @inline(__always)
  static var invalid: Self { Self(value: 0xfffd, length: 1) }

  /// Whether these are the bytes of a scalar.
  @inline(__always)
  var isValid: Bool { value != 0xfffd || length == 3 }

  /// How many bytes the scalar takes in UTF-8.
  @inline(__always)
  static func utf8Length(_ value: UInt32) -> Int {
    value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
  }
}

/// Decodes the scalar that starts at an offset (Unicode 16, table 3-7: no overlong forms, no
/// surrogates, nothing above U+10FFFF).
@inline(__always)
func decodeScalar(_ text: Span<UInt8>, at offset: Int) -> DecodedScalar {
  let lead = text[offset]
  if lead < 0x80 { return DecodedScalar(value: UInt32(lead), length: 1) }
  guard lead >= 0xc2, lead <= 0xf4, offset + 1 < text.count else { return .invalid }
  let second = text[offset + 1]
  if lead < 0xe0 {
    guard second & 0xc0 == 0x80 else { return .invalid }
    return DecodedScalar(value: UInt32(lead & 0x1f) << 6 | UInt32(second & 0x3f), length: 2)
  }
  // The second byte's range excludes the overlong, the surrogate and the too large forms.
  let lowest: UInt8 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80
  let highest: UInt8 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf
  guard second >= lowest, second <= highest, offset + 2 < text.count else { return .invalid }
  let third = text[offset + 2]
  guard third & 0xc0 == 0x80 else { return .invalid }
  let upper = UInt32(second & 0x3f) << 6 | UInt32(third & 0x3f)
  if lead < 0xf0 { return DecodedScalar(value: UInt32(lead & 0x0f) << 12 | upper, length: 3) }
  guard offset + 3 < text.count else { return .invalid }
  let fourth = text[offset + 3]
  guard fourth & 0xc0 == 0x80 else { return .invalid }
  let value = UInt32(lead & 0x07) << 18 | upper << 6 | UInt32(fourth & 0x3f)
  return DecodedScalar(value: value, length: 4)
}

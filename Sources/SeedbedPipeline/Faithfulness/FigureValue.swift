import SeedbedKernels

/// A number in one form, so that equal numbers are equal however they were written.
struct FigureValue: Sendable, Hashable {
  /// The digits without zeros at either end; 0 for zero.
  private(set) var digits: UInt64
  /// The power of ten by which the digits are multiplied.
  private(set) var exponent: Int
  private(set) var isNegative: Bool

  /// The number of a whole number that was counted.
  init(_ value: Int) {
    self.init(digits: UInt64(value.magnitude), exponent: 0, isNegative: value < 0)
  }

  private init(digits: UInt64, exponent: Int, isNegative: Bool) {
    self.digits = digits
    self.exponent = digits == 0 ? 0 : exponent
    self.isNegative = isNegative && digits != 0
    while self.digits != 0, self.digits % 10 == 0 {
      self.digits /= 10
      self.exponent += 1
    }
  }

  /// Reads digits with at most one point; nil for anything else and for more than 18 digits.
  init?(_ text: Substring, isNegative: Bool = false) {
    var digits: UInt64 = 0
    var exponent = 0
    var hasPoint = false
    guard !text.isEmpty, text.utf8.count <= 19 else { return nil }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      digits = digits &* 10 &+ UInt64(byte &- 0x30)
      if hasPoint { exponent -= 1 }
    }
    self.init(digits: digits, exponent: exponent, isNegative: isNegative)
  }

  /// The number times a power of ten.
  func scaled(byPowerOfTen power: Int) -> Self {
    Self(digits: digits, exponent: exponent + power, isNegative: isNegative)
  }

  /// What stands for the number among the keys of words.
  var key: UInt64 {
    let sign: UInt64 = isNegative ? 1 : 0
    return digits &* 0x9E37_79B9_7F4A_7C15
      ^ hash64("figure", seed: UInt64(bitPattern: Int64(exponent)) &* 2 &+ sign)
  }
}

/// A JSON number as decimal digits and an exponent, so that nothing is lost to rounding.
///
/// The value is 0.d₁d₂… × 10^exponent; the first and the last digit are not 0, and zero has none.
struct ExactNumber: Hashable, Sendable {
  private(set) var isNegative = false
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0

  /// An exponent beyond this is taken for this: no two numbers that anybody means are confused.
  private static let exponentLimit = 1 << 40

  init(_ number: JSONNumber) {
    var point: Int?
    var written = 0
    var isExponent = false
    var exponentIsNegative = false
    for byte in number.literal.utf8 {
      switch byte {
      case UInt8(ascii: "-"): if isExponent { exponentIsNegative = true } else { isNegative = true }
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte &- UInt8(ascii: "0")
        if isExponent {
          written = min(Self.exponentLimit, written * 10 + Int(digit))
        } else {
          digits.append(digit)
        }
      default: break
      }
    }
    let leading = digits.prefix { $0 == 0 }.count
    exponent = (point ?? digits.count) - leading + (exponentIsNegative ? -written : written)
    digits.removeFirst(leading)
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  /// Whether there is no fraction.
  var isWhole: Bool { exponent >= digits.count }

  /// Whether this is below another number.
  func isLess(than other: ExactNumber) -> Bool {
    if isNegative != other.isNegative { return isNegative }
    return isNegative ? other.isSmaller(than: self) : isSmaller(than: other)
  }

  /// Whether this is a whole multiple of another number, which has at most 18 digits and is not 0.
  func isMultiple(of other: ExactNumber) -> Bool {
    guard !digits.isEmpty else { return true }
    let shift = (exponent - digits.count) - (other.exponent - other.digits.count)
    // The last digit of this number is not 0, so it has no factor 10 to give away.
    guard shift >= 0, other.digits.count <= 18 else { return false }
    let divisor = other.digits.reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1) }
    guard divisor > 0 else { return false }
    var rest: UInt64 = 0
    for digit in digits { rest = Self.product(rest, 10, modulo: divisor, plus: UInt64(digit)) }
    var power: UInt64 = 1 % divisor
    var base: UInt64 = 10 % divisor
    var remaining = shift
    while remaining > 0 {
      if remaining & 1 == 1 { power = Self.product(power, base, modulo: divisor) }
      base = Self.product(base, base, modulo: divisor)
      remaining >>= 1
    }
    return Self.product(rest, power, modulo: divisor) == 0
  }

  /// The one text of the value, for telling values apart.
  var literal: String {
    guard !digits.isEmpty else { return "0" }
    let text = String(decoding: digits.map { $0 &+ UInt8(ascii: "0") }, as: UTF8.self)
    return "\(isNegative ? "-" : "")\(text)e\(exponent)"
  }

  private func isSmaller(than other: ExactNumber) -> Bool {
    guard !digits.isEmpty, !other.digits.isEmpty else {
      return digits.isEmpty && !other.digits.isEmpty
    }
    guard exponent == other.exponent else { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  /// (a · b + c) mod m for a, b < m ≤ 10^18 or b = 10.
  private static func product(
    _ left: UInt64,
    _ right: UInt64,
    modulo divisor: UInt64,
    plus more: UInt64 = 0
  ) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    let (sum, carry) = low.addingReportingOverflow(more)
    let top = (carry ? high &+ 1 : high) % divisor
    return divisor.dividingFullWidth((top, sum)).remainder
  }
}

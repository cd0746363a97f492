/// Logarithms and exponentials made of additions, multiplications and divisions only.
///
/// The C library picks its `log` and `exp` by the processor, and they differ in the last bit. What
/// is learnt must not depend on the machine, so that the library's own versions are used wherever a
/// value flows into a result. (Swift never fuses a multiplication with an addition by itself.)
enum PortableMath {
  /// The natural logarithm, within two units in the last place.
  ///
  /// `x = 2^k m` with `m` in `[√½, √2)`, and `ln m = 2 artanh((m − 1) / (m + 1))` by its series.
  static func log(_ x: Double) -> Double {
    guard x > 0, x.isFinite else {
      return x == 0 ? -.infinity : (x > 0 ? x : .nan)
    }
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.4142135623730951 {
      mantissa *= 0.5
      exponent += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    let z = s * s
    var series = 1.0 / 25
    series = series * z + 1.0 / 23
    series = series * z + 1.0 / 21
    series = series * z + 1.0 / 19
    series = series * z + 1.0 / 17
    series = series * z + 1.0 / 15
    series = series * z + 1.0 / 13
    series = series * z + 1.0 / 11
    series = series * z + 1.0 / 9
    series = series * z + 1.0 / 7
    series = series * z + 1.0 / 5
    series = series * z + 1.0 / 3
    series *= z
    // ln 2 in two parts, so that the product with the exponent is exact in the first.
    let high = exponent * 0x1.62e42fefa3800p-1
    let low = exponent * 0x1.ef35793c76730p-45
    return high + (2 * s + (2 * s * series + low))
  }

  /// The exponential, within two units in the last place.
  ///
  /// `x = k ln 2 + r` with `|r| ≤ ½ ln 2`, and the Taylor series of `exp r`.
  static func exp(_ x: Double) -> Double {
    guard x < 709 else { return x.isNaN ? x : .infinity }
    guard x > -708 else { return 0 }
    let k = (x * 1.4426950408889634).rounded()
    let r = (x - k * 0x1.62e42fefa3800p-1) - k * 0x1.ef35793c76730p-45
    var series = 1.0
    var n = 16.0
    while n > 0 {
      series = 1 + series * r / n
      n -= 1
    }
    return series * Double(sign: .plus, exponent: Int(k), significand: 1)
  }

  /// `x ln x`, with its limit 0 at 0.
  static func xLogX(_ x: Double) -> Double { x > 0 ? x * log(x) : 0 }
}

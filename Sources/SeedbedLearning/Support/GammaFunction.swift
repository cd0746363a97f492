/// Euler's gamma function and its incomplete form, which tails of distributions are made of.
enum GammaFunction {
  /// The natural logarithm of the gamma function, to about 1e-15 of its size.
  ///
  /// Stirling's series from 10 up; smaller numbers are raised to there by `Γ(x) = Γ(x + 1) / x`.
  ///
  /// - Parameter x: A number above 0.
  /// - Returns: `ln Γ(x)`.
  static func logarithm(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == 0 ? .infinity : (x > 0 ? x : .nan) }
    var x = x
    var product = 1.0
    while x < 10 {
      product *= x
      x += 1
    }
    let z = 1 / (x * x)
    var series = 1.0 / 156
    for coefficient in stirling { series = series * z + coefficient }
    let main = (x - 0.5) * PortableMath.log(x) - x + 0.9189385332046727
    return main + series / x - PortableMath.log(product)
  }

  /// The share of the gamma distribution with shape `a` that lies above `x`: `Γ(a, x) / Γ(a)`.
  ///
  /// Below `a + 1` by the series of the lower part, above by Legendre's continued fraction, evaluated
  /// after Lentz.
  ///
  /// - Parameters:
  ///   - a: The shape, above 0.
  ///   - x: From 0.
  /// - Returns: A number in 0...1.
  static func upperShare(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0, a.isFinite else { return .nan }
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    let factor = PortableMath.exp(a * PortableMath.log(x) - x - logarithm(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var n = a
      for _ in 0..<steps where term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      return min(max(1 - sum * factor, 0), 1)
    }
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var fraction = d
    for step in 1...steps {
      let numerator = -Double(step) * (Double(step) - a)
      b += 2
      d = numerator * d + b
      d = 1 / (abs(d) < 1e-300 ? 1e-300 : d)
      c = b + numerator / c
      if abs(c) < 1e-300 { c = 1e-300 }
      let change = d * c
      fraction *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return min(max(fraction * factor, 0), 1)
  }

  /// Far more than either sum needs: about six times the root of the shape.
  private static let steps = 100_000

  private static let stirling = [
    -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
  ]
}

/// The distribution of the largest distance between the empirical distribution function of a sample
/// and the true one.
///
/// After Simard and L'Ecuyer, "Computing the two-sided Kolmogorov-Smirnov distribution" (2011), as far
/// as large samples need it.
enum KolmogorovDistribution {
  /// The probability of a large distance, within 3e-6 of the true one from 140 rows on.
  ///
  /// - Parameters:
  ///   - distance: In 0...1.
  ///   - rows: The number of rows, whole and at least 1.
  /// - Returns: How probable a distance of at least `distance` is.
  static func tail(of distance: Double, rows: Double) -> Double {
    guard distance > 0 else { return 1 }
    guard distance < 1 else { return 0 }
    let scaled = rows * distance * distance
    guard scaled < 370 else { return 0 }
    // The two one-sided events hardly ever meet so far out (Miller 1956).
    if rows <= 1_000_000, scaled >= 2.2 || distance >= 0.5 {
      return min(2 * oneSidedTail(of: distance, rows: rows), 1)
    }
    return min(max(1 - series(rows.squareRoot() * distance, rows: rows), 0), 1)
  }

  /// Smirnov's sum for the one-sided distance (Birnbaum and Tingey 1951), exact.
  private static func oneSidedTail(of distance: Double, rows: Double) -> Double {
    let all = GammaFunction.logarithm(rows + 1)
    var sum = 0.0
    for j in 0...Int(rows * (1 - distance)) {
      let j = Double(j)
      let (left, right) = (distance + j / rows, 1 - distance - j / rows)
      guard right > 0 || j == rows else { continue }
      let orders = all - GammaFunction.logarithm(j + 1) - GammaFunction.logarithm(rows - j + 1)
      let powers =
        (j - 1) * PortableMath.log(left) + (j == rows ? 0 : (rows - j) * PortableMath.log(right))
      sum += PortableMath.exp(orders + powers)
    }
    return distance * sum
  }

  /// The series of Pelz and Good (1976): Kolmogorov's limit and three terms in powers of the root of
  /// the number of rows.
  private static func series(_ z: Double, rows: Double) -> Double {
    let z2 = z * z
    let z4 = z2 * z2
    let z6 = z4 * z2
    let z8 = z4 * z4
    var sums = SIMD4<Double>()
    for k in 0..<terms {
      let half = Double(k) + 0.5
      let a = half * half * piSquared
      let weight = PortableMath.exp(-a / (2 * z2))
      let second = 6 * z6 + 2 * z4 + a * (2 * z4 - 5 * z2) + a * a * (1 - 2 * z2)
      let third =
        a * a * a * (5 - 30 * z2) + a * a * (212 * z4 - 60 * z2) + a * (135 * z4 - 96 * z6)
        - (30 * z6 + 90 * z8)
      sums += weight * SIMD4(1, a - z2, second, third)
    }
    sums /= SIMD4(z, 6 * z4, 72 * z6 * z, 6480 * z8 * z2)
    for k in 1..<terms {
      let a = Double(k * k) * piSquared
      let weight = PortableMath.exp(-a / (2 * z2))
      sums[2] -= a * weight / (36 * z2 * z)
      sums[3] += (3 * a * z2 - a * a) * weight / (216 * z6)
    }
    let root = rows.squareRoot()
    let value = sums[0] + sums[1] / root + sums[2] / rows + sums[3] / (rows * root)
    return 2.5066282746310002 * value
  }

  private static let piSquared = 9.869604401089358
  /// Enough for every distance at which the series is used (z below 1.5, or rows beyond a million).
  private static let terms = 40
}

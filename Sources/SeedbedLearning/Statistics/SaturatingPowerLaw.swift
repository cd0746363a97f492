/// How an error falls with the number of training rows towards a floor: `floor + scale · n^-exponent`.
///
/// The form of learning curves in Cortes et al., "Learning curves: asymptotic values and rate of
/// convergence" (1993). For each exponent of a fixed grid floor and scale are the least squares; the
/// exponent with the least sum of squares is refined by golden section. The floor is never below 0; the
/// scale may be, so that a curve without a trend is as likely to seem to rise as to fall.
public struct SaturatingPowerLaw: Hashable, Sendable {
  /// What no number of rows undercuts, from 0.
  public let floor: Double
  /// The error above the floor at one row.
  public let scale: Double
  /// How fast it falls, in 0.05...1.
  public let exponent: Double

  /// The exponents that are believed: outside the points differ by chance.
  private static let exponents = ErrorPowerLaw.believed
  private static let steps = 24

  /// Fits the law to points; nil with fewer than four different numbers of rows, or when a number is not
  /// finite.
  ///
  /// - Parameters:
  ///   - rows: The number of training rows of each point, from 1.
  ///   - errors: The error of each point.
  public init?(rows: [Int], errors: [Double]) {
    precondition(rows.count == errors.count, "a curve needs one error a point")
    guard Set(rows).count >= 4, rows.allSatisfy({ $0 > 0 }), errors.allSatisfy(\.isFinite) else {
      return nil
    }
    let largest = Double(rows.max() ?? 1)
    let logs = rows.map { PortableMath.log(Double($0) / largest) }
    let (low, high) = (Self.exponents.lowerBound, Self.exponents.upperBound)
    let width = (high - low) / Double(Self.steps)
    let grid = (0...Self.steps).map { low + width * Double($0) }
    let costs = grid.map { Self.leastSquares(logs, errors, exponent: $0).cost }
    let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
    var (left, right) = (max(low, grid[best] - width), min(high, grid[best] + width))
    let ratio = (5.0.squareRoot() - 1) / 2
    for _ in 0..<24 {
      let first = right - ratio * (right - left), second = left + ratio * (right - left)
      let isLeft =
        Self.leastSquares(logs, errors, exponent: first).cost
        <= Self.leastSquares(logs, errors, exponent: second).cost
      if isLeft { right = second } else { left = first }
    }
    exponent = (left + right) / 2
    let line = Self.leastSquares(logs, errors, exponent: exponent)
    floor = line.floor
    scale = line.scale * PortableMath.exp(exponent * PortableMath.log(largest))
  }

  /// The error at a number of rows.
  ///
  /// - Parameter rows: The number of training rows, from 1.
  /// - Returns: The error by the law; it may leave 0...1 where the points do not follow it.
  public func error(at rows: Int) -> Double {
    floor + scale * PortableMath.exp(-exponent * PortableMath.log(Double(max(rows, 1))))
  }

  private static func leastSquares(
    _ logs: [Double],
    _ errors: [Double],
    exponent: Double
  ) -> (floor: Double, scale: Double, cost: Double) {
    let x = logs.map { PortableMath.exp(-exponent * $0) }
    let n = Double(x.count)
    let meanX = x.reduce(0, +) / n, meanY = errors.reduce(0, +) / n
    var (products, squares) = (0.0, 0.0)
    for (x, y) in zip(x, errors) {
      products += (x - meanX) * (y - meanY)
      squares += (x - meanX) * (x - meanX)
    }
    var scale = squares > 0 ? products / squares : 0
    var floor = meanY - scale * meanX
    if floor < 0 {
      floor = 0
      scale = zip(x, errors).reduce(0) { $0 + $1.0 * $1.1 } / x.reduce(0) { $0 + $1 * $1 }
    }
    let cost = zip(x, errors).reduce(0.0) { sum, point in
      let gap = point.1 - floor - scale * point.0
      return sum + gap * gap
    }
    return (floor, scale, cost)
  }
}

/// How the errors of a classifier fall with the number `n` of its training rows: as `n^-b`.
///
/// Learning curves follow a power law over a wide range (Hestness et al., "Deep learning scaling is
/// predictable, empirically", 2017; also of linear models).
public struct ErrorPowerLaw: Hashable, Sendable {
  /// The exponents that two measurements may give; outside they differ by chance.
  public static let believed = 0.05...1.0

  /// The exponent `b`, from 0.
  public let exponent: Double

  /// Takes an exponent.
  ///
  /// - Parameter exponent: From 0; 0 means that more rows do not help.
  public init(exponent: Double) {
    self.exponent = max(exponent, 0)
  }

  /// Takes the exponent from the errors on the same rows after half of the training and after all of it.
  ///
  /// Twice the rows make the error `2^-b` of what it was. Half an error is added to both counts, and the
  /// exponent is kept within `believed`.
  ///
  /// - Parameters:
  ///   - errorsOnHalf: The errors after half of the training, from 0.
  ///   - errorsOnAll: The errors after all of it, from 0.
  public init(errorsOnHalf: Int, errorsOnAll: Int) {
    let ratio = (Double(max(errorsOnHalf, 0)) + 0.5) / (Double(max(errorsOnAll, 0)) + 0.5)
    let measured = PortableMath.log(ratio) / PortableMath.log(2)
    exponent = min(max(measured, Self.believed.lowerBound), Self.believed.upperBound)
  }

  /// The share of the errors that further rows avoid: `1 − (n / (n + m))^b`.
  ///
  /// - Parameters:
  ///   - have: How many training rows there are; none count as one.
  ///   - adding: How many are added, from 0.
  /// - Returns: A number in 0..<1.
  public func avoided(have: Int, adding: Int) -> Double {
    let rows = Double(max(have, 1)), more = Double(max(adding, 0))
    return 1 - PortableMath.exp(exponent * PortableMath.log(rows / (rows + more)))
  }

  /// The further rows that bring an error rate down to another one: `n · (rate / target)^(1/b) − n`.
  ///
  /// - Parameters:
  ///   - target: The rate to come down to, 0…1.
  ///   - rate: The rate with the rows that there are, 0…1.
  ///   - have: How many training rows there are; none count as one.
  ///   - most: The most rows that are worth naming, from 0.
  /// - Returns: A number in 0…`most`, rounded up; `most` where no number of rows comes so far.
  public func rows(to target: Double, from rate: Double, have: Int, most: Int) -> Int {
    guard rate > target else { return 0 }
    guard target > 0, exponent > 0, rate.isFinite else { return max(most, 0) }
    let factor = PortableMath.exp(PortableMath.log(rate / target) / exponent)
    let wanted = (Double(max(have, 1)) * (factor - 1)).rounded(.up)
    return wanted < Double(max(most, 0)) ? Int(wanted) : max(most, 0)
  }
}

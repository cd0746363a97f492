/// How much of a training set should be synthetic, by how many real rows there are.
public struct MixingRatio: Sendable, Hashable {
  /// The shares of synthetic rows among all, 0...1.
  public let shares: ClosedRange<Double>
  /// Whether such a set may only serve until there are real rows.
  public let isTemporary: Bool

  /// The rule of thumb to start from; a sweep on the holdout says what holds for the data at hand.
  ///
  /// - Parameter realRows: How many real training rows there are.
  /// - Returns: Nothing synthetic above 10,000 real rows, 30 to 50 % from 1,000, up to 70 % below; without
  ///   any real row everything, for the time being.
  public static func recommended(realRows: Int) -> MixingRatio {
    switch realRows {
    case ...0: MixingRatio(shares: 1...1, isTemporary: true)
    case 1..<1_000: MixingRatio(shares: 0...0.7, isTemporary: false)
    case 1_000...10_000: MixingRatio(shares: 0.3...0.5, isTemporary: false)
    default: MixingRatio(shares: 0...0, isTemporary: false)
    }
  }

  /// The rule in words.
  public var words: String {
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
    if isTemporary { return "100 %, only until there are real rows" }
    if shares.upperBound == 0 { return "none" }
    if shares.lowerBound == 0 { return "up to \(percent(shares.upperBound)) %" }
    return "\(percent(shares.lowerBound)) to \(percent(shares.upperBound)) %"
  }
}

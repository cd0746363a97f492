/// Sums of money in whole billionths of a currency, so that they do not depend on their order.
struct Money: Sendable, Hashable {
  /// Billionths of the currency.
  private(set) var billionths: Int

  static let zero = Money(0)

  /// Rounds an amount; what is negative, no number or beyond all budgets is brought into range.
  init(_ amount: Double) {
    billionths = Int((min(max(0, amount.isNaN ? 0 : amount), 1e8) * 1e9).rounded())
  }

  /// The amount in the currency.
  var amount: Double { Double(billionths) / 1e9 }

  static func + (left: Money, right: Money) -> Money {
    var sum = left
    sum.billionths = left.billionths &+ right.billionths
    return sum
  }

  static func += (left: inout Money, right: Money) { left = left + right }

  static func -= (left: inout Money, right: Money) {
    left.billionths = left.billionths &- right.billionths
  }

  static func > (left: Money, right: Money) -> Bool { left.billionths > right.billionths }
}

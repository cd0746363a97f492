/// What is taken from the counts of seen sequences for the unseen: one number each for counts of one,
/// two, and three or more.
public struct NGramDiscounts: Hashable, Sendable {
  /// Taken from a count of one.
  public let one: Double
  /// Taken from a count of two.
  public let two: Double
  /// Taken from larger counts.
  public let more: Double

  /// Makes discounts.
  ///
  /// - Parameters:
  ///   - one: In 0...1, exclusive of 0.
  ///   - two: In 0...2, exclusive of 0.
  ///   - more: In 0...3, exclusive of 0.
  public init(one: Double, two: Double, more: Double) {
    precondition(
      one > 0 && one <= 1 && two > 0 && two <= 2 && more > 0 && more <= 3,
      "a discount lies above 0 and is at most the count"
    )
    self.one = one
    self.two = two
    self.more = more
  }

  /// What is used where there are too few counts to estimate from.
  public static let fallback = NGramDiscounts(one: 0.5, two: 1, more: 1.5)

  /// Estimates the discounts from how many sequences have a count of one, two, three and four (Chen and
  /// Goodman, equation 17); nil where one of these is 0 or a discount would leave its range.
  init?(countsOfCounts n: [Int]) {
    guard n.allSatisfy({ $0 > 0 }) else { return nil }
    let counts = n.map(Double.init)
    let y = counts[0] / (counts[0] + 2 * counts[1])
    let values = (1...3).map { Double($0) - Double($0 + 1) * y * counts[$0] / counts[$0 - 1] }
    guard zip(values, 1...3).allSatisfy({ $0 > 0 && $0 <= Double($1) }) else { return nil }
    self.init(one: values[0], two: values[1], more: values[2])
  }

  /// What is taken from a count.
  func discount(_ count: Int) -> Double {
    switch count {
    case ...0: 0
    case 1: one
    case 2: two
    default: more
    }
  }
}

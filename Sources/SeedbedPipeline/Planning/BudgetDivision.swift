import SeedbedLearning

/// How many of the rows that cells want a budget gives each, exactly, by largest remainders.
///
/// Without any weight cells give in proportion to what they want. With weights a cell counts for what it wants
/// times the errors that its rows avoid; one of unknown weight counts as the middle of those that are
/// known. Only when every cell of some worth has all that it wants do the others get the rest.
struct BudgetDivision {
  /// How many rows each cell gets, in order.
  let counts: [Int]
  /// What a cell of unknown weight counts as; nil without weights.
  let middle: Double?

  /// Divides a budget.
  ///
  /// - Parameters:
  ///   - wanted: How many rows each cell wants, and what they are worth.
  ///   - budget: The most rows in all, from 0.
  init(_ wanted: [(count: Int, weight: Double?)], budget: Int) {
    let known = wanted.compactMap(\.weight).sorted()
    middle = known.isEmpty ? nil : (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
    let counts = wanted.map(\.count)
    guard counts.reduce(0, +) > budget else {
      self.counts = counts
      return
    }
    let sizes = counts.map { Double($0) }
    guard let middle else {
      self.counts = apportion(total: budget, weights: sizes, caps: counts)
      return
    }
    let given = apportion(
      total: budget,
      weights: zip(wanted, sizes).map { ($0.weight ?? middle) * $1 },
      caps: counts
    )
    let left = zip(counts, given).map { $0 - $1 }
    let rest = apportion(
      total: budget - given.reduce(0, +),
      weights: left.map { Double($0) },
      caps: left
    )
    self.counts = zip(given, rest).map { $0 + $1 }
  }

  /// Why a cell's rows count for as much as they do; nil without weights.
  func words(for weight: Double?) -> String? {
    guard let middle else { return nil }
    guard let weight else {
      return "what 100 rows avoid here is not known, and counts as the middle one, "
        + "\(Self.short(middle)) errors in 1,000 rows"
    }
    return "100 rows avoid about \(Self.short(weight)) errors in 1,000 rows"
  }

  /// A number with two decimal places.
  private static func short(_ value: Double) -> String {
    let hundredths = Int((min(max(value, 0), 1e6) * 100).rounded())
    let digits = String(100 + hundredths % 100).dropFirst()
    return "\(hundredths / 100).\(digits)"
  }
}

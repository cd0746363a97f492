extension Metrics {
  /// The agreement of any number of raters beyond chance (`fleiss_kappa`).
  ///
  /// Fleiss, "Measuring nominal scale agreement among many raters" (1971). The raters of one item need not
  /// be those of another.
  ///
  /// - Parameter counts: For each item, how many raters chose each category; every item has the same number
  ///   of categories and of raters.
  /// - Returns: A number up to 1, 0 being chance; nil without items, with fewer than two raters, and where
  ///   one category was chosen throughout.
  public static func fleissKappa(_ counts: [[Int]]) -> Double? {
    guard let first = counts.first else { return nil }
    let raters = first.reduce(0, +)
    guard raters > 1 else { return nil }
    var totals = [Int](repeating: 0, count: first.count)
    var agreeing = 0.0
    for item in counts {
      precondition(
        item.count == first.count && item.reduce(0, +) == raters,
        "every item needs the same number of categories and of raters"
      )
      for (category, count) in item.enumerated() {
        precondition(count >= 0, "a count of raters is not negative")
        totals[category] += count
        agreeing += Double(count) * Double(count - 1)
      }
    }
    guard totals.count(where: { $0 > 0 }) > 1 else { return nil }
    let pairs = Double(raters) * Double(raters - 1)
    let observed = agreeing / (pairs * Double(counts.count))
    let choices = Double(raters) * Double(counts.count)
    let chance = totals.reduce(0.0) { sum, total in
      let share = Double(total) / choices
      return sum + share * share
    }
    return (observed - chance) / (1 - chance)
  }
}

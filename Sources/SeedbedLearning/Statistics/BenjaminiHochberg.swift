/// Controls the share of false alarms among many tests at once.
///
/// Benjamini and Hochberg, "Controlling the false discovery rate" (1995), which holds for independent
/// and positively dependent tests.
public enum BenjaminiHochberg {
  /// The adjusted p-values (`false_discovery_control`): rejecting those up to `q` keeps the expected
  /// share of false ones among the rejected at `q` or below.
  ///
  /// - Parameter pValues: The p-values in any order; one that is not in 0...1 counts as 1.
  /// - Returns: One adjusted p-value for each, in the same order, in 0...1.
  /// - Complexity: O(n log n).
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    let usable = pValues.map { $0 >= 0 && $0 <= 1 ? $0 : 1 }
    let order = usable.indices.sorted { (usable[$0], $0) < (usable[$1], $1) }
    var adjusted = usable
    var least = 1.0
    for (place, index) in order.enumerated().reversed() {
      least = min(least, usable[index] * Double(order.count) / Double(place + 1))
      adjusted[index] = least
    }
    return adjusted
  }

  /// Which tests to reject.
  ///
  /// - Parameters:
  ///   - pValues: The p-values in any order; one that is not in 0...1 counts as 1.
  ///   - rate: The largest expected share of false ones among the rejected, in 0...1.
  /// - Returns: The places of the rejected ones, ascending.
  public static func discoveries(_ pValues: [Double], rate: Double) -> [Int] {
    let adjusted = adjusted(pValues)
    return adjusted.indices.filter { adjusted[$0] <= rate }
  }
}

extension Metrics {
  /// How far the mass of one sample must be moved on average to become the other
  /// (`wasserstein_distance`): the area between their distribution functions.
  ///
  /// - Parameters:
  ///   - first: One sample.
  ///   - second: The other sample.
  /// - Returns: From 0, in the unit of the values; nil when a sample is empty or holds what is not a
  ///   finite number.
  /// - Complexity: O(n log n).
  public static func wasserstein(_ first: [Double], _ second: [Double]) -> Double? {
    integral(first, second) { abs($0) }
  }

  /// The Wasserstein distance in standard deviations of the reference.
  ///
  /// Divided by the population standard deviation, or by 0.001 where that is smaller; 0.1 is a usual
  /// mark of drift.
  ///
  /// - Parameters:
  ///   - reference: The sample that gives the scale.
  ///   - other: The other sample.
  /// - Returns: From 0; nil when a sample is empty or holds what is not a finite number.
  public static func normalizedWasserstein(reference: [Double], _ other: [Double]) -> Double? {
    guard let distance = wasserstein(reference, other),
      let deviation = standardDeviation(reference, lostDegrees: 0)
    else { return nil }
    let value = distance / max(deviation, 0.001)
    return value.isFinite ? value : nil
  }

  /// The energy distance of two samples (`energy_distance`): the root of twice the area under the
  /// squared difference of their distribution functions (Székely and Rizzo 2013).
  ///
  /// - Parameters:
  ///   - first: One sample.
  ///   - second: The other sample.
  /// - Returns: From 0, in the root of the values' unit; nil when a sample is empty or holds what is not
  ///   a finite number.
  /// - Complexity: O(n log n).
  public static func energyDistance(_ first: [Double], _ second: [Double]) -> Double? {
    integral(first, second) { $0 * $0 }.map { 2.0.squareRoot() * $0.squareRoot() }
  }

  /// The integral of a function of the difference of two empirical distribution functions.
  private static func integral(
    _ first: [Double],
    _ second: [Double],
    _ height: (Double) -> Double
  ) -> Double? {
    guard !first.isEmpty, !second.isEmpty, first.allSatisfy(\.isFinite),
      second.allSatisfy(\.isFinite)
    else { return nil }
    let a = first.sorted()
    let b = second.sorted()
    var i = 0
    var j = 0
    var previous = min(a[0], b[0])
    var sum = 0.0
    while i < a.count || j < b.count {
      let value = min(i < a.count ? a[i] : .infinity, j < b.count ? b[j] : .infinity)
      let difference = Double(i) / Double(a.count) - Double(j) / Double(b.count)
      sum += height(difference) * (value - previous)
      previous = value
      while i < a.count, a[i] == value { i += 1 }
      while j < b.count, b[j] == value { j += 1 }
    }
    return sum.isFinite ? sum : nil
  }

  /// The standard deviation of finite values, or nil when there are too few or it overflows.
  static func standardDeviation(_ values: [Double], lostDegrees: Int) -> Double? {
    guard values.count > lostDegrees else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count - lostDegrees)).squareRoot()
    return deviation.isFinite ? deviation : nil
  }
}

import SeedbedKernels

extension Bootstrap {
  /// The interval of a statistic of two independent samples, each drawn with replacement on its own.
  ///
  /// - Parameters:
  ///   - first: How many rows the first sample has.
  ///   - second: How many rows the second sample has.
  ///   - statistic: The value for row numbers of both; called from several threads at once.
  /// - Returns: The interval around the value for all rows; nil without rows on a side, and when a value
  ///   is not finite.
  public func interval(
    first: Int,
    second: Int,
    statistic: @Sendable ([Int], [Int]) -> Double
  ) -> Interval? {
    guard first > 0, second > 0 else { return nil }
    let values = Parallel.map(replicates, threads: threads) { replicate in
      var random = random(replicate)
      let left = (0..<first).map { _ in random.index(below: first) }
      return statistic(left, (0..<second).map { _ in random.index(below: second) })
    }.sorted()
    let whole = statistic(Array(0..<first), Array(0..<second))
    guard whole.isFinite, values.allSatisfy(\.isFinite) else { return nil }
    return percentiles(of: values, around: whole)
  }

  /// The interval of the mean of one sample less that of another.
  ///
  /// - Parameters:
  ///   - values: The values whose mean is taken.
  ///   - others: The values whose mean is taken away.
  /// - Returns: The interval; nil for an empty sample, and when a value is not finite.
  public func meanDifference(_ values: [Double], less others: [Double]) -> Interval? {
    guard (values + others).allSatisfy(\.isFinite) else { return nil }
    return interval(first: values.count, second: others.count) { first, second in
      first.reduce(0) { $0 + values[$1] } / Double(first.count)
        - second.reduce(0) { $0 + others[$1] } / Double(second.count)
    }
  }
}

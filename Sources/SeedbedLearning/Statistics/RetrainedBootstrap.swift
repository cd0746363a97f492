import SeedbedKernels

extension Bootstrap {
  /// What a change is, and how probable one as large would be without any.
  public struct Finding: Hashable, Sendable {
    /// The change with its interval.
    public let interval: Interval
    /// The two-sided p-value of no change: twice the share of replicates on the rarer side of 0, one
    /// replicate counted as seen; never 0.
    public let pValue: Double

    /// Makes a finding.
    ///
    /// - Parameters:
    ///   - interval: The change with its interval.
    ///   - pValue: The p-value of no change.
    public init(interval: Interval, pValue: Double) {
      self.interval = interval
      self.pValue = pValue
    }
  }

  /// A value of students on test rows, with the chance of the test rows and of the training rows.
  ///
  /// The value in hand is that of the student of all training rows. Test rows are drawn with replacement.
  /// How the value would vary with other training rows is measured by leaving out one fold of them after
  /// the other: the delete-a-group jackknife (Kott 2001) gives the variance `(k − 1)/k Σ (θ_i − θ̄)²` over
  /// the `k` folds, less what the drawing of test rows explains of it. Each replicate adds Student's t with
  /// `k − 1` degrees of freedom times the root of that. With fewer than two folds only the test rows
  /// count.
  ///
  /// - Parameters:
  ///   - rows: How many test rows there are.
  ///   - folds: How many folds of the training rows were left out in turn.
  ///   - statistic: The value on a list of test rows for a training: 0 is that of all rows, `i` that
  ///     without fold `i`. Called from several threads at once.
  /// - Returns: The value with its interval; nil without rows, or when a value is not finite.
  public func retrained(
    rows: Int,
    folds: Int,
    statistic: @Sendable (_ training: Int, _ rows: [Int]) -> Double
  ) -> Finding? {
    guard rows > 0 else { return nil }
    let all = Array(0..<rows)
    let folds = folds > 1 ? folds : 0
    let whole = (0...folds).map { statistic($0, all) }
    let drawn = Parallel.map(replicates, threads: threads) { replicate in
      var random = random(replicate)
      let chosen = all.map { _ in random.index(below: rows) }
      return (0...folds).map { statistic($0, chosen) }
    }
    guard whole.allSatisfy(\.isFinite), drawn.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      return nil
    }
    let error = Self.jackknifeError(whole, drawn)
    let values = drawn.enumerated().map { replicate, values in
      // Chance of its own: these draws must not depend on how many the rows took.
      var random = random(replicate + replicates)
      return values[0] + (error > 0 ? error * random.studentT(folds - 1) : 0)
    }.sorted()
    let rarer = min(values.count { $0 <= 0 }, values.count { $0 >= 0 })
    return Finding(
      interval: percentiles(of: values, around: whole[0]),
      pValue: min(1, 2 * Double(1 + rarer) / Double(1 + values.count))
    )
  }

  /// The standard error by leaving out folds, beyond what the drawing of test rows explains.
  private static func jackknifeError(_ whole: [Double], _ drawn: [[Double]]) -> Double {
    let folds = whole.count - 1
    guard folds > 1 else { return 0 }
    func deviations(_ values: [Double]) -> [Double] {
      let mean = values.dropFirst().reduce(0, +) / Double(folds)
      return values.dropFirst().map { $0 - mean }
    }
    let seen = deviations(whole)
    var moved = 0.0
    for values in drawn {
      for (value, origin) in zip(deviations(values), seen) {
        moved += (value - origin) * (value - origin)
      }
    }
    let squares = seen.reduce(0) { $0 + $1 * $1 } - moved / Double(drawn.count)
    return (max(squares, 0) * Double(folds - 1) / Double(folds)).squareRoot()
  }
}

import SeedbedKernels

/// Percentile intervals from samples drawn with replacement (Efron 1979).
///
/// Replicate `r` draws from its own counter-based stream, so that the interval depends on the seed
/// alone and not on the number of threads.
public struct Bootstrap: Hashable, Sendable {
  /// How many samples are drawn.
  public var replicates: Int
  /// With what probability the interval is to hold the true value.
  public var confidence: Double
  /// The seed of all draws.
  public var seed: UInt64
  /// How many cores to use; the result does not depend on it.
  public var threads: Int

  /// Makes a bootstrap.
  ///
  /// - Parameters:
  ///   - replicates: How many samples to draw, from 1.
  ///   - confidence: Between 0 and 1, exclusive.
  ///   - seed: The seed of all draws.
  ///   - threads: How many cores to use.
  public init(
    replicates: Int = 1000,
    confidence: Double = 0.95,
    seed: UInt64 = 0,
    threads: Int = 1
  ) {
    precondition(replicates > 0, "a bootstrap draws at least one sample")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    self.replicates = replicates
    self.confidence = confidence
    self.seed = seed
    self.threads = threads
  }

  /// The interval of any statistic of rows.
  ///
  /// - Parameters:
  ///   - count: How many rows there are, from 1.
  ///   - statistic: The value for a list of row numbers; called from several threads at once.
  /// - Returns: The interval around the value for all rows.
  public func interval(
    count: Int,
    statistic: @Sendable ([Int]) -> Double
  ) -> Interval {
    precondition(count > 0, "a bootstrap needs rows")
    let values = Parallel.map(replicates, threads: threads) { replicate in
      var random = random(replicate)
      return statistic((0..<count).map { _ in random.index(below: count) })
    }.sorted()
    return percentiles(of: values, around: statistic(Array(0..<count)))
  }

  /// The interval of a mean.
  ///
  /// - Parameter values: The values, at least one.
  /// - Returns: The interval around the mean of all values.
  public func mean(_ values: [Double]) -> Interval {
    interval(count: values.count) { rows in
      rows.reduce(0) { $0 + values[$1] } / Double(rows.count)
    }
  }

  /// The interval of the macro F1 of predictions.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row, at least one.
  ///   - predicted: The predicted class of each row.
  ///   - classCount: How many classes there are.
  /// - Returns: The interval around the macro F1 of all rows.
  public func macroF1(_ actual: [Int], _ predicted: [Int], classCount: Int) -> Interval {
    interval(count: actual.count) { rows in
      Metrics.macroF1(actual, predicted, rows: rows, classCount: classCount)
    }
  }

  /// The interval of the change in macro F1 between two predictions of the same rows.
  ///
  /// Both are measured on the same drawn rows, so that what is hard for both cancels out.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row, at least one.
  ///   - before: The first prediction of each row.
  ///   - after: The second prediction of each row.
  ///   - classCount: How many classes there are.
  /// - Returns: The interval of the second's macro F1 less the first's.
  public func macroF1Difference(
    _ actual: [Int],
    before: [Int],
    after: [Int],
    classCount: Int
  ) -> Interval {
    precondition(before.count == actual.count, "the bootstrap needs one prediction a row")
    return interval(count: actual.count) { rows in
      Metrics.macroF1(actual, after, rows: rows, classCount: classCount)
        - Metrics.macroF1(actual, before, rows: rows, classCount: classCount)
    }
  }

  /// The stream of one replicate.
  func random(_ replicate: Int) -> CounterRandom {
    CounterRandom(seed: seed, sample: 0, operation: Self.operation, draw: UInt64(replicate))
  }

  /// Names the draws among all that share a seed.
  private static let operation = hash64("bootstrap")

  /// The interval that the middle of sorted drawn values gives an estimate.
  func percentiles(of sorted: [Double], around estimate: Double) -> Interval {
    let tail = (1 - confidence) / 2
    return Interval(
      estimate: estimate,
      lower: Self.quantile(sorted, tail),
      upper: Self.quantile(sorted, 1 - tail),
      confidence: confidence
    )
  }

  /// The quantile of sorted values with linear interpolation, as NumPy's default.
  static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    let place = probability * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

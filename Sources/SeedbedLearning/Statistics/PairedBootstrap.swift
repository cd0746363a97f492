import SeedbedKernels

extension Bootstrap {
  /// The interval of a change that is measured on the same rows for several training seeds.
  ///
  /// The rows are a sample, and so are the seeds: a change that holds for one seed may be luck. Each
  /// replicate draws rows with replacement, the same for all seeds, and averages the statistic over the
  /// seeds; what the seeds do not share is taken out of its variance. To that it adds the chance of the
  /// seeds: Student's t with `seeds − 1` degrees of freedom times the standard error of their mean.
  /// (Drawing three or five seeds with replacement instead makes intervals that are too short.) With
  /// one seed only the rows count.
  ///
  /// - Parameters:
  ///   - rows: How many rows there are.
  ///   - seeds: How many seeds there are.
  ///   - statistic: The value for a seed and a list of row numbers; called from several threads at once.
  /// - Returns: The interval around the mean over all seeds for all rows; nil without rows or seeds, or
  ///   when a value is not finite.
  public func pairedInterval(
    rows: Int,
    seeds: Int,
    statistic: @Sendable (_ seed: Int, _ rows: [Int]) -> Double
  ) -> Interval? {
    guard rows > 0, seeds > 0 else { return nil }
    let all = Array(0..<rows)
    let whole = (0..<seeds).map { statistic($0, all) }
    let drawn = Parallel.map(replicates, threads: threads) { replicate in
      var random = random(replicate)
      let chosen = all.map { _ in random.index(below: rows) }
      return (0..<seeds).map { statistic($0, chosen) }
    }
    guard whole.allSatisfy(\.isFinite), drawn.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      return nil
    }
    let center = Self.mean(whole)
    let spread = SeedSpread(whole, drawn)
    let values = drawn.enumerated().map { replicate, values in
      // A stream of its own, since the rows take as many draws as there are rows.
      var random = random(replicate + replicates)
      let chance = seeds > 1 ? spread.error * random.studentT(seeds - 1) : 0
      return center + spread.shared * (Self.mean(values) - center) + chance
    }.sorted()
    return percentiles(of: values, around: center)
  }

  /// The interval of the mean change of a score of rows over rows and seeds.
  ///
  /// - Parameters:
  ///   - before: For each seed the score of every row, such as 1 for a right prediction and 0 otherwise.
  ///   - after: The same after the change, for as many seeds and the same rows.
  /// - Returns: The interval of `after` less `before`; nil without rows or seeds.
  public func meanChange(before: [[Double]], after: [[Double]]) -> Interval? {
    precondition(before.count == after.count, "a paired bootstrap needs both scores of a seed")
    precondition(
      zip(before, after).allSatisfy { $0.count == $1.count && $0.count == before[0].count },
      "a paired bootstrap needs the same rows for every seed"
    )
    let changes = zip(before, after).map { zip($0, $1).map { $1 - $0 } }
    return pairedInterval(rows: changes.first?.count ?? 0, seeds: changes.count) { seed, rows in
      let change = changes[seed]
      return rows.reduce(0) { $0 + change[$1] } / Double(rows.count)
    }
  }

  /// The interval of the change in accuracy over rows and seeds.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - before: For each seed one prediction of every row.
  ///   - after: The same after the change.
  /// - Returns: The interval of the change; nil without rows or seeds.
  public func accuracyChange(
    _ actual: [Int],
    before: [[Int]],
    after: [[Int]]
  ) -> Interval? {
    func scores(_ predictions: [[Int]]) -> [[Double]] {
      predictions.map { zip(actual, $0).map { $0 == $1 ? 1 : 0 } }
    }
    return meanChange(before: scores(before), after: scores(after))
  }

  /// The interval of the change in macro F1 over rows and seeds.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row.
  ///   - before: For each seed one prediction of every row.
  ///   - after: The same after the change.
  ///   - classCount: How many classes there are.
  /// - Returns: The interval of the change; nil without rows or seeds.
  public func macroF1Change(
    _ actual: [Int],
    before: [[Int]],
    after: [[Int]],
    classCount: Int
  ) -> Interval? {
    precondition(before.count == after.count, "a paired bootstrap needs both scores of a seed")
    return pairedInterval(rows: actual.count, seeds: before.count) { seed, rows in
      Metrics.macroF1(actual, after[seed], rows: rows, classCount: classCount)
        - Metrics.macroF1(actual, before[seed], rows: rows, classCount: classCount)
    }
  }

  /// What the values of the seeds say about the chance in them.
  private struct SeedSpread {
    /// The standard error of the mean over the seeds.
    var error = 0.0
    /// By how much the deviations that come from drawing rows count: the share that all seeds have in
    /// common, for the rest is in the error of the seeds already.
    var shared = 1.0

    init(_ whole: [Double], _ drawn: [[Double]]) {
      guard whole.count > 1 else { return }
      let count = Double(whole.count)
      let center = mean(whole)
      let squares = whole.reduce(0) { $0 + ($1 - center) * ($1 - center) }
      error = (squares / (count - 1) / count).squareRoot()
      let middles = drawn.map { mean($0) }
      let middle = mean(middles)
      let byRows = mean(middles.map { ($0 - middle) * ($0 - middle) })
      let own = zip(drawn, middles).reduce(0.0) { sum, item in
        zip(item.0, whole).reduce(sum) { sum, pair in
          let shift = (pair.0 - item.1) - (pair.1 - center)
          return sum + shift * shift
        }
      }
      let byPairs = own / Double(drawn.count) / (count - 1) / count
      shared = byRows > byPairs ? (1 - byPairs / byRows).squareRoot() : 0
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

extension CounterRandom {
  /// Draws from the standard normal distribution.
  mutating func normal() -> Double { normalQuantile(unit() + 0x1p-54) }

  /// Draws from Student's t distribution.
  mutating func studentT(_ degrees: Int) -> Double {
    let numerator = normal()
    var squares = 0.0
    for _ in 0..<degrees {
      let value = normal()
      squares += value * value
    }
    return numerator / (squares / Double(degrees)).squareRoot()
  }
}

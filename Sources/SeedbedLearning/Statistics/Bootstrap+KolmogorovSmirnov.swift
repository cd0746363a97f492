import SeedbedKernels

extension Bootstrap {
  /// The interval of the true distance of two distribution functions, around the Kolmogorov-Smirnov
  /// statistic of two samples.
  ///
  /// The statistic of a sample is too large on average, and that of a sample drawn from it larger yet, so
  /// quantiles of drawn statistics would miss the true distance most of the time. Here the largest
  /// deviation of the drawn functions' difference from the observed one is drawn; its quantile is how far
  /// the observed distance can be off. The interval holds the true distance about as often as stated
  /// where it is 0 and more often elsewhere, and it begins at 0 where the samples do not differ.
  ///
  /// - Parameters:
  ///   - first: One sample; values that are not numbers are left out.
  ///   - second: The other sample.
  /// - Returns: The interval around the statistic; nil when either sample is empty.
  /// - Complexity: O(n) a replicate.
  public func ksStatistic(_ first: [Double], _ second: [Double]) -> Interval? {
    guard let estimate = Metrics.ksStatistic(first, second) else { return nil }
    let sides = [first, second].map { $0.filter { !$0.isNaN }.sorted() }
    let places = Self.places(of: sides)
    var observed = [SIMD2<Int32>](repeating: .zero, count: places.count)
    for side in 0...1 {
      for place in places.ofSide[side] { observed[place][side] &+= 1 }
    }
    let deviations = Parallel.map(replicates, threads: threads) { replicate in
      var random = random(replicate)
      var surplus = observed.map { .zero &- $0 }
      for side in 0...1 {
        let own = places.ofSide[side]
        for _ in own { surplus[own[random.index(below: own.count)]][side] &+= 1 }
      }
      var reached = SIMD2<Int32>.zero
      var largest = 0.0
      for count in surplus {
        reached &+= count
        let deviation =
          Double(reached[0]) / Double(sides[0].count) - Double(reached[1]) / Double(sides[1].count)
        largest = max(largest, abs(deviation))
      }
      return largest
    }.sorted()
    let rank = (Double(replicates + 1) * confidence).rounded(.up)
    let reach = deviations[min(Int(rank), replicates) - 1]
    return Interval(
      estimate: estimate,
      lower: max(0, estimate - reach),
      upper: min(1, estimate + reach),
      confidence: confidence
    )
  }

  /// For each value of both sides its place among the distinct pooled values, and how many there are.
  private static func places(of sides: [[Double]]) -> (ofSide: [[Int]], count: Int) {
    var places = [[Int]](repeating: [], count: 2)
    var count = 0
    while places[0].count < sides[0].count || places[1].count < sides[1].count {
      let next = (0...1).compactMap { side in
        places[side].count < sides[side].count ? sides[side][places[side].count] : nil
      }.min()
      for side in 0...1 {
        while places[side].count < sides[side].count, sides[side][places[side].count] == next {
          places[side].append(count)
        }
      }
      count += 1
    }
    return (places, count)
  }
}

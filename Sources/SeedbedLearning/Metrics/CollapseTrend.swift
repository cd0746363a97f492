import SeedbedKernels

/// Whether a measure changes from generation to generation.
public struct GenerationTrend: Hashable, Sendable {
  /// What the values allow to say.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The measure falls, by more than chance explains.
    case falls
    /// The measure falls by less than what is tolerated, if at all.
    case holds
    /// There are too few values, or they vary too much, to say either.
    case cannotTell = "cannot tell"
  }

  /// The change a generation, by least squares.
  public let slope: Double
  /// The value at generation 0 by the same line.
  public let intercept: Double
  /// How likely chance alone gives so small a slope.
  public let pFalls: Double
  /// How likely a measure that falls by as much as is tolerated gives so large a slope.
  public let pHolds: Double
  /// What can be said.
  public let verdict: Verdict
}

extension Metrics {
  /// Tests whether a measure falls with the generation that rows were made in.
  ///
  /// The slope is compared with those of the values in other orders (a permutation test, exact for up to
  /// eight values). That it holds is shown in the same way: after adding the tolerated fall, the values
  /// must rise. Data made from data made from data loses its tails (Shumailov et al., "AI models
  /// collapse when trained on recursively generated data", 2024).
  ///
  /// - Parameters:
  ///   - depths: The generation of each value; several values of one are welcome.
  ///   - values: The measure, larger being better: a diversity, or a fidelity.
  ///   - tolerance: What fall a generation is tolerated, as a share of the mean at the first generation.
  ///   - significance: Up to which p something is said, between 0 and 1.
  ///   - permutations: How many orders are drawn when there are more than eight values.
  ///   - seed: The seed of all draws.
  /// - Returns: The trend; nil with fewer than three values, with one generation only, and when a number
  ///   is not finite.
  public static func generationTrend(
    depths: [Double],
    values: [Double],
    tolerance: Double = 0.02,
    significance: Double = 0.05,
    permutations: Int = 9999,
    seed: UInt64 = 0
  ) -> GenerationTrend? {
    precondition(depths.count == values.count, "each value needs its generation")
    precondition(tolerance >= 0, "a tolerance is not negative")
    guard depths.count > 2, (depths + values).allSatisfy(\.isFinite),
      let first = depths.min(), let last = depths.max(), first < last
    else { return nil }
    let count = Double(depths.count)
    let mean = (depth: depths.reduce(0, +) / count, value: values.reduce(0, +) / count)
    let steps = depths.map { $0 - mean.depth }
    let square = steps.reduce(0) { $0 + $1 * $1 }
    let slope = zip(steps, values).reduce(0) { $0 + $1.0 * ($1.1 - mean.value) } / square
    guard slope.isFinite else { return nil }
    let start = zip(depths, values).filter { $0.0 == first }.map(\.1)
    let allowed = tolerance * abs(start.reduce(0, +) / Double(start.count))
    let orders = SlopeOrders(steps: steps, permutations: permutations, seed: seed)
    let shares = orders.shares([values.map { -$0 }, zip(steps, values).map { $1 + allowed * $0 }])
    let (pFalls, pHolds) = (shares[0], shares[1])
    let holds = pHolds <= significance
    return GenerationTrend(
      slope: slope,
      intercept: mean.value - slope * mean.depth,
      pFalls: pFalls,
      pHolds: pHolds,
      verdict: holds ? .holds : (pFalls <= significance ? .falls : .cannotTell)
    )
  }
}

/// Orders of the generations, to compare the slope of the one in hand with.
private struct SlopeOrders {
  /// The largest number of values whose orders are all tried: 8! are 40,320.
  private static let fewest = 8
  private static let operation = hash64("generation trend")

  /// The generations less their mean.
  let steps: [Double]
  let permutations: Int
  let seed: UInt64

  /// For each list of values the share of orders with at least the slope of the one in hand, which
  /// counts too.
  func shares(_ lists: [[Double]]) -> [Double] {
    let values = lists.map { list in
      let mean = list.reduce(0, +) / Double(list.count)
      return list.map { $0 - mean }
    }
    // Equal slopes of other orders differ by rounding.
    let least = values.map { list in
      let slack = zip(steps, list).reduce(0) { $0 + abs($1.0 * $1.1) } * 1e-12
      return slope(steps, list) - slack
    }
    var hits = [Int](repeating: 0, count: lists.count)
    var total = 0
    func count(_ steps: [Double]) {
      total += 1
      for place in hits.indices where slope(steps, values[place]) >= least[place] {
        hits[place] += 1
      }
    }
    count(steps)
    if steps.count > Self.fewest {
      for draw in 0..<permutations {
        var random = CounterRandom(
          seed: seed,
          sample: 0,
          operation: Self.operation,
          draw: UInt64(draw)
        )
        var drawn = steps
        random.shuffle(&drawn)
        count(drawn)
      }
    } else {
      forEachOtherOrder(count)
    }
    return hits.map { Double($0) / Double(total) }
  }

  private func slope(_ steps: [Double], _ values: [Double]) -> Double {
    var sum = 0.0
    for place in steps.indices { sum += steps[place] * values[place] }
    return sum
  }

  /// All orders but the one in hand by Heap's method, each one exchange from the last.
  private func forEachOtherOrder(_ body: ([Double]) -> Void) {
    var order = steps
    var state = [Int](repeating: 0, count: order.count)
    var place = 1
    while place < order.count {
      if state[place] < place {
        order.swapAt(place % 2 == 0 ? 0 : state[place], place)
        body(order)
        state[place] += 1
        place = 1
      } else {
        state[place] = 0
        place += 1
      }
    }
  }
}

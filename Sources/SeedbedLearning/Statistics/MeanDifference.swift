import SeedbedKernels

/// Whether two means differ, by comparing with what exchanging the values would give.
///
/// Permutation tests (Fisher 1935) assume only that without a difference the values could be exchanged.
/// The p-value is `(1 + hits) / (1 + permutations)`, which is never 0 and valid at any number of
/// permutations (Phipson and Smyth 2010).
public enum MeanDifference {
  /// The two-sided p-value of the difference of the means of two independent samples.
  ///
  /// - Parameters:
  ///   - first: One sample.
  ///   - second: The other sample.
  ///   - permutations: How many random divisions to draw, from 1.
  ///   - seed: The seed of all draws.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The p-value, or nil when a sample is empty or a value is not finite.
  public static func permutationPValue(
    _ first: [Double],
    _ second: [Double],
    permutations: Int = 9999,
    seed: UInt64 = 0,
    threads: Int = 1
  ) -> Double? {
    precondition(permutations > 0, "a permutation test draws at least one permutation")
    let pooled = first + second
    guard !first.isEmpty, !second.isEmpty, pooled.allSatisfy(\.isFinite) else { return nil }
    let smaller = min(first.count, second.count)
    let mean = pooled.reduce(0, +) / Double(pooled.count)
    // Without their mean the sums of both sides are opposite, so that one of them tells.
    let values = pooled.map { $0 - mean }
    let seen =
      first.count == smaller
      ? values[..<smaller].reduce(0, +) : values[first.count...].reduce(0, +)
    return pValue(of: abs(seen), values, permutations: permutations, threads: threads) {
      var random = CounterRandom(seed: seed, sample: 0, operation: operation, draw: UInt64($0))
      var left = values
      var sum = 0.0
      for place in 0..<smaller {
        left.swapAt(place, place + random.index(below: left.count - place))
        sum += left[place]
      }
      return sum
    }
  }

  /// The two-sided p-value of a mean difference of pairs, whose signs could be exchanged.
  ///
  /// - Parameters:
  ///   - differences: For each pair, one value less the other.
  ///   - permutations: How many random choices of signs to draw, from 1.
  ///   - seed: The seed of all draws.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The p-value, or nil without pairs or when a value is not finite.
  public static func signFlipPValue(
    _ differences: [Double],
    permutations: Int = 9999,
    seed: UInt64 = 0,
    threads: Int = 1
  ) -> Double? {
    precondition(permutations > 0, "a permutation test draws at least one permutation")
    guard !differences.isEmpty, differences.allSatisfy(\.isFinite) else { return nil }
    let seen = abs(differences.reduce(0, +))
    return pValue(of: seen, differences, permutations: permutations, threads: threads) {
      var random = CounterRandom(seed: seed, sample: 1, operation: operation, draw: UInt64($0))
      var bits: UInt64 = 0
      var sum = 0.0
      for (place, value) in differences.enumerated() {
        if place % 64 == 0 { bits = random.next() }
        sum += bits & 1 == 0 ? value : -value
        bits >>= 1
      }
      return sum
    }
  }

  private static let operation = hash64("mean difference")

  private static func pValue(
    of seen: Double,
    _ values: [Double],
    permutations: Int,
    threads: Int,
    draw: (Int) -> Double
  ) -> Double {
    // Another order of the same values must count as equal although it may round otherwise.
    let slack = values.reduce(0) { $0 + abs($1) } * 1e-13
    let piece = 64
    let hits = Parallel.map((permutations + piece - 1) / piece, threads: threads) { index in
      (index * piece..<min((index + 1) * piece, permutations)).count {
        abs(draw($0)) >= seen - slack
      }
    }
    return Double(1 + hits.reduce(0, +)) / Double(1 + permutations)
  }
}

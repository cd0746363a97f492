extension Metrics {
  /// How close two distributions over the same cells are, as the area under their divergence curve
  /// (`mauve`).
  ///
  /// Pillutla et al., "MAUVE: Measuring the gap between neural text and human text using divergence
  /// frontiers" (2021). For 25 mixtures `r = λ p + (1 − λ) q` the curve has the points
  /// `(exp(−c KL(q‖r)), exp(−c KL(p‖r)))`, and ends at (0, 1) and (1, 0); the areas to either axis are
  /// averaged.
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each cell, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  ///   - scaling: The constant `c`, above 0; 5 is usual.
  /// - Returns: A number in 0...1, 1 for equal distributions; nil when either distribution is empty or
  ///   holds a negative number.
  public static func mauve(_ p: [Double], _ q: [Double], scaling: Double = 5) -> Double? {
    precondition(scaling > 0, "the scaling of a divergence curve is above 0")
    guard let (p, q) = shares(p, q) else { return nil }
    let points = 25
    var curve = [(0.0, 1.0), (1.0, 0.0)]
    for point in 0..<points {
      let share = 1e-6 + Double(point) * ((1 - 2e-6) / Double(points - 1))
      var divergences = (0.0, 0.0)
      for (a, b) in zip(p, q) {
        let mixed = share * a + (1 - share) * b
        if b > 0 { divergences.0 += b * PortableMath.log(b / mixed) }
        if a > 0 { divergences.1 += a * PortableMath.log(a / mixed) }
      }
      curve.append(
        (PortableMath.exp(-scaling * divergences.0), PortableMath.exp(-scaling * divergences.1))
      )
    }
    let byFirst = curve.sorted { ($0.0, $1.1) < ($1.0, $0.1) }
    let bySecond = curve.map { ($0.1, $0.0) }.sorted { ($0.0, $1.1) < ($1.0, $0.1) }
    return min((area(byFirst) + area(bySecond)) / 2, 1)
  }

  /// How far apart two distributions over the same cells are, averaged over all mixtures of them
  /// (`frontier_integral`; Liu et al., "Divergence frontiers for generative models", 2021).
  ///
  /// - Parameters:
  ///   - p: Counts or probabilities of each cell, from 0; they are normalised.
  ///   - q: The same of the other distribution.
  /// - Returns: A number in 0...1, 0 for equal distributions; nil when either distribution is empty or
  ///   holds a negative number.
  public static func frontierIntegral(_ p: [Double], _ q: [Double]) -> Double? {
    guard let (p, q) = shares(p, q) else { return nil }
    let sum = zip(p, q).reduce(0.0) { sum, pair in
      let (a, b) = pair
      if a == b { return sum }
      if a == 0 || b == 0 { return sum + max(a, b) / 4 }
      // Close shares cancel in the formula; the series of its difference is d² / (12 · mean).
      let (mean, difference) = ((a + b) / 2, a - b)
      if abs(difference) < 1e-3 * mean {
        return sum + difference * difference / (12 * mean)
      }
      let logarithms = PortableMath.log(a) - PortableMath.log(b)
      return sum + mean / 2 - a * b * logarithms / (2 * difference)
    }
    return min(max(2 * sum, 0), 1)
  }

  /// The area under points that are sorted by their first number, by trapezoids.
  private static func area(_ points: [(Double, Double)]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.1.0 - pair.0.0) * (pair.0.1 + pair.1.1) / 2
    }
  }
}

/// MAUVE of two sets of embedded texts, measured with several divisions into cells.
///
/// The vectors of both sets are divided into cells by spherical k-means and counted. Another seed gives
/// other cells and another value, so that mean and spread over seeds are stated. The value depends on
/// embedder, number of cells and number of texts; compare it only where all three are equal, and with
/// thousands of texts.
public struct MAUVEScore: Hashable, Sendable {
  /// The value for each seed.
  public let values: [Double]
  /// The frontier integral for each seed.
  public let frontierIntegrals: [Double]
  /// Into how many cells the vectors were divided.
  public let cells: Int
  /// How many vectors of the first set have a direction.
  public let firstCount: Int
  /// How many vectors of the second set have a direction.
  public let secondCount: Int

  /// The mean over seeds, in 0...1.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// The standard deviation over seeds (n − 1).
  public var deviation: Double { Metrics.standardDeviation(values, lostDegrees: 1) ?? 0 }

  /// Measures two sets of embedded texts.
  ///
  /// - Parameters:
  ///   - first: The vectors of one set.
  ///   - second: The vectors of the other set, of as many dimensions.
  ///   - cells: How many cells to make, from 2; nil for a tenth of the smaller set, in 2...500.
  ///   - seeds: How many divisions to average, from 1; with fewer than five the spread says little.
  ///   - seed: The seed of the first division.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The score, or nil when no vector of a set has a direction.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func measure(
    _ first: VectorTable,
    _ second: VectorTable,
    cells: Int? = nil,
    seeds: Int = 5,
    seed: UInt64 = 0,
    threads: Int
  ) async throws -> MAUVEScore? {
    precondition(first.dimensions == second.dimensions, "both sets need vectors of one length")
    precondition(seeds > 0 && cells ?? 2 > 1, "a score needs a seed and two cells")
    let tables = [first, second].map { table in
      let vectors = UnitVectors(table)
      return vectors.gathered(vectors.isUsable.indices.filter { vectors.isUsable[$0] })
    }
    let counts = tables.map(\.count)
    guard let smaller = counts.min(), smaller > 0 else { return nil }
    let wanted = cells ?? min(max(2, smaller / 10), 500)
    var pooled = tables[0]
    pooled.append(tables[1])
    var values: [Double] = []
    var integrals: [Double] = []
    for number in 0..<seeds {
      let division = try await SphericalKMeans(
        pooled,
        cells: wanted,
        seed: seed &+ UInt64(number),
        threads: threads
      )
      let nearest = try await CosineSearch.nearest(
        pooled,
        in: division.centroids,
        count: 1,
        threads: threads
      )
      var p = [Double](repeating: 0, count: division.centroids.count)
      var q = p
      for (row, list) in nearest.enumerated() {
        guard let cell = list.first?.index else { continue }
        if row < counts[0] { p[cell] += 1 } else { q[cell] += 1 }
      }
      guard let value = Metrics.mauve(p, q), let integral = Metrics.frontierIntegral(p, q) else {
        return nil
      }
      values.append(value)
      integrals.append(integral)
    }
    return MAUVEScore(
      values: values,
      frontierIntegrals: integrals,
      cells: wanted,
      firstCount: counts[0],
      secondCount: counts[1]
    )
  }
}

import SeedbedKernels

/// Chooses how many directions a screen looks at: few are fast to multiply, but leave more pairs
/// whose exact product is needed.
///
/// The choice is made on samples at fixed places and changes only the time of a search, never its
/// result.
enum ScreenPlan {
  /// The multiplications that take as long as one exact product of a candidate.
  private static let candidateCost = 16_000.0
  /// What the rounding to bytes typically adds to a bound.
  private static let roundingAllowance: Float = 0.02
  private static let step = 32

  /// Chooses a projection for comparing each vector of one table with each of another.
  ///
  /// - Parameters:
  ///   - left: One table.
  ///   - right: The other, or the same.
  ///   - threshold: The least cosine that is looked for; nil for that of nearest neighbours.
  /// - Returns: The projection expected to take the least time.
  static func projection(
    _ left: UnitVectors,
    _ right: UnitVectors,
    threshold: Float?
  ) -> Projection {
    let dimensions = left.dimensions
    let all = Projection(dimensions: dimensions)
    let largest = min(256, dimensions * 3 / 4) / step * step
    // For fewer pairs the sampling would take longer than it saves.
    guard largest > 0, Double(left.count) * Double(right.count) > 1e8 else { return all }
    // Directions fit the vectors they were found on better than others, so those are not asked.
    let queries = sample(left, 256, quarter: 0)
    let found = sample(right, 256, quarter: 1)
    let training = sample(left, 512, quarter: 2) + sample(right, 512, quarter: 3)
    let directions = PrincipalDirections.find(
      training.flatMap(\.self),
      dimensions: dimensions,
      count: largest
    )
    let costs = costs(queries, found, directions, threshold: threshold)
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }),
      best < costs.count - 1
    else { return all }
    let chosen = Array(directions[..<((best + 1) * step)])
    return Projection(
      directions: PrincipalDirections.balanced(chosen),
      dimensions: dimensions
    )
  }

  /// The expected multiplications a pair for 32, 64, … directions and, last, for all numbers.
  private static func costs(
    _ queries: [[Float]],
    _ found: [[Float]],
    _ directions: [[Float]],
    threshold: Float?
  ) -> [Double] {
    let dimensions = directions[0].count
    let parts = [queries, found].map { vectors in
      vectors.map { vector in directions.map { dot($0.span, vector.span) } }
    }
    let lengths = parts.map { $0.map(cumulativeSquares) }
    let steps = directions.count / step
    var candidates = [Int](repeating: 0, count: steps + 1)
    var pairs = 0
    for (a, query) in queries.enumerated() {
      let exact = found.map { dot(query.span, $0.span) }
      let least = threshold ?? exact.lazy.filter { $0 < 0.9999 }.max() ?? 1
      // A vector met again says nothing about pairs of different ones.
      for b in found.indices where exact[b] < 0.9999 {
        pairs += 1
        if exact[b] + roundingAllowance >= least { candidates[steps] += 1 }
        var product: Float = 0
        for end in 0..<steps {
          for index in end * step..<(end + 1) * step {
            product += parts[0][a][index] * parts[1][b][index]
          }
          let rest = (1 - lengths[0][a][end]) * (1 - lengths[1][b][end])
          let bound = product + max(0, rest).squareRoot() + roundingAllowance
          if bound >= least { candidates[end] += 1 }
        }
      }
    }
    return (0...steps).map { end in
      let depth = end < steps ? (end + 1) * step : dimensions
      return Double(depth) + candidateCost * Double(candidates[end]) / Double(max(1, pairs))
    }
  }

  /// The squared lengths of a vector's first 32, 64, … numbers.
  private static func cumulativeSquares(_ parts: [Float]) -> [Float] {
    var sum: Float = 0
    return stride(from: 0, to: parts.count, by: step).map { start in
      for value in parts[start..<start + step] { sum += value * value }
      return min(sum, 1)
    }
  }

  /// Vectors at even distances, other ones for each quarter of a distance.
  private static func sample(_ vectors: UnitVectors, _ count: Int, quarter: Int) -> [[Float]] {
    let taken = min(count, vectors.count)
    return (0..<taken).compactMap { number in
      let index = (4 * number + quarter) * vectors.count / (4 * taken)
      let start = index * vectors.dimensions
      return vectors.isUsable[index]
        ? Array(vectors.values[start..<start + vectors.dimensions]) : nil
    }
  }
}

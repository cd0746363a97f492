import SeedbedKernels

extension Metrics {
  /// The mean cosine of all pairs of different vectors (`mean_pairwise_cosine`).
  ///
  /// From the length of the sum of the unit vectors, `(|Σx|² − n) / (n (n − 1))`, so no pair is formed.
  ///
  /// - Parameter table: The vectors; those without a direction are left out.
  /// - Returns: A number in -1...1, or nil with fewer than two vectors.
  /// - Complexity: O(numbers).
  public static func meanPairwiseCosine(_ table: VectorTable) -> Double? {
    let (square, count) = squaredSum(UnitVectors(table))
    guard count > 1 else { return nil }
    return min(max((square - count) / (count * (count - 1)), -1), 1)
  }

  /// One less the mean similarity of all pairs of items, each with itself included (`IntDiv_p`).
  ///
  /// Benhenda, "ChemGAN challenge for drug discovery" (2017).
  ///
  /// - Parameters:
  ///   - kernel: `count * count` similarities, row by row.
  ///   - count: The number of items.
  ///   - power: The power of a similarity, from 1.
  /// - Returns: At most 1 for whole powers; nil without items and where a number is not finite.
  public static func internalDiversity(
    kernel: [Double],
    count: Int,
    power: Int = 1
  ) -> Double? {
    precondition(kernel.count == count * count, "a kernel has count * count numbers")
    precondition(power > 0, "the power is at least 1")
    guard count > 0 else { return nil }
    let sum = kernel.reduce(0.0) { sum, similarity in
      sum + (1..<power).reduce(similarity) { product, _ in product * similarity }
    }
    let value = 1 - sum / (Double(count) * Double(count))
    return value.isFinite ? value : nil
  }

  /// One less the mean cosine of all pairs of vectors, each with itself included (`IntDiv_1`).
  ///
  /// - Parameter table: The vectors; those without a direction are left out.
  /// - Returns: A number in 0...1, or nil without vectors.
  /// - Complexity: O(numbers).
  public static func internalDiversity(_ table: VectorTable) -> Double? {
    let (square, count) = squaredSum(UnitVectors(table))
    guard count > 0 else { return nil }
    return min(max(1 - square / (count * count), 0), 1)
  }

  /// The squared length of the sum of unit vectors, and how many there are.
  private static func squaredSum(_ vectors: UnitVectors) -> (square: Double, count: Double) {
    var sums = [Double](repeating: 0, count: vectors.dimensions)
    for start in stride(from: 0, to: vectors.values.count, by: vectors.dimensions) {
      for column in sums.indices { sums[column] += Double(vectors.values[start + column]) }
    }
    let count = vectors.isUsable.count { $0 }
    return (sums.reduce(0) { $0 + $1 * $1 }, Double(count))
  }
}

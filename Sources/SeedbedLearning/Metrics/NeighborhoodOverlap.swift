/// How far two sets of vectors cover each other, by balls around their members (`prdc`).
///
/// Kynkäänniemi et al., "Improved precision and recall metric" (2019), and Naeem et al., "Reliable
/// fidelity and diversity metrics" (2020). Each vector has a ball that reaches to its k-th nearest
/// neighbour in its own set; what lies on the rim is outside.
public struct NeighborhoodOverlap: Hashable, Sendable {
  /// What the distance of two vectors is.
  public enum Distance: String, Hashable, Sendable, CaseIterable {
    /// The length of their difference.
    case euclidean
    /// The same after each vector is made one long, which ranks as the cosine does.
    case cosine
  }

  /// The share of synthetic vectors in the ball of a real one (are they realistic).
  public let precision: Double
  /// The share of real vectors in the ball of a synthetic one (is all reached).
  public let recall: Double
  /// In how many real balls a synthetic vector lies, over k; from 0, about 1 for equal distributions.
  public let density: Double
  /// The share of real balls that hold a synthetic vector; single outliers do not widen it as `recall`.
  public let coverage: Double
  /// The synthetic rows in no real ball, ascending.
  public let unrealistic: [Int]
  /// The real rows without a synthetic one in their ball, ascending.
  public let uncovered: [Int]
}

extension Metrics {
  /// Measures precision, recall, density and coverage of synthetic vectors (`compute_prdc`).
  ///
  /// All four depend on the numbers of rows: compare at the same ones.
  ///
  /// - Parameters:
  ///   - synthetic: The synthetic vectors.
  ///   - real: The real vectors, of as many dimensions.
  ///   - neighbors: To which neighbour a ball reaches, from 1.
  ///   - distance: What the distance of two vectors is.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The measures; nil when a set has not more vectors than `neighbors`. Vectors that are not
  ///   finite, and for the cosine those without a direction, are left out.
  /// - Complexity: O(rows² · dimensions); draw some thousand rows of larger sets.
  public static func neighborhoodOverlap(
    _ synthetic: VectorTable,
    real: VectorTable,
    neighbors: Int = 5,
    distance: NeighborhoodOverlap.Distance = .euclidean,
    threads: Int = 1
  ) -> NeighborhoodOverlap? {
    precondition(synthetic.dimensions == real.dimensions, "the tables differ in their dimensions")
    precondition(neighbors > 0, "a ball reaches at least to the nearest neighbour")
    let (realRows, realTable) = usable(real, distance)
    let (syntheticRows, syntheticTable) = usable(synthetic, distance)
    guard realRows.count > neighbors, syntheticRows.count > neighbors else { return nil }
    let realRadii = squaredRadii(realTable, neighbors, threads: threads)
    let syntheticRadii = squaredRadii(syntheticTable, neighbors, threads: threads)
    let distances = SquaredDistances(realTable, syntheticTable)
    let counts = BallCounts(distances, realRadii, syntheticRadii, threads: threads)
    let (realCount, syntheticCount) = (Double(realRows.count), Double(syntheticRows.count))
    let inReal = counts.ballsOfSynthetic
    return NeighborhoodOverlap(
      precision: Double(inReal.count { $0 > 0 }) / syntheticCount,
      recall: Double(counts.isReached.count { $0 }) / realCount,
      density: Double(inReal.reduce(0, +)) / (Double(neighbors) * syntheticCount),
      coverage: Double(counts.isCovered.count { $0 }) / realCount,
      unrealistic: syntheticRows.indices.filter { inReal[$0] == 0 }.map { syntheticRows[$0] },
      uncovered: realRows.indices.filter { !counts.isCovered[$0] }.map { realRows[$0] }
    )
  }

  /// The rows that can be compared, and their vectors.
  private static func usable(
    _ table: VectorTable,
    _ distance: NeighborhoodOverlap.Distance
  ) -> ([Int], VectorTable) {
    switch distance {
    case .euclidean:
      let rows = (0..<table.count).filter { table[$0].allSatisfy(\.isFinite) }
      return (rows, table.rows(rows))
    case .cosine:
      let vectors = UnitVectors(table)
      let rows = vectors.isUsable.indices.filter { vectors.isUsable[$0] }
      return (rows, vectors.gathered(rows))
    }
  }

  /// The squared distance of each vector to its k-th nearest neighbour in the same table.
  private static func squaredRadii(
    _ table: VectorTable,
    _ neighbors: Int,
    threads: Int
  ) -> [Double] {
    let distances = SquaredDistances(table, table)
    let size = 64
    let pieces = Parallel.map((table.count + size - 1) / size, threads: threads) { piece in
      let range = piece * size..<min(table.count, (piece + 1) * size)
      var nearest = range.map { _ in NearestDistances(count: neighbors) }
      distances.forEachBlock(of: range) { first, bounds in
        let width = bounds.count / range.count
        bounds.withUnsafeBufferPointer { bounds in
          for (place, row) in range.enumerated() {
            for column in 0..<width {
              let bound = bounds[place * width + column]
              // Written so that what is not a number goes on to the exact distance.
              if bound > nearest[place].largest || nearest[place].largest == 0 { continue }
              guard first + column != row else { continue }
              nearest[place].insert(distances.exact(row, first + column))
            }
          }
        }
      }
      return nearest.map(\.largest)
    }
    return pieces.flatMap(\.self)
  }
}

/// The smallest of the distances seen so far, ascending.
private struct NearestDistances {
  private let count: Int
  private var values: [Double] = []
  /// The largest of them, infinite as long as there are too few.
  private(set) var largest = Double.infinity

  init(count: Int) { self.count = count }

  mutating func insert(_ value: Double) {
    guard value < largest else { return }
    if values.count == count { values.removeLast() }
    values.insert(value, at: values.firstIndex { $0 > value } ?? values.count)
    if values.count == count { largest = values[count - 1] }
  }
}

/// Which vectors lie in the balls of the other set.
private struct BallCounts {
  /// In how many real balls each synthetic vector lies.
  private(set) var ballsOfSynthetic: [Int]
  /// Whether each real ball holds a synthetic vector.
  private(set) var isCovered: [Bool] = []
  /// Whether each real vector lies in a synthetic ball.
  private(set) var isReached: [Bool] = []

  /// What one piece of the real rows finds.
  private struct Piece {
    var balls: [Int32]
    var isCovered: [Bool]
    var isReached: [Bool]
  }

  init(
    _ distances: SquaredDistances,
    _ realRadii: [Double],
    _ syntheticRadii: [Double],
    threads: Int
  ) {
    let size = 1024
    let count = realRadii.count
    let pieces = Parallel.map((count + size - 1) / size, threads: threads) { piece in
      Self.count(
        piece * size..<min(count, (piece + 1) * size),
        distances,
        realRadii,
        syntheticRadii
      )
    }
    ballsOfSynthetic = [Int](repeating: 0, count: syntheticRadii.count)
    for piece in pieces {
      for (row, balls) in piece.balls.enumerated() { ballsOfSynthetic[row] += Int(balls) }
      isCovered += piece.isCovered
      isReached += piece.isReached
    }
  }

  private static func count(
    _ rows: Range<Int>,
    _ distances: SquaredDistances,
    _ realRadii: [Double],
    _ syntheticRadii: [Double]
  ) -> Piece {
    var found = Piece(
      balls: [Int32](repeating: 0, count: syntheticRadii.count),
      isCovered: [Bool](repeating: false, count: rows.count),
      isReached: [Bool](repeating: false, count: rows.count)
    )
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 64) {
      let range = start..<min(rows.upperBound, start + 64)
      distances.forEachBlock(of: range) { first, bounds in
        let width = bounds.count / range.count
        bounds.withUnsafeBufferPointer { bounds in
          for (place, row) in range.enumerated() {
            let radius = realRadii[row]
            for column in first..<(first + width) {
              let bound = bounds[place * width + column - first]
              let other = syntheticRadii[column]
              if bound >= radius || radius == 0, bound >= other || other == 0 { continue }
              var distance = bound + distances.slack(row, column)
              if !(distance < min(radius, other)) { distance = distances.exact(row, column) }
              if distance < radius {
                found.balls[column] += 1
                found.isCovered[row - rows.lowerBound] = true
              }
              if distance < other { found.isReached[row - rows.lowerBound] = true }
            }
          }
        }
      }
    }
    return found
  }
}

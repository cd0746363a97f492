import SeedbedKernels

/// Divides vectors into cells by direction (spherical k-means; Dhillon & Modha 2001).
///
/// Trained on a sample for a fixed number of rounds from seeds that lie far apart (k-means++; Arthur &
/// Vassilvitskii 2007). Depends on the vectors, the count and the seed only, never on threads.
public struct SphericalKMeans: Sendable {
  private static let rounds = 8
  private static let trainingPerCell = 64
  private static let seedingPerCell = 16

  /// The cells' mean directions, each of length 1.
  public let centroids: VectorTable

  /// Finds mean directions.
  ///
  /// - Parameters:
  ///   - table: The vectors; those without a direction are left out.
  ///   - cells: How many cells to make, at least 1; fewer when there are fewer distinct vectors.
  ///   - seed: Chooses the sample and the first centroids.
  ///   - threads: The most threads, at least 1.
  /// - Throws: `CancellationError` when the task is cancelled.
  public init(_ table: VectorTable, cells: Int, seed: UInt64, threads: Int) async throws {
    precondition(cells > 0, "vectors are divided into at least one cell")
    let vectors = UnitVectors(table)
    let usable = vectors.isUsable.indices.filter { vectors.isUsable[$0] }
    var random = CounterRandom(seed: seed, sample: "cells", operation: "k-means", draw: 0)
    let drawn = random.sample(cells * Self.trainingPerCell, of: usable.count)
    let training = vectors.gathered(drawn.map { usable[$0] })
    let first = random.sample(cells * Self.seedingPerCell, of: drawn.count)
    var centroids = Self.seeds(UnitVectors(training).gathered(first), cells, &random)
    for _ in 0..<Self.rounds where centroids.count > 1 {
      let nearest = try await CosineSearch.nearest(
        training,
        in: centroids,
        count: 1,
        threads: threads
      )
      centroids = Self.means(training, nearest, centroids)
    }
    self.centroids = centroids
  }

  /// Draws vectors one by one, each in proportion to its distance from those drawn before.
  private static func seeds(
    _ table: VectorTable,
    _ cells: Int,
    _ random: inout CounterRandom
  ) -> VectorTable {
    var seeds = VectorTable(dimensions: table.dimensions)
    var distances = [Double](repeating: 1, count: table.count)
    let vectors = UnitVectors(table)
    while seeds.count < cells, let index = random.weightedIndex(distances) {
      seeds.append(vectors.gathered([index]))
      for other in distances.indices {
        let distance = 1 - Double(vectors.cosine(index, vectors, other))
        // Rounding leaves a vector at a tiny distance from itself.
        distances[other] = min(distances[other], distance < 1e-6 ? 0 : distance)
      }
    }
    return seeds
  }

  /// The mean direction of each centroid's vectors; one that has none keeps its own.
  private static func means(
    _ table: VectorTable,
    _ nearest: [[Neighbor]],
    _ centroids: VectorTable
  ) -> VectorTable {
    let dimensions = table.dimensions
    var sums = [Double](repeating: 0, count: centroids.values.count)
    for (index, list) in nearest.enumerated() {
      guard let cell = list.first?.index else { continue }
      for at in 0..<dimensions {
        sums[cell * dimensions + at] += Double(table.values[index * dimensions + at])
      }
    }
    var values = centroids.values
    for cell in 0..<centroids.count {
      let range = cell * dimensions..<(cell + 1) * dimensions
      let length = sums[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-9 else { continue }
      for at in range { values[at] = Float(sums[at] / length) }
    }
    return VectorTable(dimensions: dimensions, values: values)
  }
}

public import SeedbedData
import SeedbedKernels
public import SeedbedLearning

/// A part of the reference set with no real training row near.
public struct UncoveredRegion: Sendable, Hashable {
  /// The words that tell the region from the training rows, strongest first.
  public var terms: [String]
  /// Uncovered rows of the reference set in it, the most typical first; of those that were looked at.
  public var rows: [Int]
  /// The share of the reference rows that lie in it uncovered, with its 95 % interval.
  public var share: Interval
  /// The share of training rows that lie as far from all others, by the same rule.
  public var trainingShare: Double
  /// The mean distance of its rows from their nearest training rows, 1 less the cosine.
  public var distance: Double
  /// The label that a classifier gives most of its rows; nil without labels.
  public var label: String?
  /// The cell of the project's dimensions that sets most of its rows apart from the training rows; nil where none
  /// does.
  public var cell: Cell?
  /// The probability of so many rows by chance, among all regions (Benjamini-Hochberg).
  public var adjustedP: Double

  /// The words in one line.
  public var name: String { terms.joined(separator: " · ") }
}

/// Finds regions of the reference set that the training rows do not reach.
///
/// A row is uncovered when the mean distance of its `neighbors` nearest training rows is beyond the
/// training set's own 95 % quantile, for which every training row is held against the rows outside of its
/// own group of near-duplicates. One row in twenty is uncovered by that rule even in the training set, so
/// uncovered rows are clustered, and a cluster is a region only where it holds significantly more of
/// the reference set than of the training set (Fisher's exact test, false discovery rate 5 %).
public struct UncoveredRegions: Sendable, Hashable {
  /// How many neighbours the distance is a mean of.
  public static let neighbors = 3
  /// The quantile of the training set's own distances.
  public static let quantile = 0.95
  /// The most rows of either set that are looked at; beyond, a sample.
  public static let mostRows = 5_000
  /// The fewest uncovered rows of a region.
  public static let leastRows = 5
  private static let rowsPerCluster = 15
  private static let mostClusters = 24
  /// Neighbours that may be of a row's own group before enough others are found.
  private static let spareNeighbors = 12

  /// The regions, the largest first.
  public var regions: [UncoveredRegion]
  /// The distance from which a row is uncovered.
  public var limit: Double
  /// The share of the reference rows that are uncovered, with its 95 % interval; about 0.05 is nothing.
  public var share: Interval
  /// How many reference rows were looked at.
  public var asked: Int

  /// Finds them.
  ///
  /// - Parameter evidence: What to look at.
  /// - Returns: Nil without vectors or without a reference set.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func find(in evidence: LearnedEvidence) async throws -> UncoveredRegions? {
    guard let vectors = evidence.vectors, let reference = evidence.reference,
      let referenceVectors = evidence.referenceVectors, vectors.count > neighbors,
      reference.count > 0, vectors.dimensions == referenceVectors.dimensions
    else { return nil }
    var random = CounterRandom(
      seed: evidence.seed,
      sample: "",
      operation: "uncovered regions",
      draw: 0
    )
    let own = random.sample(mostRows, of: vectors.count)
    let asked = random.sample(mostRows, of: reference.count)
    let groups = evidence.rows.groups
    let ownDistances = try await distances(
      vectors.rows(own),
      in: vectors,
      evidence.threads
    ) { position, other in groups[own[position]] != groups[other] }
    let distances = try await distances(
      referenceVectors.rows(asked),
      in: vectors,
      evidence.threads
    ) { _, _ in true }
    let sorted = ownDistances.compactMap(\.self).sorted()
    guard !sorted.isEmpty else { return nil }
    let limit = sorted[min(sorted.count - 1, Int(Double(sorted.count) * quantile))]
    func isFar(_ distance: Double?) -> Bool { distance.map { $0 > limit } ?? false }
    let far = asked.indices.filter { isFar(distances[$0]) }
    let ownFar = own.indices.filter { isFar(ownDistances[$0]) }
    let clusters = try await FarClusters(
      far.map { asked[$0] },
      distances: far.map { distances[$0] ?? 0 },
      ownFar.map { own[$0] },
      evidence,
      count: min(mostClusters, max(1, far.count / rowsPerCluster))
    )
    return UncoveredRegions(
      regions: clusters.regions(asked: asked.count, own: own.count),
      limit: limit,
      share: Interval.wilson(successes: far.count, trials: asked.count),
      asked: asked.count
    )
  }

  /// The mean distance of each vector from its nearest ones in a table; nil where it has too few.
  private static func distances(
    _ queries: VectorTable,
    in table: VectorTable,
    _ threads: Int,
    counts: (_ query: Int, _ row: Int) -> Bool
  ) async throws -> [Double?] {
    let found = try await CosineSearch.nearest(
      queries,
      in: table,
      count: min(neighbors + spareNeighbors, table.count),
      threads: threads
    )
    return found.enumerated().map { position, list in
      let near = list.filter { counts(position, $0.index) }.prefix(neighbors)
      guard near.count == neighbors else { return nil }
      return 1 - near.reduce(0) { $0 + Double($1.cosine) } / Double(neighbors)
    }
  }
}

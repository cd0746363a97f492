import SeedbedKernels
public import SeedbedLearning

/// Groups texts by meaning and names each group by its words.
///
/// The middles of the groups are the texts that best represent all (facility location, on a sample
/// where there are many), and every text belongs to the nearest middle. A name has up to three
/// words by class-based TF-IDF (Grootendorst 2022), without function words.
public struct NamedClusters: Sendable, Hashable {
  /// A group of texts.
  public struct Cluster: Sendable, Hashable {
    /// The words that tell the group from the others, strongest first; empty for texts without any.
    public var terms: [String]
    /// The position of the text in its middle.
    public var example: Int
    /// How many texts it has.
    public var size: Int
    /// The mean cosine of its texts with the middle, the middle itself included.
    public var cohesion: Double

    /// The words in one line.
    public var name: String { terms.joined(separator: " · ") }
  }

  /// The groups, the largest first.
  public var clusters: [Cluster]
  /// The group of each text; nil for a text whose vector is zeros.
  public var assignment: [Int?]

  /// Beyond this many texts the middles are chosen among a sample of as many.
  public static let largestPool = 4000

  /// Groups texts.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - vectors: A vector for each of them.
  ///   - count: How many groups, at most; fewer if there are fewer different texts.
  ///   - language: The language of the texts, for the function words.
  ///   - seed: The seed of the sample.
  ///   - threads: The most threads, at least 1.
  /// - Returns: The groups.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func find(
    texts: [String],
    vectors: VectorTable,
    count: Int,
    language: String = "en",
    seed: UInt64 = 0,
    threads: Int = 1
  ) async throws -> NamedClusters {
    precondition(texts.count == vectors.count, "the clusters need one vector a text")
    var random = CounterRandom(seed: seed, sample: "", operation: "clusters", draw: 0)
    let pool = random.sample(largestPool, of: texts.count)
    let choice = try await DiverseSelection.facilityLocation(
      vectors.rows(pool),
      count: count,
      threads: threads
    )
    // A middle that adds nothing repeats another one.
    let middles = zip(choice.rows, choice.gains).filter { $0.1 > 1e-6 }.map { pool[$0.0] }
    let nearest = try await CosineSearch.nearest(
      vectors,
      in: vectors.rows(middles),
      count: 1,
      threads: threads
    )
    return NamedClusters(texts, middles, nearest.map(\.first), language: language)
  }

  private init(_ texts: [String], _ middles: [Int], _ nearest: [Neighbor?], language: String) {
    var sizes = [Int](repeating: 0, count: middles.count)
    var sums = [Double](repeating: 0, count: middles.count)
    for case let neighbor? in nearest {
      sizes[neighbor.index] += 1
      sums[neighbor.index] += Double(neighbor.cosine)
    }
    let terms = ClusterTerms(texts, nearest.map { $0?.index }, count: middles.count, language)
    let order = middles.indices.filter { sizes[$0] > 0 }
      .sorted { (sizes[$1], middles[$0]) < (sizes[$0], middles[$1]) }
    clusters = order.map { index in
      Cluster(
        terms: terms.strongest(in: index),
        example: middles[index],
        size: sizes[index],
        cohesion: sums[index] / Double(sizes[index])
      )
    }
    var places = [Int?](repeating: nil, count: middles.count)
    for (place, index) in order.enumerated() { places[index] = place }
    assignment = nearest.map { $0.flatMap { places[$0.index] } }
  }
}

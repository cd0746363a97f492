import SeedbedData
import SeedbedKernels
public import SeedbedLearning

/// Measures how varied a set of texts is.
public struct DiversityMeter: Sendable {
  /// Above this many rows a sample of as many is measured.
  public var largestSample: Int
  /// The most rows that are asked for their nearest neighbour.
  public var nearestSample: Int
  /// How many of the largest groups are named.
  public var clusterCount: Int
  /// The language of the texts, for the names of groups.
  public var language: String
  /// The seed of all samples.
  public var seed: UInt64
  /// The most threads, at least 1.
  public var threads: Int

  /// Makes a meter.
  ///
  /// - Parameters:
  ///   - largestSample: Above this many rows a sample of as many is measured.
  ///   - nearestSample: The most rows that are asked for their nearest neighbour.
  ///   - clusterCount: How many of the largest groups are named.
  ///   - language: The language of the texts.
  ///   - seed: The seed of all samples.
  ///   - threads: The most threads, at least 1.
  public init(
    largestSample: Int = 50_000,
    nearestSample: Int = 2000,
    clusterCount: Int = 10,
    language: String = "en",
    seed: UInt64 = 0,
    threads: Int = 1
  ) {
    self.largestSample = largestSample
    self.nearestSample = nearestSample
    self.clusterCount = clusterCount
    self.language = language
    self.seed = seed
    self.threads = threads
  }

  /// Measures texts with the vectors that an embedder makes of them.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - labels: A label or nil for each; nil when there are none.
  ///   - embedder: Any embedder; above the largest sample only the sample is embedded.
  ///   - nearPatterns: How many groups of near-duplicates there are, when that is known.
  /// - Returns: The measures.
  /// - Throws: What the embedder throws; `CancellationError` when the task is cancelled.
  public func measure(
    _ texts: [String],
    labels: [String?]? = nil,
    embedder: some Embedder,
    nearPatterns: Int? = nil
  ) async throws -> DiversityReport {
    let sample = sample(of: texts.count)
    let chosen = sample.map { texts[$0] }
    let vectors = try await embedder.embed(chosen, threads: threads)
    let labels = try labels.map { labels in
      try Self.check(texts, labels)
      return sample.map { labels[$0] }
    }
    return try await measure(sample, of: texts.count, chosen, labels, vectors, nearPatterns)
  }

  /// Measures texts with their vectors.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - labels: A label or nil for each; nil when there are none.
  ///   - vectors: A vector for each text.
  ///   - nearPatterns: How many groups of near-duplicates there are, when that is known.
  /// - Returns: The measures.
  /// - Throws: A `SeedbedError` for counts that do not match; `CancellationError` when the task is
  ///   cancelled.
  public func measure(
    _ texts: [String],
    labels: [String?]? = nil,
    vectors: VectorTable,
    nearPatterns: Int? = nil
  ) async throws -> DiversityReport {
    guard vectors.count == texts.count else {
      throw SeedbedError(
        .usage,
        "\(texts.count) texts came with \(vectors.count) vectors",
        hint: "give one vector for each text"
      )
    }
    if let labels { try Self.check(texts, labels) }
    let sample = sample(of: texts.count)
    return try await measure(
      sample,
      of: texts.count,
      sample.map { texts[$0] },
      labels.map { labels in sample.map { labels[$0] } },
      vectors.rows(sample),
      nearPatterns
    )
  }

  private static func check(_ texts: [String], _ labels: [String?]) throws {
    guard labels.count == texts.count else {
      throw SeedbedError(
        .usage,
        "\(texts.count) texts came with \(labels.count) labels",
        hint: "give one label, or nil, for each text"
      )
    }
  }

  private func sample(of count: Int) -> [Int] {
    var random = CounterRandom(seed: seed, sample: "", operation: "diversity sample", draw: 0)
    return random.sample(largestSample, of: count)
  }

  private func measure(
    _ sample: [Int],
    of rows: Int,
    _ texts: [String],
    _ labels: [String?]?,
    _ vectors: VectorTable,
    _ nearPatterns: Int?
  ) async throws -> DiversityReport {
    let isSampled = sample.count < rows
    let views = try await LabelledTexts(
      texts: texts,
      labels: [String?](repeating: nil, count: texts.count)
    ).views(threads: threads)
    let patterns = patterns(vectors)
    try Task.checkCancellation()
    let nearest = try await NearestCosine(
      vectors,
      count: nearestSample,
      seed: seed,
      threads: threads
    )
    var clusters = try await NamedClusters.find(
      texts: texts,
      vectors: vectors,
      count: max(clusterCount, min(Self.mostClusters, Int((patterns.best ?? 1).rounded()))),
      language: language,
      seed: seed,
      threads: threads
    ).clusters.prefix(clusterCount)
    for index in clusters.indices { clusters[index].example = sample[clusters[index].example] }
    return DiversityReport(
      rows: rows,
      measuredRows: sample.count,
      distinctRows: Set(views).count,
      nearPatterns: nearPatterns,
      patterns: patterns,
      interval: isSampled ? interval(vectors, around: patterns.shannon) : nil,
      nearestCosine: nearest.mean,
      nearestInterval: nearest.interval,
      nearestSample: nearest.asked,
      distinct1: Metrics.distinctN(texts, n: 1),
      distinct2: Metrics.distinctN(texts, n: 2),
      labels: try labels.map { try self.labels($0, views, vectors) } ?? [],
      clusters: Array(clusters)
    )
  }

  /// The most groups into which a set is divided before the largest are named.
  private static let mostClusters = 64

  private func patterns(_ vectors: VectorTable) -> DiversityReport.Patterns {
    DiversityReport.Patterns(
      shannon: Metrics.vendiScore(vectors, order: 1, threads: threads),
      quadratic: Metrics.vendiScore(vectors, order: 2, threads: threads)
    )
  }

  private func labels(
    _ labels: [String?],
    _ views: [Digest128],
    _ vectors: VectorTable
  ) throws -> [DiversityReport.Label] {
    var members: [String: [Int]] = [:]
    for (row, label) in labels.enumerated() {
      if let label { members[label, default: []].append(row) }
    }
    return try members.map { label, rows in
      try Task.checkCancellation()
      return DiversityReport.Label(
        label: label,
        rows: rows.count,
        distinctRows: Set(rows.map { views[$0] }).count,
        patterns: patterns(vectors.rows(rows))
      )
    }.sorted { ($0.share, $0.label) < ($1.share, $1.label) }
  }

  /// The interval of the effective number of a sample, from the spread of its tenths (the method of
  /// random groups, Wolter 1985, with Student's t of nine degrees of freedom).
  private func interval(_ vectors: VectorTable, around estimate: Double?) -> Interval? {
    let groups = 10
    guard let estimate, vectors.count >= 10 * groups else { return nil }
    var order = Array(0..<vectors.count)
    var random = CounterRandom(seed: seed, sample: "", operation: "diversity groups", draw: 0)
    random.shuffle(&order)
    let scores = (0..<groups).compactMap { group in
      let rows = stride(from: group, to: order.count, by: groups).map { order[$0] }
      return Metrics.vendiScore(vectors.rows(rows.sorted()), order: 1, threads: threads)
    }
    guard scores.count == groups else { return nil }
    let mean = scores.reduce(0, +) / Double(groups)
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(groups - 1)
    let half = 2.262157162740992 * (variance / Double(groups)).squareRoot()
    return Interval(
      estimate: estimate,
      lower: max(1, estimate - half),
      upper: estimate + half,
      confidence: 0.95
    )
  }
}

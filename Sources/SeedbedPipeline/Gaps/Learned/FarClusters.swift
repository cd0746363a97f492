import SeedbedLearning

/// Reference rows far from all training rows, in clusters, with the training rows that are as far from
/// all others.
struct FarClusters {
  private let evidence: LearnedEvidence
  private let rows: [Int]
  private let distances: [Double]
  /// The reference rows of each cluster by place, the nearest to its middle first.
  private let members: [[Int]]
  /// How many far training rows belong to each cluster.
  private let ownCounts: [Int]
  private let names: ClusterTerms

  init(
    _ rows: [Int],
    distances: [Double],
    _ own: [Int],
    _ evidence: LearnedEvidence,
    count: Int
  ) async throws {
    self.evidence = evidence
    self.rows = rows
    self.distances = distances
    guard let vectors = evidence.vectors, let referenceVectors = evidence.referenceVectors,
      let reference = evidence.reference, !rows.isEmpty
    else {
      members = []
      ownCounts = []
      names = ClusterTerms([], [], count: 0, evidence.language)
      return
    }
    let far = referenceVectors.rows(rows)
    let cells = try await SphericalKMeans(
      far,
      cells: count,
      seed: evidence.seed,
      threads: evidence.threads
    )
    let nearest = try await CosineSearch.nearest(
      far,
      in: cells.centroids,
      count: 1,
      threads: evidence.threads
    )
    let ownNearest = try await CosineSearch.nearest(
      vectors.rows(own),
      in: cells.centroids,
      count: 1,
      threads: evidence.threads
    )
    var members = [[(place: Int, cosine: Float)]](repeating: [], count: cells.centroids.count)
    for (place, list) in nearest.enumerated() {
      if let cell = list.first { members[cell.index].append((place, cell.cosine)) }
    }
    self.members = members.map { list in
      list.sorted { ($1.cosine, $0.place) < ($0.cosine, $1.place) }.map(\.place)
    }
    var counts = [Int](repeating: 0, count: members.count)
    for list in ownNearest { if let cell = list.first { counts[cell.index] += 1 } }
    ownCounts = counts
    // Training rows are one more group, from which the names tell the clusters.
    let step = max(1, evidence.rows.count / Self.namingRows)
    let known = stride(from: 0, to: evidence.rows.count, by: step).map { evidence.rows.texts[$0] }
    names = ClusterTerms(
      rows.map { reference.texts[$0] } + known,
      nearest.map { $0.first?.index } + known.map { _ in members.count },
      count: members.count + 1,
      evidence.language
    )
  }

  private static let namingRows = 2000

  /// The clusters that hold more of the reference set than of the training set.
  func regions(asked: Int, own: Int) -> [UncoveredRegion] {
    let candidates = members.indices.filter { members[$0].count >= UncoveredRegions.leastRows }
    let adjusted = BenjaminiHochberg.adjusted(
      candidates.map { cell in
        FisherExact.greater(members[cell].count, of: asked, against: ownCounts[cell], of: own) ?? 1
      }
    )
    let naming = RegionCell(evidence, terms: candidates.flatMap { names.strongest(in: $0) })
    return zip(candidates, adjusted).filter { $0.1 <= WeakSlices.falseDiscoveryRate }
      .map { cell, value in
        let places = members[cell], terms = names.strongest(in: cell)
        return UncoveredRegion(
          terms: terms,
          rows: places.map { rows[$0] },
          share: Interval.wilson(successes: places.count, trials: asked),
          trainingShare: Double(ownCounts[cell]) / Double(max(own, 1)),
          distance: places.reduce(0) { $0 + distances[$1] } / Double(places.count),
          label: label(of: places),
          cell: naming.cell(of: places.map { rows[$0] }, terms: terms),
          adjustedP: value
        )
      }.sorted { ($1.rows.count, $0.name) < ($0.rows.count, $1.name) }
  }

  private func label(of places: [Int]) -> String? {
    guard !evidence.referenceLabels.isEmpty else { return nil }
    var counts: [String: Int] = [:]
    for place in places { counts[evidence.referenceLabels[rows[place]], default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

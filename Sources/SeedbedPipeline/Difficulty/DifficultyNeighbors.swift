import SeedbedLearning

/// The nearest real rows of a row's own label and of others.
struct DifficultyNeighbors: Sendable {
  private let vectors: VectorTable
  private let labels: [String]
  private let groups: [Int]

  /// Neighbours that are looked at for one of each kind.
  private static let count = 24

  init(_ vectors: VectorTable, labels: [String], groups: [Int]) {
    self.vectors = vectors
    self.labels = labels
    self.groups = groups
  }

  // The greatest cosines of rows with real ones outside of their own group, of their label and of another
  // one. Where none is among the 24 nearest it is the cosine of the last of these, which it cannot exceed.
  // A row that is in no group of the real rows has nil for its group.
  func nearest(
    _ queries: VectorTable,
    labels own: [String],
    groups ownGroups: [Int?],
    threads: Int
  ) async throws -> [(same: Double, other: Double)] {
    let found = try await CosineSearch.nearest(
      queries,
      in: vectors,
      count: min(Self.count, vectors.count),
      threads: threads
    )
    return found.enumerated().map { row, list in
      let others = list.filter { groups[$0.index] != ownGroups[row] }
      let last = Double(list.last?.cosine ?? 0)
      func first(_ isWanted: (String) -> Bool) -> Double {
        others.first { isWanted(labels[$0.index]) }.map { Double($0.cosine) } ?? last
      }
      return (first { $0 == own[row] }, first { $0 != own[row] })
    }
  }
}

import SeedbedLearning

/// What the real rows are about: groups by meaning, each named by its words.
public struct RowTopics: Sendable, Hashable {
  /// The fewest and the most topics.
  public static let counts = 2...30
  /// About how many rows a topic has at least.
  static let rowsPerTopic = 40

  /// The topics, the largest first.
  public var clusters: [NamedClusters.Cluster]
  /// The topic of each row by name, as the value of a dimension; `(none)` for a row whose vector is zeros.
  public var values: [String]

  /// Groups the real rows of the evidence.
  ///
  /// - Parameters:
  ///   - evidence: What to look at.
  ///   - count: How many topics, at most; nil for one to forty rows, in `counts`.
  /// - Returns: Nil without vectors.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func find(
    in evidence: LearnedEvidence,
    count: Int? = nil
  ) async throws -> RowTopics? {
    guard let vectors = evidence.vectors, vectors.count > 0 else { return nil }
    let wanted =
      count ?? min(max(vectors.count / rowsPerTopic, counts.lowerBound), counts.upperBound)
    let found = try await NamedClusters.find(
      texts: evidence.rows.texts,
      vectors: vectors,
      count: wanted,
      language: evidence.language,
      seed: evidence.seed,
      threads: evidence.threads
    )
    // Two groups may have the same words.
    var seen: [String: Int] = [:]
    let names = found.clusters.map { cluster in
      let name = cluster.terms.isEmpty ? "(no words)" : cluster.name
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 0))"
    }
    return RowTopics(
      clusters: found.clusters,
      values: found.assignment.map { $0.map { names[$0] } ?? "(none)" }
    )
  }
}

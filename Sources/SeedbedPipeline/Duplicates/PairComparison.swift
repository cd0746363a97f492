import SeedbedKernels

/// Compares leaders with the rows behind them, exactly, on several threads.
struct PairComparison: Sendable {
  /// What a thread needs to compare texts; made once for each.
  private struct Scratch {
    var comparer = SetComparer()
    var left: TextShingler
    var right: TextShingler
    var followers: [UInt32] = []

    init(_ shingling: Shingling) {
      left = TextShingler(shingling)
      right = TextShingler(shingling)
    }
  }

  /// What a chunk of comparisons gave.
  private struct Found: Sendable {
    var hits: [LeaderClustering.Hit] = []
    var comparisons = 0
  }

  /// From so few leaders on, the rows behind one are shared between threads instead.
  private static let fewLeaders = 8

  let views: ViewReader
  /// The row of the store that each compared row is.
  let rows: [Int32]
  let shingling: Shingling
  let threshold: Double
  let threads: Int

  /// Makes the comparisons of a wave.
  ///
  /// - Parameters:
  ///   - leaders: Rows that stay.
  ///   - clustering: Knows the rows behind each.
  /// - Returns: The pairs at or above the threshold, and how many were compared.
  /// - Throws: `CancellationError`.
  func compare(
    _ leaders: [UInt32],
    _ clustering: LeaderClustering
  ) async throws -> (hits: [LeaderClustering.Hit], comparisons: Int) {
    var parts: [Found] = []
    if leaders.count > Self.fewLeaders {
      parts = try await compareMany(leaders, clustering)
    } else {
      var followers: [UInt32] = []
      for leader in leaders {
        clustering.followers(of: leader, into: &followers)
        parts += try await compare(leader, followers)
      }
    }
    return (parts.flatMap(\.hits), parts.reduce(0) { $0 + $1.comparisons })
  }

  private func compareMany(
    _ leaders: [UInt32],
    _ clustering: LeaderClustering
  ) async throws -> [Found] {
    let shingling = shingling
    return try await WorkQueue.map(
      leaders.count,
      chunk: 256,
      threads: threads,
      state: { Scratch(shingling) }
    ) { scratch, range in
      var found = Found()
      for leader in leaders[range] {
        clustering.followers(of: leader, into: &scratch.followers)
        guard !scratch.followers.isEmpty else { continue }
        load(leader, &scratch)
        for row in scratch.followers { compare(leader, row, &scratch, &found) }
      }
      return found
    }
  }

  private func compare(_ leader: UInt32, _ followers: [UInt32]) async throws -> [Found] {
    let shingling = shingling
    return try await WorkQueue.map(
      followers.count,
      chunk: 512,
      threads: threads,
      state: { Scratch(shingling) }
    ) { scratch, range in
      var found = Found()
      load(leader, &scratch)
      for row in followers[range] { compare(leader, row, &scratch, &found) }
      return found
    }
  }

  private func load(_ leader: UInt32, _ scratch: inout Scratch) {
    _ = scratch.left.read(views[Int(rows[Int(leader)])])
    scratch.left.withHashes { scratch.comparer.load($0) }
  }

  private func compare(
    _ leader: UInt32,
    _ row: UInt32,
    _ scratch: inout Scratch,
    _ found: inout Found
  ) {
    _ = scratch.right.read(views[Int(rows[Int(row)])])
    found.comparisons += 1
    let similarity = scratch.right.withHashes {
      scratch.comparer.similarity(to: $0, threshold: threshold)
    }
    guard let similarity else { return }
    found.hits.append(.init(row: row, leader: leader, similarity: similarity))
  }

  /// The similarity of two rows of the store, whatever it is.
  func similarity(_ left: Int, _ right: Int) -> Double {
    var scratch = Scratch(shingling)
    _ = scratch.left.read(views[left])
    scratch.left.withHashes { scratch.comparer.load($0) }
    _ = scratch.right.read(views[right])
    return scratch.right.withHashes { scratch.comparer.similarity(to: $0, threshold: 0) } ?? 0
  }
}

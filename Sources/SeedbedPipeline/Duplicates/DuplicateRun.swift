import SeedbedData
import SeedbedKernels

/// One run over the rows of an index and of a set, from their views to the decisions.
///
/// Rows are numbered through: first those of the index, then those of the set.
struct DuplicateRun {
  /// What a removed row names, in the numbering of the run.
  struct Decision {
    var kept: Int32
    var kind: DuplicateMatch.Kind
    var similarity: Double
  }

  let options: DuplicateOptions
  let index: DuplicateIndex?
  let views: ViewReader
  let references: Int
  let hashes: [UInt64]
  let meter: ProgressMeter
  /// The rows that repeat none before them, best first, index rows before all.
  var distinct: [Int32] = []
  var decisions: [Decision?]
  let keys: KeyStore
  let backoffs: Int
  var hotBuckets = 0
  var comparisons = 0
  var memory: MemoryMeter

  init(
    _ store: ViewStore,
    options: DuplicateOptions,
    index: DuplicateIndex?,
    progress: (@Sendable (DuplicateProgress) -> Void)?
  ) throws {
    self.options = options
    self.index = index
    let own = try store.reader()
    views = try index?.reader().followed(by: own) ?? own
    references = index?.rows ?? 0
    hashes = index.map { $0.hashes() + store.hashes } ?? store.hashes
    keys = store.keys
    backoffs = store.backoffs
    meter = ProgressMeter(progress)
    decisions = Array(repeating: nil, count: views.rows)
    memory = MemoryMeter(held: store.memory + views.rows * MemoryLayout<Decision?>.stride)
  }

  /// The rows by quality, best first.
  func order(of rows: Int, by priorities: [Int32]?) -> [Int32] {
    var order = (0..<Int32(references + rows)).map { $0 }
    if let priorities {
      let first = references
      order[first...].sort {
        let (left, right) = (priorities[Int($0) - first], priorities[Int($1) - first])
        return left != right ? left > right : $0 < $1
      }
    }
    return order
  }

  /// Takes the rows out that are the same as another.
  mutating func findExact(_ order: [Int32]) async throws {
    let found = try await ExactGroups.find(
      order: order,
      hashes: hashes,
      views: views,
      threads: options.threads
    )
    memory.note(order.count * 12 + found.count * 8)
    var isRepeated = [Bool](repeating: false, count: order.count)
    for repetition in found {
      isRepeated[Int(repetition.row)] = true
      // A row of the index that repeats another stays where it is.
      guard repetition.row >= references else { continue }
      decisions[Int(repetition.row)] = Decision(kept: repetition.first, kind: .exact, similarity: 1)
    }
    distinct = order.filter { !isRepeated[Int($0)] }
  }

  /// Takes the rows out that are similar to one that stays.
  mutating func findNear() async throws {
    let rows = distinct.filter { !views.isExactOnly(Int($0)) }
    let compared = rows.prefix { $0 < references }.count
    var ranks = [Int32](repeating: -1, count: views.rows)
    for (rank, row) in rows.enumerated() { ranks[Int(row)] = Int32(rank) }
    let columns = KeyColumns(index: index, keys: keys, ranks: ranks, rows: rows.count)
    let meter = meter
    meter.begin(.grouping, total: options.plan.bands)
    let buckets = try await Buckets.find(
      columns,
      references: compared,
      limit: options.bucketLimit,
      threads: options.threads
    ) { meter.advance(by: $0) }
    memory.note(buckets.memory * 2 + options.threads * rows.count * 16 + ranks.count * 8)
    let comparison = PairComparison(
      views: views,
      rows: rows,
      shingling: options.shingling,
      threshold: options.threshold,
      threads: options.threads
    )
    try await decide(rows, buckets, references: compared, comparison)
  }

  private mutating func decide(
    _ rows: [Int32],
    _ buckets: Buckets,
    references: Int,
    _ comparison: PairComparison
  ) async throws {
    var clustering = LeaderClustering(
      buckets,
      rows: rows.count,
      references: references,
      limit: options.bucketLimit
    )
    memory.note(buckets.memory + rows.count * (5 + MemoryLayout<LeaderClustering.Hit?>.stride))
    meter.begin(.comparing, total: rows.count)
    var compared = 0
    try await clustering.run { leaders, clustering in
      let found = try await comparison.compare(leaders, clustering)
      compared += found.comparisons
      meter.advance(by: leaders.count + found.hits.count)
      return found.hits
    }
    comparisons = compared
    hotBuckets = clustering.hotBuckets
    for hit in clustering.hits.lazy.compactMap(\.self) {
      decisions[Int(rows[Int(hit.row)])] = Decision(
        kept: rows[Int(hit.leader)],
        kind: .near,
        similarity: hit.similarity
      )
    }
  }

  /// Takes further rows of a pattern out of those that stay.
  mutating func findSkeletons(_ skeletons: [Digest128?]) throws {
    var firsts: [Digest128: Int32] = [:]
    let comparison = PairComparison(
      views: views,
      rows: [],
      shingling: options.shingling,
      threshold: 0,
      threads: 1
    )
    for row in distinct where row >= references && decisions[Int(row)] == nil {
      guard let skeleton = skeletons[Int(row) - references] else { continue }
      guard let first = firsts[skeleton] else {
        firsts[skeleton] = row
        continue
      }
      decisions[Int(row)] = Decision(
        kept: first,
        kind: .skeleton,
        similarity: comparison.similarity(Int(first), Int(row))
      )
    }
    // Rows that named one that now goes name the one that took it.
    for row in references..<decisions.count {
      guard let decision = decisions[row], decision.kind == .near,
        let next = decisions[Int(decision.kept)], next.kind == .skeleton
      else { continue }
      decisions[row] = Decision(
        kept: next.kept,
        kind: .skeleton,
        similarity: comparison.similarity(Int(next.kept), row)
      )
    }
  }

  /// The decisions in the numbering of the caller.
  func report() -> DuplicateReport {
    var matches: [DuplicateMatch] = []
    for row in references..<decisions.count {
      guard var decision = decisions[row] else { continue }
      // The same text as one that went for another reason went for that reason too.
      if decision.kind == .exact, let next = decisions[Int(decision.kept)] { decision = next }
      let isReference = decision.kept < references
      matches.append(
        DuplicateMatch(
          removed: row - references,
          kept: Int(decision.kept) - (isReference ? 0 : references),
          kind: decision.kind,
          similarity: decision.similarity,
          isReference: isReference
        )
      )
    }
    return DuplicateReport(
      rows: decisions.count - references,
      decisions: matches,
      backoffs: backoffs,
      hotBuckets: hotBuckets,
      comparisons: comparisons,
      plan: options.plan,
      expectedRecall: options.findsNear ? options.plan.recall(at: options.threshold) : 0,
      shingling: options.shingling,
      peakBytes: memory.peak
    )
  }
}

/// Adds up what a run holds in memory.
struct MemoryMeter {
  /// What is held all the time.
  let held: Int
  /// The most that was held at a time.
  private(set) var peak: Int

  init(held: Int) {
    self.held = held
    peak = held
  }

  /// Takes note of what a stage holds besides.
  mutating func note(_ bytes: Int) { peak = max(peak, held + bytes) }
}

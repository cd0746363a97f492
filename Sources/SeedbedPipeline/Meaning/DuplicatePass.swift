import SeedbedKernels
import SeedbedLearning

/// One search for duplicates: what is decided about each row so far.
struct DuplicatePass {
  let search: SemanticDuplicates
  let rows: LabelledTexts
  /// The rows, best first.
  let order: [Int]
  /// The place of each row in the order.
  let rank: [Int]
  private var views: [Digest128] = []
  var decisions: [SemanticDuplicate?]
  /// The row whose vector counts for each row: itself, or the one it repeats.
  private var representative: [Int]
  var conflicts: [RefusedPair] = []
  var found = PairJudge.Outcome()
  var spared: [SemanticDuplicate] = []

  init(search: SemanticDuplicates, rows: LabelledTexts, order: [Int]) {
    self.search = search
    self.rows = rows
    self.order = order
    var rank = [Int](repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { rank[row] = place }
    self.rank = rank
    decisions = [SemanticDuplicate?](repeating: nil, count: order.count)
    representative = Array(order.indices)
  }

  // MARK: - Equal texts

  /// Removes rows that are equal to a row of another set.
  mutating func removeCopies(of others: LabelledTexts) async throws {
    views = try await rows.views(threads: search.threads)
    let otherViews = try await others.views(threads: search.threads)
    let own = Set(views), shared = otherViews.indices.filter { own.contains(otherViews[$0]) }
    let known = Set(shared.map { otherViews[$0] })
    let same = rows.texts.indices.filter { known.contains(views[$0]) }
    let features = try await features(of: same)
    let otherFeatures = try await others.features(
      of: shared,
      by: search.duplicateGuard,
      threads: search.threads
    )
    var table = CopyTable()
    for row in shared {
      table.add(.init(otherViews[row], otherFeatures[row]), label: others.labels[row], row: row)
    }
    for row in same {
      switch table.answer(.init(views[row], features[row]), label: rows.labels[row]) {
      case .copy(let kept): remove(row, kept: kept, isReference: true, kind: .exact, cosine: 1)
      case .conflict(let other):
        report(row, at: rows.labels[row], other, at: others.labels[other], isReference: true)
      case nil: continue
      }
    }
  }

  /// Lets one row stand for all that are equal to it.
  mutating func collapse() async throws {
    if views.isEmpty { views = try await rows.views(threads: search.threads) }
    var counts: [Digest128: Int] = [:]
    for view in views { counts[view, default: 0] += 1 }
    let repeated = order.filter { decisions[$0] == nil && counts[views[$0], default: 0] > 1 }
    let features = try await features(of: repeated)
    var table = CopyTable()
    for row in repeated {
      let key = CopyTable.Key(views[row], features[row])
      switch table.answer(key, label: rows.labels[row]) {
      case .copy(let first): representative[row] = first
      case .conflict(let other):
        report(row, at: rows.labels[row], other, at: rows.labels[other], isReference: false)
        table.add(key, label: rows.labels[row], row: row)
      case nil: table.add(key, label: rows.labels[row], row: row)
      }
    }
  }

  private mutating func report(
    _ row: Int,
    at label: String?,
    _ other: Int,
    at otherLabel: String?,
    isReference: Bool
  ) {
    let refusal = DuplicateGuard.Refusal(
      kind: .label,
      left: label ?? "none",
      right: otherLabel ?? "none"
    )
    conflicts.append(
      RefusedPair(left: row, right: other, isReference: isReference, cosine: 1, refusal: refusal)
    )
  }

  private func features(of rows: [Int]) async throws -> [GuardFeatures?] {
    try await self.rows.features(of: rows, by: search.duplicateGuard, threads: search.threads)
  }

  // MARK: - Similar texts

  /// Removes rows that are similar to a row of another set.
  mutating func remove(
    _ vectors: VectorTable,
    similarTo others: LabelledTexts,
    _ otherVectors: VectorTable,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws {
    let open = openRows()
    let matches = try await CosineSearch.matches(
      vectors.rows(open),
      in: otherVectors,
      threshold: search.lowestThreshold,
      threads: search.threads,
      progress: progress
    )
    let pairs = zip(open, matches).flatMap { row, matches in
      matches.map { CosinePair(left: row, right: $0.index, cosine: $0.cosine) }
    }
    let judge = PairJudge(
      search: search,
      rows: rows,
      features: try await features(of: Set(pairs.map(\.left)).sorted()),
      others: others,
      otherFeatures: try await others.features(
        of: Set(pairs.map(\.right)).sorted(),
        by: search.duplicateGuard,
        threads: search.threads
      ),
      isReference: true
    )
    var outcome = try await judge.judge(pairs)
    for pair in outcome.accepted where (decisions[pair.left]?.cosine ?? -1) < pair.cosine {
      remove(pair.left, kept: pair.right, isReference: true, kind: .semantic, cosine: pair.cosine)
    }
    outcome.accepted = []
    found.add(outcome, exampleCount: search.exampleCount)
  }

  /// Removes rows that are similar to a row that stays.
  mutating func cluster(
    _ vectors: VectorTable,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws {
    let open = openRows()
    let pairs = try await CosineSearch.pairs(
      vectors.rows(open),
      threshold: search.lowestThreshold,
      threads: search.threads,
      progress: progress
    ).map { CosinePair(left: open[$0.left], right: open[$0.right], cosine: $0.cosine) }
    let features = try await features(of: Set(pairs.flatMap { [$0.left, $0.right] }).sorted())
    let judge = PairJudge(
      search: search,
      rows: rows,
      features: features,
      others: rows,
      otherFeatures: features,
      isReference: false
    )
    var outcome = try await judge.judge(pairs)
    lead(open, Neighbourhoods(outcome.accepted, rowCount: order.count))
    outcome.accepted = []
    found.add(outcome, exampleCount: search.exampleCount)
    followRepresentatives()
  }

  /// Rows that stand for themselves and are not removed yet, by position.
  private func openRows() -> [Int] {
    representative.indices.filter { representative[$0] == $0 && decisions[$0] == nil }
  }

  private mutating func lead(_ open: [Int], _ neighbourhoods: Neighbourhoods) {
    for row in open.sorted(by: { rank[$0] < rank[$1] }) {
      var best: (row: Int, cosine: Float)?
      neighbourhoods.forEach(of: row) { other, cosine in
        guard decisions[other] == nil, rank[other] < rank[row] else { return }
        if let best, (best.cosine, rank[other]) >= (cosine, rank[best.row]) { return }
        best = (other, cosine)
      }
      guard let best else { continue }
      remove(row, kept: best.row, isReference: false, kind: .semantic, cosine: best.cosine)
    }
  }

  private mutating func followRepresentatives() {
    for row in representative.indices where representative[row] != row {
      if let decision = decisions[representative[row]] {
        decisions[row] = decision
        decisions[row]?.removed = row
      } else {
        let kept = representative[row]
        remove(row, kept: kept, isReference: false, kind: .exact, cosine: 1)
      }
    }
  }

  private mutating func remove(
    _ row: Int,
    kept: Int,
    isReference: Bool,
    kind: SemanticDuplicate.Kind,
    cosine: Float
  ) {
    decisions[row] = SemanticDuplicate(
      removed: row,
      kept: kept,
      isReference: isReference,
      kind: kind,
      cosine: cosine
    )
  }
}

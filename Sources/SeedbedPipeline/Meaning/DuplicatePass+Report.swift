extension DuplicatePass {
  /// Brings back the least similar rows of labels that would become too small.
  ///
  /// What repeats a reference row stays away: the reference may be a holdout.
  mutating func spareThinLabels() {
    var kept: [String: Int] = [:]
    var removed: [String: [SemanticDuplicate]] = [:]
    for (row, label) in rows.labels.enumerated() {
      guard let label else { continue }
      if let decision = decisions[row] {
        if !decision.isReference { removed[label, default: []].append(decision) }
      } else {
        kept[label, default: 0] += 1
      }
    }
    for label in removed.keys.sorted() {
      let missing = search.minimumPerLabel - kept[label, default: 0]
      guard missing > 0 else { continue }
      let farthest = removed[label, default: []].sorted {
        ($0.cosine, rank[$0.removed]) < ($1.cosine, rank[$1.removed])
      }
      for decision in farthest.prefix(missing) {
        decisions[decision.removed] = nil
        spared.append(decision)
      }
    }
    spared.sort { $0.removed < $1.removed }
  }

  /// What has been decided.
  func report() -> SemanticDuplicateReport {
    let duplicates = decisions.compactMap(\.self)
    let leastSimilar = duplicates.filter { $0.kind == .semantic }
      .sorted { ($0.cosine, $0.removed) < ($1.cosine, $1.removed) }
    return SemanticDuplicateReport(
      rows: order.count,
      duplicates: duplicates,
      conflicts: conflicts.sorted {
        ($0.left, $0.isReference ? 0 : 1, $0.right) < ($1.left, $1.isReference ? 0 : 1, $1.right)
      },
      refusals: found.refusals,
      refusedExamples: found.examples,
      leastSimilar: Array(leastSimilar.prefix(search.exampleCount)),
      spared: spared,
      labels: removals()
    )
  }

  private func removals() -> [LabelRemoval] {
    var removals: [String?: LabelRemoval] = [:]
    func count(_ row: Int, _ change: (inout LabelRemoval) -> Void) {
      let label = rows.labels[row]
      change(&removals[label, default: .init(label: label, rows: 0, removed: 0, spared: 0)])
    }
    for row in decisions.indices {
      count(row) { $0.rows += 1 }
      if decisions[row] != nil { count(row) { $0.removed += 1 } }
    }
    for decision in spared { count(decision.removed) { $0.spared += 1 } }
    return removals.values.sorted {
      ($0.label == nil ? 0 : 1, $0.label ?? "") < ($1.label == nil ? 0 : 1, $1.label ?? "")
    }
  }
}

import SeedbedLearning

/// Decides which of the similar pairs are duplicates.
struct PairJudge: Sendable {
  /// What came of some pairs.
  struct Outcome: Sendable {
    var accepted: [CosinePair] = []
    var refusals: [DuplicateGuard.Kind: Int] = [:]
    var examples: [RefusedPair] = []

    /// Adds what came of other pairs.
    mutating func add(_ other: Self, exampleCount: Int) {
      accepted += other.accepted
      refusals.merge(other.refusals, uniquingKeysWith: +)
      examples = Self.strongest(examples + other.examples, exampleCount)
    }

    /// The most similar examples of each guard.
    static func strongest(_ examples: [RefusedPair], _ count: Int) -> [RefusedPair] {
      DuplicateGuard.Kind.allCases.flatMap { kind in
        examples.filter { $0.refusal.kind == kind }
          .sorted { ($1.cosine, $0.left, $0.right) < ($0.cosine, $1.left, $1.right) }
          .prefix(count)
      }
    }
  }

  let search: SemanticDuplicates
  let rows: LabelledTexts
  let features: [GuardFeatures?]
  /// The rows that the right numbers of pairs mean: the same set or a reference.
  let others: LabelledTexts
  let otherFeatures: [GuardFeatures?]
  let isReference: Bool

  /// Decides about pairs, on several threads, in their order.
  func judge(_ pairs: [CosinePair]) async throws -> Outcome {
    let parts = try await mapChunks(pairs, threads: search.threads, chunk: 16_384) { part in
      [judge(part)]
    }
    var outcome = Outcome()
    for part in parts { outcome.add(part, exampleCount: search.exampleCount) }
    return outcome
  }

  private func judge(_ pairs: ArraySlice<CosinePair>) -> Outcome {
    var outcome = Outcome()
    for pair in pairs {
      let label = rows.labels[pair.left] ?? others.labels[pair.right]
      guard pair.cosine >= search.threshold(for: label) else { continue }
      guard let refusal = refusal(pair.left, pair.right) else {
        outcome.accepted.append(pair)
        continue
      }
      outcome.refusals[refusal.kind, default: 0] += 1
      outcome.examples.append(
        RefusedPair(
          left: pair.left,
          right: pair.right,
          isReference: isReference,
          cosine: pair.cosine,
          refusal: refusal
        )
      )
      // Cut now and then, so that refusals of a dense set take no memory.
      if outcome.examples.count > 64 * (search.exampleCount + 1) {
        outcome.examples = Outcome.strongest(outcome.examples, search.exampleCount)
      }
    }
    outcome.examples = Outcome.strongest(outcome.examples, search.exampleCount)
    return outcome
  }

  private func refusal(_ left: Int, _ right: Int) -> DuplicateGuard.Refusal? {
    if let first = rows.labels[left], let second = others.labels[right], first != second {
      return DuplicateGuard.Refusal(kind: .label, left: first, right: second)
    }
    guard let first = features[left], let second = otherFeatures[right] else { return nil }
    return search.duplicateGuard?.refusal(first, second)
  }
}

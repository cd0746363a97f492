public import SeedbedData

/// Selects exactly as many candidates as a quota asks for, as unlike each other as they come.
///
/// Farthest-first traversal (Gonzalez 1985) over Jaccard distance, method by method, then over what is
/// left of any method; no real sample gets more children than the configuration allows.
public struct Selector: Sendable {
  /// Candidates of a quota beyond this many, in quality order, are not looked at: the traversal compares
  /// every candidate with every selected one.
  public static let largestPool = 4000

  private let plan: Plan
  private let childrenPerSeed: Int

  /// Makes a selector.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - childrenPerSeed: The most samples that may descend from one real one.
  public init(plan: Plan, childrenPerSeed: Int) {
    self.plan = plan
    self.childrenPerSeed = childrenPerSeed
  }

  /// Selects among candidates that passed every check and are no duplicates.
  ///
  /// - Parameters:
  ///   - candidates: All such candidates of the plan, from all rounds.
  ///   - sketches: Their sketches, in the same order.
  /// - Returns: The candidates in their order, each `accepted` or `surplus`.
  public func select(_ candidates: [Candidate], sketches: [TextSketch]) -> [Candidate] {
    var selected = candidates
    for index in selected.indices { selected[index].status = .surplus }
    var children: [SampleID: Int] = [:]
    let pools = Dictionary(grouping: candidates.indices) { candidates[$0].quota }
    for (number, quota) in plan.quotas.enumerated() {
      let pool = Array((pools[number] ?? []).prefix(Self.largestPool))
      var choice = FarthestFirst(sketches: sketches, candidates: pool)
      func take(_ count: Int, method: String?) -> Int {
        var taken = 0
        while taken < count,
          let index = choice.next(where: { index in
            let provenance = candidates[index].sample.provenance
            return (method == nil || provenance.method?.name == method)
              && Self.seeds(of: provenance).allSatisfy {
                children[$0, default: 0] < childrenPerSeed
              }
          })
        {
          selected[index].status = .accepted
          for parent in Self.seeds(of: candidates[index].sample.provenance) {
            children[parent, default: 0] += 1
          }
          taken += 1
        }
        return taken
      }
      var open = quota.count
      for share in quota.shares { open -= take(share.count, method: share.method) }
      _ = take(open, method: nil)
    }
    return selected
  }

  /// The samples whose wording a candidate has: of those that a model was shown, only the first counts.
  private static func seeds(of provenance: Provenance) -> ArraySlice<SampleID> {
    provenance.model == nil ? provenance.parents[...] : provenance.parents.prefix(1)
  }
}

/// Picks, again and again, the candidate least like all picked before.
private struct FarthestFirst {
  private let sketches: [TextSketch]
  private var open: [Int]
  /// The greatest similarity of each open candidate to a picked one.
  private var nearest: [Double]

  init(sketches: [TextSketch], candidates: [Int]) {
    self.sketches = sketches
    open = candidates
    nearest = [Double](repeating: 0, count: candidates.count)
  }

  /// The next candidate that may be taken; the first in order among equals.
  mutating func next(where mayTake: (Int) -> Bool) -> Int? {
    var best: Int?
    for position in open.indices
    where (best.map { nearest[position] < nearest[$0] } ?? true) && mayTake(open[position]) {
      best = position
    }
    guard let best else { return nil }
    let picked = open.remove(at: best)
    nearest.remove(at: best)
    for position in open.indices {
      let similarity = sketches[open[position]].similarity(to: sketches[picked])
      nearest[position] = max(nearest[position], similarity)
    }
    return picked
  }
}

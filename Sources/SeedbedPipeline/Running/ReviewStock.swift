import SeedbedData

/// The samples that a review desk knows: the plan's candidates, rows of the version, and real rows.
struct ReviewStock: Sendable {
  /// The candidates of the plan as the checks left them.
  private(set) var candidates: [Candidate]
  private var places: [SampleID: Int] = [:]
  /// Real rows, and rows of the version that are of an earlier plan.
  private var others: [SampleID: (sample: Sample, verdicts: [Verdict])] = [:]

  init(
    candidates: [Candidate],
    real: [Sample],
    members: [(sample: Sample, verdicts: [Verdict])]
  ) {
    self.candidates = candidates
    for (place, candidate) in candidates.enumerated() { places[candidate.sample.id] = place }
    for sample in real { others[sample.id] = (sample, []) }
    for member in members
    where member.sample.origin == .synthetic && places[member.sample.id] == nil {
      others[member.sample.id] = member
    }
  }

  func candidate(_ id: SampleID) -> Candidate? { places[id].map { candidates[$0] } }

  func sample(_ id: SampleID) -> Sample? { candidate(id)?.sample ?? others[id]?.sample }

  func verdicts(on id: SampleID) -> [Verdict] {
    candidate(id)?.verdicts ?? others[id]?.verdicts ?? []
  }

  /// Adds a candidate that a decision made, or puts it in the place of the same one.
  mutating func keep(_ candidate: Candidate) {
    if let place = places[candidate.sample.id] {
      candidates[place] = candidate
    } else {
      places[candidate.sample.id] = candidates.count
      candidates.append(candidate)
    }
  }

  /// All ancestors of a sample that are known, breadth first: each once, at its least distance.
  func lineage(of sample: Sample) -> [Sample] {
    var found: [Sample] = []
    var seen: Set<SampleID> = [sample.id]
    var generation = [sample]
    while !generation.isEmpty {
      let parents = generation.flatMap(\.provenance.parents).filter { seen.insert($0).inserted }
      generation = parents.compactMap(self.sample)
      found += generation
    }
    return found
  }
}

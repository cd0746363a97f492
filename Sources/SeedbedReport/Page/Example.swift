import SeedbedData
import SeedbedKernels

/// A candidate as the page shows it: its text with the edits, and what the checks found.
struct Example {
  /// A verdict on it.
  struct Finding {
    var check: String
    var outcome: String
    var numbers: String
    var evidence: String
  }

  let id: String
  let method: String
  let label: String
  let part: String
  let difficulty: String
  let changes: [TextChange]
  let verdictSummary: String
  let findings: [Finding]

  init(_ candidate: Candidate, parents: [SampleID: Sample]) {
    let sample = candidate.sample
    id = sample.id.short
    method = sample.provenance.method?.name ?? "none"
    label = sample.label ?? "none"
    part = sample.split?.rawValue ?? "none"
    difficulty = sample.difficulty?.tier.rawValue ?? "untagged"
    changes = TextChange.changes(
      in: sample,
      parent: sample.provenance.parents.first.flatMap { parents[$0] }
    )
    findings = candidate.verdicts.map { verdict in
      Finding(
        check: verdict.check,
        outcome: verdict.outcome.rawValue,
        numbers: Self.numbers(verdict),
        evidence: verdict.evidence
      )
    }
    let outcomes = Outcome.allCases.compactMap { outcome -> String? in
      let count = candidate.verdicts.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    verdictSummary =
      outcomes.isEmpty
      ? "no checks"
      : Figures.counted(candidate.verdicts.count, "check") + ": " + outcomes.joined(separator: ", ")
  }

  /// Some candidates of a status, taken in turn from each group so that they differ.
  ///
  /// - Parameters:
  ///   - status: What became of them.
  ///   - count: How many at most.
  ///   - candidates: All candidates.
  ///   - key: The name of a candidate's group.
  /// - Returns: The candidates, the same for the same input.
  static func choose(
    _ status: CandidateStatus,
    _ count: Int,
    from candidates: [Candidate],
    by key: (Candidate) -> String
  ) -> [Candidate] {
    var groups: [String: [Candidate]] = [:]
    for candidate in candidates where candidate.status == status {
      groups[key(candidate), default: []].append(candidate)
    }
    let ordered = groups.keys.sorted().map { name in
      (groups[name] ?? []).sorted { $0.sample.id < $1.sample.id }
    }
    var chosen: [Candidate] = []
    var turn = 0
    while chosen.count < count, ordered.contains(where: { turn < $0.count }) {
      for group in ordered where turn < group.count && chosen.count < count {
        chosen.append(group[turn])
      }
      turn += 1
    }
    return chosen
  }

  private static func numbers(_ verdict: Verdict) -> String {
    guard let score = verdict.score else { return "" }
    let limit = verdict.threshold.map { " (limit \(Figures.decimal($0)))" } ?? ""
    return Figures.decimal(score) + limit
  }
}

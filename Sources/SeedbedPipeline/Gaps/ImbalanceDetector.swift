import SeedbedData

/// Labels whose counts differ so much that a model may ignore the small ones.
struct ImbalanceDetector: GapDetector {
  /// From this ratio of the largest to the smallest label on, imbalance is worth a word.
  static let ratio = 5.0

  func gaps(in evidence: GapEvidence) -> [Gap] {
    let labels = evidence.profile.values(of: "label").filter { $0 != "(none)" }
    let counts = labels.map {
      ($0, evidence.profile.count(in: Cell([Cell.Coordinate("label", $0)])))
    }
    guard let smallest = counts.min(by: { $0.1 < $1.1 }),
      let largest = counts.max(by: { $0.1 < $1.1 }), labels.count > 1,
      Double(largest.1) >= Self.ratio * Double(max(1, smallest.1))
    else { return [] }
    let isCovered = evidence.requirements.contains { $0.pattern.dimensions == ["label"] }
    return [
      Gap(
        .imbalanced,
        cell: Cell([Cell.Coordinate("label", smallest.0)]),
        have: smallest.1,
        need: smallest.1,
        evidence: "`\(largest.0)` has \(largest.1) samples, `\(smallest.0)` \(smallest.1)",
        decision: .leave,
        reason: isCovered
          ? "the requirement for labels lifts the small ones; equal counts are not the aim"
          : "name a minimum for `label` under `requirements` if small labels matter"
      )
    ]
  }
}

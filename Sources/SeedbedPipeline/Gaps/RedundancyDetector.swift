import SeedbedData

/// Samples that repeat each other, and equal texts with different labels.
struct RedundancyDetector: GapDetector {
  func gaps(in evidence: GapEvidence) -> [Gap] {
    let redundancy = evidence.redundancy
    var gaps: [Gap] = []
    if !redundancy.exact.isEmpty || redundancy.patterns < redundancy.samples {
      let isTooMuch = redundancy.exactShare > evidence.maximumDuplicateShare
      gaps.append(
        Gap(
          .redundant,
          cell: Cell([]),
          have: redundancy.samples,
          need: redundancy.samples,
          evidence: "\(redundancy.samples) samples, \(redundancy.patterns) patterns, "
            + "\(redundancy.exact.count) exact duplicates",
          examples: redundancy.exact.prefix(5).map(\.removed),
          decision: isTooMuch ? .repair : .leave,
          reason: isTooMuch
            ? "more duplicates than `maximum_duplicate_share` allows: remove them at the source"
            : "exact duplicates are left out of versions; near ones stay together in one split"
        )
      )
    }
    if !redundancy.conflicts.isEmpty {
      gaps.append(
        Gap(
          .redundant,
          cell: Cell([]),
          have: redundancy.conflicts.count,
          need: redundancy.conflicts.count,
          evidence: "\(redundancy.conflicts.count) samples have the text of another "
            + "sample but another label",
          examples: redundancy.conflicts.prefix(5).map(\.removed),
          decision: .repair,
          reason: "one of the two labels is wrong, or the task needs more context"
        )
      )
    }
    return gaps
  }
}

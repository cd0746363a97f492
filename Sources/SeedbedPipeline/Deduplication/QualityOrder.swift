import SeedbedData

/// Which of two candidates stays when they are duplicates of each other.
///
/// The order is explicit and total, so that it depends neither on the file's order nor on threads: an
/// earlier round first (what was kept stays kept), then fewer generations from real data, then the label
/// that is believed more, then fewer edits, then the id. Real samples come before all candidates.
enum QualityOrder {
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.round != right.round { return left.round < right.round }
    let (a, b) = (left.sample.provenance, right.sample.provenance)
    if a.depth != b.depth { return a.depth < b.depth }
    let (p, q) = (belief(left), belief(right))
    if p != q { return p > q }
    if a.edits.count != b.edits.count { return a.edits.count < b.edits.count }
    return left.sample.id < right.sample.id
  }

  private static func belief(_ candidate: Candidate) -> Double {
    candidate.verdicts.first { $0.check == "label" }?.score ?? 0
  }
}

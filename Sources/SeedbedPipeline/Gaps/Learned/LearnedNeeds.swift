import SeedbedData
import SeedbedLearning

/// How many rows the gaps that a classifier finds need: what the learning curve, the other labels or the reference
/// set give, never a round number.
struct LearnedNeeds {
  private let evidence: LearnedEvidence
  /// How many rows each label has.
  private let sizes: [String: Int]
  /// How many rows the middle label has, the upper one of two.
  private let middle: Int

  init(_ evidence: LearnedEvidence) {
    self.evidence = evidence
    var sizes: [String: Int] = [:]
    for label in evidence.rows.labels { sizes[label, default: 0] += 1 }
    self.sizes = sizes
    let counts = sizes.values.sorted()
    middle = counts.isEmpty ? 0 : counts[counts.count / 2]
  }

  /// How many rows a label has.
  func have(_ label: String) -> Int { sizes[label] ?? 0 }

  /// The rows that by the learning curve bring a weak cell down to the errors of elsewhere, and whether they do.
  ///
  /// At most as many again as it has: a curve that was measured on all rows is not to be followed further in one
  /// cell; and at least as many as a cell must have to be looked at.
  func growth(of weak: WeakSlice) -> (adding: Int, suffices: Bool) {
    let most = max(weak.rows, WeakSlices.leastRows)
    let wanted =
      evidence.labels?.powerLaw.rows(
        to: weak.otherRate,
        from: weak.rate.estimate,
        have: weak.rows,
        most: most + 1
      ) ?? 0
    return (min(max(wanted, WeakSlices.leastRows), most), wanted <= most)
  }

  /// The label of two that has fewer rows, with what it lacks beside the other one or the middle label, whichever
  /// has more; the one that is mistaken more often where both have as many.
  ///
  /// Fewer rows show fewer of the ways in which one label is said. Where neither lacks any, more rows of the kind
  /// that there are tell nothing new.
  func lacking(_ pair: ConfusablePair) -> (label: String, rows: Int) {
    let label = have(pair.other) < have(pair.label) ? pair.other : pair.label
    let most = max(have(pair.label), have(pair.other), middle)
    return (label, most - have(label))
  }

  /// The training rows that a region would have by its share of the reference set.
  func adding(to region: UncoveredRegion) -> Int {
    max(1, Int((region.share.estimate * Double(evidence.rows.count)).rounded()))
  }
}

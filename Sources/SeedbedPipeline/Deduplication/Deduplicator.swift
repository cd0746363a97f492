public import SeedbedData

/// Removes candidates that are the same or nearly the same as a sample that stays.
///
/// Leader clustering: a candidate is compared with samples that stay, never with removed ones, so every
/// removed candidate is directly similar to the one it names, and a chain A~B~C does not take C with it.
public enum Deduplicator {
  /// Marks duplicates.
  ///
  /// - Parameters:
  ///   - candidates: Verified candidates that are still pending.
  ///   - sketches: Their sketches, in the same order.
  ///   - real: All real samples outside the holdout.
  ///   - realSketches: Their sketches, in the same order.
  ///   - threshold: Jaccard similarity from which two samples are near-duplicates.
  /// - Returns: The candidates in their order, `duplicate` with the sample that stays, or unchanged.
  public static func deduplicate(
    _ candidates: [Candidate],
    sketches: [TextSketch],
    real: [Sample],
    realSketches: [TextSketch],
    threshold: Double
  ) -> [Candidate] {
    var index = SimilarityIndex(threshold: threshold)
    var leaders: [(id: SampleID, sketch: TextSketch)] = []
    func lead(_ id: SampleID, _ sketch: TextSketch) {
      leaders.append((id, sketch))
      index.add(sketch)
    }
    for (sample, sketch) in zip(real, realSketches) { lead(sample.id, sketch) }
    let order = candidates.indices.sorted {
      QualityOrder.precedes(candidates[$0], candidates[$1])
    }
    var decided = candidates
    for position in order {
      let sketch = sketches[position], id = candidates[position].sample.id
      guard let match = index.bestMatch(sketch) else {
        lead(id, sketch)
        continue
      }
      let leader = leaders[match.index]
      decided[position].status = .duplicate
      decided[position].duplicate = DuplicateDecision(
        removed: id,
        kept: leader.id,
        kind: leader.sketch.exact == sketch.exact ? .exact : .near,
        similarity: match.similarity
      )
    }
    return decided
  }
}

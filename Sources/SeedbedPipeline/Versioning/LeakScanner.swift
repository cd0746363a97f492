public import SeedbedData

/// Proves that nothing derived or alike lies in two parts of a version, nor near the holdout.
public enum LeakScanner {
  /// Scans the samples of a version to be.
  ///
  /// Samples belong together when one is the other's parent, when they come from one template or one
  /// document, or when they are near-duplicates, directly or through others.
  ///
  /// - Parameters:
  ///   - samples: All samples, with their parts assigned.
  ///   - sketches: Their sketches, in the same order.
  ///   - reserved: Real samples that are in no part but have children in one.
  ///   - holdout: What is known of the holdout.
  ///   - threshold: Jaccard similarity from which two samples are near-duplicates.
  /// - Returns: What was found; clean when no group crosses and nothing is near the holdout.
  public static func scan(
    _ samples: [Sample],
    sketches: [TextSketch],
    reserved: [Sample],
    holdout: LeakIndex,
    threshold: Double
  ) -> LeakScan {
    var groups = Groups(count: samples.count + reserved.count)
    var place: [String: Int] = [:]
    for (index, sample) in (samples + reserved).enumerated() { place[sample.id.hex] = index }
    for (index, sample) in samples.enumerated() where sample.origin == .synthetic {
      for parent in sample.provenance.parents {
        // A parent that is in no part itself still joins its children.
        if let other = place[parent.hex] {
          groups.link(index, other)
        } else {
          place[parent.hex] = index
        }
      }
      let source = sample.provenance.source.id
      if source.hasPrefix("template:") || source.hasPrefix("document:") {
        if let other = place[source] { groups.link(index, other) } else { place[source] = index }
      }
    }
    var leaks: [LeakScan.Leak] = []
    var index = SimilarityIndex(threshold: threshold)
    for (position, sketch) in sketches.enumerated() {
      let sample = samples[position], split = sample.split?.rawValue ?? "none"
      for match in index.matches(sketch) {
        groups.link(match.index, position)
        let other = samples[match.index]
        if other.split != sample.split {
          leaks.append(
            LeakScan.Leak(
              sample: sample.id,
              split: split,
              other: other.id.hex,
              otherSplit: other.split?.rawValue ?? "none",
              similarity: match.similarity
            )
          )
        }
      }
      index.add(sketch)
      if let leak = holdout.leak(sketch) {
        leaks.append(
          LeakScan.Leak(
            sample: sample.id,
            split: split,
            other: leak.row.hex,
            otherSplit: "holdout",
            similarity: leak.similarity
          )
        )
      }
    }
    var splitOf: [Int: Split?] = [:]
    var crossing: Set<Int> = []
    for (position, sample) in (samples + reserved).enumerated() {
      let root = groups.root(position)
      if let known = splitOf[root] {
        if known != sample.split { crossing.insert(root) }
      } else {
        splitOf[root] = sample.split
      }
    }
    return LeakScan(
      threshold: threshold,
      compared: samples.count,
      crossingGroups: crossing.count,
      leaks: leaks
    )
  }
}

public import SeedbedData

/// How much of a set of samples repeats itself.
public struct Redundancy: Sendable, Hashable {
  /// How many samples were compared.
  public var samples: Int
  /// Groups of near-duplicates: how many patterns there really are.
  public var patterns: Int
  /// Samples that are the same as an earlier one after normalisation, with the same label.
  public var exact: [DuplicateDecision]
  /// Samples that are the same as an earlier one, but have another label.
  public var conflicts: [DuplicateDecision]

  /// The share of samples that are exact duplicates of an earlier one, 0…1.
  public var exactShare: Double { samples == 0 ? 0 : Double(exact.count) / Double(samples) }

  /// Compares samples.
  ///
  /// - Parameters:
  ///   - samples: The samples; of two equal ones the earlier stays.
  ///   - sketches: Their sketches, in the same order.
  ///   - roots: The root of each sample's group of near-duplicates.
  public init(_ samples: [Sample], sketches: [TextSketch], roots: [Int]) {
    self.samples = samples.count
    exact = []
    conflicts = []
    var firsts: [TextSketch.Exact: Int] = [:]
    for (index, sketch) in sketches.enumerated() {
      guard let first = firsts[sketch.exact] else {
        firsts[sketch.exact] = index
        continue
      }
      let decision = DuplicateDecision(
        removed: samples[index].id,
        kept: samples[first].id,
        kind: .exact,
        similarity: 1
      )
      if samples[index].label == samples[first].label {
        exact.append(decision)
      } else {
        conflicts.append(decision)
      }
    }
    patterns = roots.enumerated().count { $0.offset == $0.element }
  }
}

/// How much synthetic rows strengthen the ties of labels and groups that real rows have.
public struct BiasAmplification: Hashable, Sendable {
  /// One group's share of the rows of one label.
  public struct Cell: Hashable, Sendable {
    /// The label.
    public let label: String
    /// The group.
    public let group: String
    /// The group's share of the label's rows, the real one first, with the interval of the difference.
    public let shares: ShareDifference
    /// Whether real rows of the label are of this group more often than 1 in the number of groups.
    public let isTied: Bool
  }

  /// The mean over the labels of how much the shares of the tied groups rise; above 0 the synthetic rows
  /// are more one-sided than the real ones.
  public let mean: Double
  /// Every group of every label that both sides have, by label, then group.
  public let cells: [Cell]
  /// The labels that one side does not have, by name; they are left out.
  public let missingLabels: [String]
}

extension Metrics {
  /// Measures how much synthetic rows amplify the association of labels and groups.
  ///
  /// Zhao et al., "Men also like shopping" (2017): with `b(o, g)` the share of the group `g` among the
  /// rows of the label `o`, the mean over the labels of `b_synthetic − b_real` summed over the groups with
  /// `b_real` above 1 in the number of real groups.
  ///
  /// - Parameters:
  ///   - realLabels: The label of each real row.
  ///   - realGroups: The group of each real row.
  ///   - syntheticLabels: The label of each synthetic row.
  ///   - syntheticGroups: The group of each synthetic row.
  /// - Returns: The amplification; nil when no label is on both sides.
  public static func biasAmplification(
    realLabels: [String],
    realGroups: [String],
    syntheticLabels: [String],
    syntheticGroups: [String]
  ) -> BiasAmplification? {
    precondition(
      realLabels.count == realGroups.count && syntheticLabels.count == syntheticGroups.count,
      "each row needs a label and a group"
    )
    let labels = (counts(of: realLabels), counts(of: syntheticLabels))
    let pairs = (
      counts(of: zip(realLabels, realGroups).map { [$0, $1] }),
      counts(of: zip(syntheticLabels, syntheticGroups).map { [$0, $1] })
    )
    let groups = Set(realGroups + syntheticGroups).sorted()
    let chance = 1 / Double(Set(realGroups).count)
    let all = Set(labels.0.keys).union(labels.1.keys).sorted()
    let common = all.filter { labels.0[$0] != nil && labels.1[$0] != nil }
    guard !common.isEmpty else { return nil }
    var cells: [BiasAmplification.Cell] = []
    for label in common {
      for group in groups {
        let shares = ShareDifference(
          pairs.0[[label, group]] ?? 0,
          of: labels.0[label] ?? 0,
          against: pairs.1[[label, group]] ?? 0,
          of: labels.1[label] ?? 0
        )
        guard let shares else { continue }
        cells.append(
          BiasAmplification.Cell(
            label: label,
            group: group,
            shares: shares,
            isTied: shares.share > chance
          )
        )
      }
    }
    let rise = cells.reduce(0) { $0 + ($1.isTied ? $1.shares.difference.estimate : 0) }
    return BiasAmplification(
      mean: rise / Double(common.count),
      cells: cells,
      missingLabels: all.filter { labels.0[$0] == nil || labels.1[$0] == nil }
    )
  }
}

public import SeedbedLearning

/// The share of one label among real and among synthetic rows.
public struct LabelShare: Sendable, Hashable, Claimed {
  /// The label, and its shares with the interval of their difference.
  public var change: ShareChange
  /// Whether it is a difference.
  public var claim: DriftClaim

  var isLarge: Bool {
    let difference = change.shares.difference
    let least = min(
      ComparisonOptions.leastEffect,
      ComparisonOptions.leastRelativeChange * change.shares.share
    )
    return !difference.contains(0) && abs(difference.estimate) >= least
  }

  init(_ change: ShareChange) {
    self.change = change
    claim = DriftClaim(pValue: change.shares.testedPValue)
  }
}

/// How the labels of two sets differ.
public struct LabelDrift: Sendable, Hashable {
  /// The labels as one column.
  public var distribution: CategoryDrift
  /// The share of every label, by name.
  public var shares: [LabelShare]
  /// The number of words in the rows of single labels, by label.
  public var lengths: [NumberDrift]
  /// Real rows without a label.
  public var realUnlabelled: Int
  /// Synthetic rows without a label.
  public var syntheticUnlabelled: Int

  /// From how many rows on either side the texts of a label are compared.
  public static let leastRows = 30
  /// How many labels' texts are compared, those with most rows first.
  public static let mostLabels = 200

  /// Compares labels; nil when a side has none.
  ///
  /// - Parameters:
  ///   - real: The label of each real row.
  ///   - synthetic: The label of each synthetic row.
  ///   - words: The number of words of each real and of each synthetic row; nil for records.
  ///   - options: The seed of the draws and the threads.
  init?(
    real: [String?],
    synthetic: [String?],
    words: (real: [Double], synthetic: [Double])?,
    _ options: ComparisonOptions
  ) {
    let (a, b) = (real.compactMap(\.self), synthetic.compactMap(\.self))
    guard let distribution = CategoryDrift("label", real: a, synthetic: b, options),
      let changes = Metrics.shareChanges(real: a, synthetic: b)
    else { return nil }
    self.distribution = distribution
    shares = changes.map { LabelShare($0) }
    realUnlabelled = real.count - a.count
    syntheticUnlabelled = synthetic.count - b.count
    lengths = []
    guard let words else { return }
    let compared = distribution.values.filter { min($0.real, $0.synthetic) >= Self.leastRows }
      .enumerated()
      .sorted { ($1.element.smaller, $0.offset) < ($0.element.smaller, $1.offset) }
      .prefix(Self.mostLabels).compactMap(\.element.name)
    let rows = (Self.rows(by: real), Self.rows(by: synthetic))
    lengths = compared.sorted().compactMap { label in
      NumberDrift(
        "words",
        label: label,
        real: (rows.0[label] ?? []).map { words.real[$0] },
        synthetic: (rows.1[label] ?? []).map { words.synthetic[$0] },
        options
      )
    }
  }

  private static func rows(by labels: [String?]) -> [String: [Int]] {
    var rows: [String: [Int]] = [:]
    for (row, label) in labels.enumerated() {
      if let label { rows[label, default: []].append(row) }
    }
    return rows
  }
}

extension CategoryDrift.Value {
  fileprivate var smaller: Int { min(real, synthetic) }
}

extension ShareDifference {
  /// The exact p-value where counts are too small for the normal approximation.
  var testedPValue: Double {
    let least = [
      successes, trials - successes, otherSuccesses, otherTrials - otherSuccesses,
    ].min()
    return (least ?? 0) < 5 ? exactPValue : pValue
  }
}

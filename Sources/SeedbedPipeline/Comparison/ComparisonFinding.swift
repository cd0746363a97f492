public import SeedbedLearning

/// One thing in which two files differ, beyond chance and by enough to matter.
public struct ComparisonFinding: Sendable, Hashable {
  /// What kind of thing it is.
  public enum Part: String, Sendable, CaseIterable {
    /// A number measured of single texts.
    case number
    /// A category measured of single texts.
    case category
    /// The share of a label.
    case label
    /// The length of the texts of a label.
    case labelLength = "label_length"
    /// The tie of labels and a slice.
    case slice
    /// Texts as wholes.
    case text
    /// Variety.
    case diversity
    /// A further field of the rows.
    case column
  }

  /// What kind of thing it is.
  public var part: Part
  /// What differs: a measure, a label or a field.
  public var name: String
  /// The label of the rows, or the value of the slice or category that differs most.
  public var value: String?
  /// The metric by its usual name.
  public var metric: String
  /// The metric's value.
  public var estimate: Double
  /// Its 95 % interval, where it has one.
  public var interval: Interval?
  /// The mean, share or value of the real rows, where there is one.
  public var real: Double?
  /// The same of the synthetic rows.
  public var synthetic: Double?
  /// How large the difference is on a scale of 0 to 1, by which findings are ordered; 0 for what has no
  /// such scale.
  public var effect: Double

  /// Everything in a report that is called a difference, the largest first, single labels' rows last.
  static func all(in report: ComparisonReport) -> [ComparisonFinding] {
    var found: [ComparisonFinding] = []
    found += report.numbers.compactMap { Self(.number, $0) }
    found += report.categories.compactMap { Self(.category, $0) }
    if let labels = report.labels {
      found += labels.shares.compactMap { Self($0) }
      found += labels.lengths.compactMap { Self(.labelLength, $0) }
    }
    for slice in report.slices {
      found += slice.amplifies ? [Self(slice)] : []
      found += slice.cells.compactMap { Self($0, slice.slice) }
    }
    found += (report.texts?.tests ?? []).compactMap { Self($0) }
    found += (report.diversity?.measures ?? []).compactMap { Self($0) }
    found += (report.columns?.numbers ?? []).compactMap { Self(.column, $0.drift) }
    found += (report.columns?.categories ?? []).compactMap { Self(.column, $0) }
    let ordered = found.enumerated().sorted { a, b in
      (a.element.effect, b.offset) > (b.element.effect, a.offset)
    }.map(\.element)
    return ordered.filter { !$0.isDetail } + ordered.filter(\.isDetail)
  }

  /// Whether it is about the rows of a single label, of which there may be very many.
  private var isDetail: Bool {
    part == .labelLength || part == .slice && metric != "bias_amplification"
  }

  private init?(_ part: Part, _ drift: NumberDrift) {
    guard drift.claim.differs else { return nil }
    self.init(
      part: part,
      name: drift.name,
      value: drift.label,
      metric: "ks_statistic",
      estimate: drift.ks.estimate,
      interval: drift.ks,
      real: drift.real.mean,
      synthetic: drift.synthetic.mean,
      effect: drift.ks.estimate
    )
  }

  private init?(_ part: Part, _ drift: CategoryDrift) {
    guard drift.claim.differs, let largest = drift.largestChange else { return nil }
    self.init(
      part: part,
      name: drift.name,
      value: largest.name,
      metric: "total_variation",
      estimate: drift.totalVariation.estimate,
      interval: drift.totalVariation,
      real: Double(largest.real) / Double(drift.realCount),
      synthetic: Double(largest.synthetic) / Double(drift.syntheticCount),
      effect: drift.totalVariation.estimate
    )
  }

  private init?(_ share: LabelShare) {
    guard share.claim.differs else { return nil }
    self.init(.label, share.change.value, nil, share.change.shares)
  }

  private init?(_ cell: SliceBias.Cell, _ slice: String) {
    guard cell.claim.differs else { return nil }
    self.init(.slice, "\(slice)=\(cell.cell.group)", cell.cell.label, cell.cell.shares)
  }

  private init(_ part: Part, _ name: String, _ value: String?, _ shares: ShareDifference) {
    self.init(
      part: part,
      name: name,
      value: value,
      metric: "share_difference",
      estimate: shares.difference.estimate,
      interval: shares.difference,
      real: shares.share,
      synthetic: shares.otherShare,
      effect: abs(shares.difference.estimate)
    )
  }

  private init(_ slice: SliceBias) {
    self.init(
      part: .slice,
      name: slice.slice,
      value: nil,
      metric: "bias_amplification",
      estimate: slice.amplification.estimate,
      interval: slice.amplification,
      real: nil,
      synthetic: nil,
      effect: slice.amplification.estimate
    )
  }

  private init?(_ test: TextDrift.Test) {
    guard test.claim.differs else { return nil }
    let isArea = test.name != "mmd"
    self.init(
      part: .text,
      name: test.name,
      value: nil,
      metric: isArea ? "roc_auc" : "mmd_squared",
      estimate: test.value,
      interval: nil,
      real: nil,
      synthetic: nil,
      effect: isArea ? max(0, 2 * test.value - 1) : 0
    )
  }

  private init?(_ measure: DiversityComparison.Measure) {
    guard measure.claim.differs else { return nil }
    self.init(
      part: .diversity,
      name: measure.name,
      value: nil,
      metric: measure.name,
      estimate: measure.synthetic - measure.real,
      interval: measure.partDifference,
      real: measure.real,
      synthetic: measure.synthetic,
      effect: min(abs(measure.relativeChange ?? 0), 1)
    )
  }

  private init(
    part: Part,
    name: String,
    value: String?,
    metric: String,
    estimate: Double,
    interval: Interval?,
    real: Double?,
    synthetic: Double?,
    effect: Double
  ) {
    self.part = part
    self.name = name
    self.value = value
    self.metric = metric
    self.estimate = estimate
    self.interval = interval
    self.real = real
    self.synthetic = synthetic
    self.effect = effect
  }
}

public import SeedbedLearning

/// What different shares of synthetic rows in training are worth.
public struct MixingSweep: Sendable, Hashable {
  /// One share.
  public struct Point: Sendable, Hashable {
    /// The share of synthetic rows among all, 0...1.
    public var share: Double
    /// How many real rows are trained on.
    public var realRows: Int
    /// How many synthetic rows are trained on, or would be.
    public var syntheticRows: Int
    /// The metric with its interval; nil where there are too few synthetic rows for the share.
    public var value: Interval?
    /// The change against no synthetic rows; nil for the share 0 and where nothing was measured.
    public var change: Bootstrap.Finding?
    /// Its p-value among all shares (Benjamini-Hochberg).
    public var adjustedP: Double?
    /// What follows.
    public var effect: UtilityEffect?
    /// Whether the rule of thumb names the share.
    public var isRecommended: Bool
  }

  /// How the sets were filled.
  public var total: UtilityOptions.Total
  /// The shares, ascending.
  public var points: [Point]
  /// The rule of thumb for so many real rows.
  public var recommended: MixingRatio

  /// The share with the largest value, the least of equals.
  public var best: Point? {
    points.filter { $0.value != nil }.max {
      ($0.value?.estimate ?? 0, $1.share) < ($1.value?.estimate ?? 0, $0.share)
    }
  }

  /// Whether any share is clearly better than none.
  public var isAnyBetter: Bool { points.contains { $0.effect == .helps } }

  static let shares = (0...10).map { Double($0) / 10 }

  /// The rows of a share, and how many synthetic ones it takes; no rows where there are too few.
  static func rows(
    share: Double,
    total: UtilityOptions.Total,
    real: [Int],
    synthetic: [Int]
  ) -> (rows: [Int]?, real: Int, synthetic: Int) {
    var (keeps, takes) = (real.count, synthetic.count)
    switch total {
    case .grown:
      if share < 1 {
        takes = Int((Double(real.count) * share / (1 - share)).rounded())
      } else {
        keeps = 0
      }
    case .constant:
      let size = min(real.count, synthetic.count)
      takes = Int((Double(size) * share).rounded())
      keeps = size - takes
    }
    guard takes <= synthetic.count else { return (nil, keeps, takes) }
    return (Array(real.prefix(keeps) + synthetic.prefix(takes)), keeps, takes)
  }
}

/// A sweep whose trainings are planned.
struct MixingPlan: Sendable {
  var total: UtilityOptions.Total
  var realRows: Int
  var points: [(share: Double, arm: TrainingArm?, real: Int, synthetic: Int)] = []

  init(
    _ rows: TrainingRows,
    total: UtilityOptions.Total,
    folds: Int,
    into trials: inout TrialPlan
  ) {
    self.total = total
    realRows = rows.realCount
    let real = rows.order(rows.real, operation: "mixing real", draw: 0)
    let synthetic = rows.order(rows.synthetic, operation: "mixing synthetic", draw: 0)
    for share in MixingSweep.shares {
      let chosen = MixingSweep.rows(share: share, total: total, real: real, synthetic: synthetic)
      let arm = chosen.rows.map { trials.arm($0, foldOf: rows.foldOf, folds: folds) }
      points.append((share, arm, chosen.real, chosen.synthetic))
    }
  }

  func sweep(_ findings: UtilityFindings) -> MixingSweep {
    let recommended = MixingRatio.recommended(realRows: realRows)
    let none = points.first?.arm
    let changes = points.map { point -> Bootstrap.Finding? in
      guard point.share > 0, let none, let arm = point.arm else { return nil }
      return findings.change(findings.metric, from: none, to: arm)
    }
    let measured = changes.indices.filter { changes[$0] != nil }
    let adjusted = BenjaminiHochberg.adjusted(measured.map { changes[$0]?.pValue ?? 1 })
    var pOf: [Int: Double] = [:]
    for (place, index) in measured.enumerated() { pOf[index] = adjusted[place] }
    let all = points.indices.map { index -> MixingSweep.Point in
      let point = points[index]
      return MixingSweep.Point(
        share: point.share,
        realRows: point.real,
        syntheticRows: point.synthetic,
        value: point.arm.flatMap { findings.value(findings.metric, $0) },
        change: changes[index],
        adjustedP: pOf[index],
        effect: changes[index].map { UtilityEffect($0, adjustedP: pOf[index]) },
        isRecommended: recommended.shares.contains(point.share)
      )
    }
    return MixingSweep(total: total, points: all, recommended: recommended)
  }
}

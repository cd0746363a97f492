public import SeedbedLearning

/// What each batch of synthetic rows does to the whole, by leaving it out.
public struct BatchAttribution: Sendable, Hashable {
  /// Rows that were made together.
  public struct Effect: Sendable, Hashable {
    /// The batch's id; nil where rows are told apart by method, or of rows without one.
    public var batch: String?
    /// The method, where all rows are of one.
    public var method: String?
    /// How many rows of the training set they are.
    public var rows: Int
    /// The metric with all rows less the metric without these.
    public var change: Bootstrap.Finding
    /// Its p-value among all that were left out (Benjamini-Hochberg).
    public var adjustedP: Double
    /// What follows.
    public var effect: UtilityEffect
  }

  /// Whether methods were left out since there are too many batches.
  public var isByMethod: Bool
  /// The most that were left out.
  public var limit: Int
  /// How many groups of rows there are in all; above `limit` only the largest were left out.
  public var groups: Int
  /// What each does, the most harmful first.
  public var effects: [Effect]
}

/// Rows to be left out together, and the trainings without them.
struct AttributionPlan: Sendable {
  private struct Part {
    var batch: String?
    var method: String?
    var rows: [Int] = []
  }

  private var isByMethod: Bool
  private var limit: Int
  private var groups: Int
  private var parts: [(batch: String?, method: String?, rows: Int, arm: TrainingArm)] = []

  init(
    _ rows: TrainingRows,
    synthetic: [UtilityRow],
    limit: Int,
    folds: Int,
    into trials: inout TrialPlan
  ) {
    self.limit = limit
    var found = Self.parts(synthetic, first: rows.realCount) { "\($0.batch ?? "")" }
    isByMethod = found.count > limit
    if isByMethod {
      found = Self.parts(synthetic, first: rows.realCount) { $0.method ?? "" }
      for index in found.indices { found[index].batch = nil }
    }
    groups = found.count
    // The largest first, the earlier of equals.
    let chosen = found.indices.sorted { (found[$1].rows.count, $0) < (found[$0].rows.count, $1) }
      .prefix(limit).sorted()
    for part in chosen.map({ found[$0] }) {
      let left = Set(part.rows)
      let kept = (rows.real + rows.synthetic).filter { !left.contains($0) }
      let arm = trials.arm(kept, foldOf: rows.foldOf, folds: folds)
      parts.append((part.batch, part.method, part.rows.count, arm))
    }
  }

  private static func parts(
    _ synthetic: [UtilityRow],
    first: Int,
    key: (UtilityRow) -> String
  ) -> [Part] {
    var places: [String: Int] = [:], parts: [Part] = []
    for (index, row) in synthetic.enumerated() {
      let name = key(row)
      let place = places[name] ?? parts.count
      if place == parts.count {
        places[name] = place
        parts.append(Part(batch: row.batch, method: row.method))
      }
      if parts[place].method != row.method { parts[place].method = nil }
      parts[place].rows.append(first + index)
    }
    return parts
  }

  func attribution(of mix: TrainingArm, _ findings: UtilityFindings) -> BatchAttribution {
    let changes = parts.compactMap { part in
      findings.change(findings.metric, from: part.arm, to: mix).map { (part, $0) }
    }
    let adjusted = BenjaminiHochberg.adjusted(changes.map(\.1.pValue))
    let effects = zip(changes, adjusted).map { entry, adjusted in
      BatchAttribution.Effect(
        batch: entry.0.batch,
        method: entry.0.method,
        rows: entry.0.rows,
        change: entry.1,
        adjustedP: adjusted,
        effect: UtilityEffect(entry.1, adjustedP: adjusted)
      )
    }
    let order = effects.indices.sorted {
      (effects[$0].change.interval.estimate, $0) < (effects[$1].change.interval.estimate, $1)
    }
    return BatchAttribution(
      isByMethod: isByMethod,
      limit: limit,
      groups: groups,
      effects: order.map { effects[$0] }
    )
  }
}

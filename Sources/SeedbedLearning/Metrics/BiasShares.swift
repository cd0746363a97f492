/// How the share of one value, such as a label, a slice or a group, changes from real to synthetic rows.
public struct ShareChange: Hashable, Sendable {
  /// The value.
  public let value: String
  /// Its shares, the real one first, with the interval of their difference and tests of it.
  ///
  /// With many values adjust the p-values, as by `BenjaminiHochberg`.
  public let shares: ShareDifference

  /// The synthetic share over the real one; infinite for a value that real rows do not have.
  public var ratio: Double { shares.otherShare / shares.share }
}

extension Metrics {
  /// Compares how often each value occurs among real and among synthetic rows.
  ///
  /// - Parameters:
  ///   - real: The value of each real row.
  ///   - synthetic: The value of each synthetic row.
  ///   - confidence: The confidence of the intervals, between 0 and 1.
  /// - Returns: One change for each value of either side, by name; nil when a side has no rows.
  public static func shareChanges(
    real: [String],
    synthetic: [String],
    confidence: Double = 0.95
  ) -> [ShareChange]? {
    guard !real.isEmpty, !synthetic.isEmpty else { return nil }
    let counts = (counts(of: real), counts(of: synthetic))
    return Set(counts.0.keys).union(counts.1.keys).sorted().compactMap { value in
      ShareDifference(
        counts.0[value] ?? 0,
        of: real.count,
        against: counts.1[value] ?? 0,
        of: synthetic.count,
        confidence: confidence
      )
      .map { ShareChange(value: value, shares: $0) }
    }
  }

  /// How often each value occurs.
  static func counts<Value: Hashable>(of values: [Value]) -> [Value: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

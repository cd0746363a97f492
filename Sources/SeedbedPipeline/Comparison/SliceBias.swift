import SeedbedKernels
public import SeedbedLearning

/// Whether synthetic rows tie labels more closely to the values of one slice than real rows do.
public struct SliceBias: Sendable, Hashable {
  /// One label with one value.
  public struct Cell: Sendable, Hashable, Claimed {
    /// The label, the value, and the value's share among the label's rows.
    public var cell: BiasAmplification.Cell
    /// Whether it is a difference.
    public var claim: DriftClaim

    var isLarge: Bool {
      let difference = cell.shares.difference
      return !difference.contains(0) && abs(difference.estimate) >= ComparisonOptions.leastEffect
    }
  }

  /// By what rows are divided, such as `length`.
  public var slice: String
  /// The bias amplification with a 95 % interval, for the ties that real rows show.
  public var amplification: Interval
  /// Every label with every value, by label, then value.
  public var cells: [Cell]

  /// Whether ties are stronger among synthetic rows, beyond chance.
  public var amplifies: Bool { amplification.lower > 0 }

  /// The most values a slice has.
  static let mostValues = 20
  /// The most pairs of label and value that are looked at.
  static let mostCells = 20_000

  /// Compares a slice; nil when no label is on both sides, there is one value only, or too many.
  ///
  /// - Parameters:
  ///   - slice: By what rows are divided.
  ///   - labels: The label of each row, real and synthetic; rows without one are left out.
  ///   - values: The value of each row, real and synthetic.
  init?(
    _ slice: String,
    labels: (real: [String?], synthetic: [String?]),
    values: (real: [String?], synthetic: [String?])
  ) {
    let real = zip(labels.real, values.real).compactMap(Self.pair)
    let synthetic = zip(labels.synthetic, values.synthetic).compactMap(Self.pair)
    let known = Set(real.map(\.1) + synthetic.map(\.1))
    guard known.count > 1, known.count <= Self.mostValues,
      Set(real.map(\.0)).count * known.count <= Self.mostCells,
      let found = Metrics.biasAmplification(
        realLabels: real.map(\.0),
        realGroups: real.map(\.1),
        syntheticLabels: synthetic.map(\.0),
        syntheticGroups: synthetic.map(\.1)
      )
    else { return nil }
    self.slice = slice
    cells = found.cells.map {
      Cell(cell: $0, claim: DriftClaim(pValue: $0.shares.testedPValue))
    }
    amplification = Self.interval(found)
  }

  private static func pair(_ label: String?, _ value: String?) -> (String, String)? {
    label.map { ($0, value ?? "(none)") }
  }

  /// The interval of the mean rise, from those of the single labels (the method of variance estimates
  /// recovery, Zou and Donner 2008).
  ///
  /// For one label the tied values together are one share, whose difference has Newcombe's interval.
  private static func interval(_ found: BiasAmplification) -> Interval {
    var labels: [(label: String, tied: [BiasAmplification.Cell])] = []
    for cell in found.cells {
      if labels.last?.label != cell.label { labels.append((cell.label, [])) }
      if cell.isTied { labels[labels.count - 1].tied.append(cell) }
    }
    var (below, above) = (0.0, 0.0)
    for (_, tied) in labels {
      guard let first = tied.first?.shares,
        let rise = ShareDifference(
          tied.reduce(0) { $0 + $1.shares.successes },
          of: first.trials,
          against: tied.reduce(0) { $0 + $1.shares.otherSuccesses },
          of: first.otherTrials
        )?.difference
      else { continue }
      below += (rise.estimate - rise.lower) * (rise.estimate - rise.lower)
      above += (rise.upper - rise.estimate) * (rise.upper - rise.estimate)
    }
    let count = Double(max(labels.count, 1))
    return Interval(
      estimate: found.mean,
      lower: found.mean - below.squareRoot() / count,
      upper: found.mean + above.squareRoot() / count,
      confidence: 0.95
    )
  }
}

public import SeedbedLearning

/// What synthetic records give away of the real ones, by their columns.
public struct RecordPrivacy: Sendable, Hashable {
  /// A synthetic record and the real one that it matches.
  public struct Match: Sendable, Hashable {
    /// The row in the synthetic file, from 1.
    public var syntheticRow: Int
    /// The row in the real file, from 1.
    public var realRow: Int
  }

  /// How many synthetic records match a real one in every column.
  public var matches: Int
  /// The share of synthetic records without such a match (`NewRowSynthesis`).
  public var newRowSynthesis: Interval
  /// The first matches, at most a thousand.
  public var matched: [Match]
  /// The median distance to the closest real record over that of random records
  /// (`DCRBaselineProtection`).
  public var baselineProtection: Double?
  /// The 5 % quantile of the ratio of the distances to the nearest and second nearest real record (NNDR).
  public var nearestDistanceRatio: Double?
  /// The same against the holdout.
  public var holdoutDistanceRatio: Double?
  /// Whether the synthetic records keep as far from the real ones as from the holdout
  /// (`DCROverfittingProtection`).
  public var overfittingProtection: Double?
  /// How well who was in the real file is told by distance; nil without a holdout.
  public var membership: MembershipRisk?
  /// How many rows of each side distances are measured on, at most.
  public var sampleRows: Int

  private static let mostMatches = 1000

  /// Measures records; nil without columns.
  init?(
    _ sides: [ComparedRows],
    _ compared: ComparedColumns,
    _ options: ComparisonOptions
  ) throws {
    var columns = compared.columns.map(\.sides)
    if sides.contains(where: { $0.labels.contains { $0 != nil } }) {
      columns.append(sides.map { .categories($0.labels) })
    }
    guard !columns.isEmpty else { return nil }
    func table(_ side: Int, _ rows: [Int]) -> RecordTable {
      RecordTable(columns.map { $0[side].column(rows) })
    }
    let threads = options.threads
    let found = Metrics.matchingRecords(
      table(1, Array(0..<sides[1].count)),
      in: table(0, Array(0..<sides[0].count))
    )
    let places = found.indices.filter { found[$0] != nil }
    matches = places.count
    let new = Interval.wilson(successes: found.count - matches, trials: found.count)
    newRowSynthesis = new
    matched = places.prefix(Self.mostMatches).compactMap { place in
      found[place].map {
        Match(syntheticRow: sides[1].numbers[place], realRow: sides[0].numbers[$0])
      }
    }
    try Task.checkCancellation()
    let most = min(options.sample, sides.map(\.count).min() ?? 0)
    sampleRows = most
    let tables = sides.indices.map { side in
      table(
        side,
        RowSample(seed: options.seed).rows(most, of: sides[side].count, side: 0, for: "records")
      )
    }
    guard let toReal = Metrics.nearestRecords(tables[1], in: tables[0], threads: threads) else {
      return
    }
    nearestDistanceRatio = Metrics.nearestDistanceRatio(toReal)
    try Task.checkCancellation()
    let random = Metrics.uniformRecords(like: tables[0], count: most, seed: options.seed)
    baselineProtection = Metrics.nearestRecords(random, in: tables[0], threads: threads).flatMap {
      Metrics.baselineProtection(synthetic: toReal.map(\.distance), random: $0.map(\.distance))
    }
    try Task.checkCancellation()
    guard tables.count > 2,
      let toHoldout = Metrics.nearestRecords(tables[1], in: tables[2], threads: threads),
      let members = Metrics.nearestRecords(tables[0], in: tables[1], threads: threads),
      let others = Metrics.nearestRecords(tables[2], in: tables[1], threads: threads)
    else { return }
    holdoutDistanceRatio = Metrics.nearestDistanceRatio(toHoldout)
    overfittingProtection = Metrics.overfittingProtection(
      toTraining: toReal.map(\.distance),
      toHoldout: toHoldout.map(\.distance)
    )
    membership = Metrics.membershipRisk(
      members: members.map(\.distance),
      others: others.map(\.distance)
    )
  }
}

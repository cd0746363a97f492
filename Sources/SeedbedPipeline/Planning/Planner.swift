public import SeedbedData
import SeedbedLearning

/// Turns gaps into quotas.
///
/// Specific cells come first, and what they add counts for the wider cells around them. A total over the
/// budget is cut by largest remainders, so the counts are exact and every cell gives in proportion.
public struct Planner: Sendable {
  /// What the planner may choose from for one cell.
  public struct Choice: Sendable {
    /// The names of transforms, or chains of them, that fit the cell.
    public var transforms: [String]
    /// Real training samples to vary.
    public var seeds: Int
    /// The most samples that templates can give.
    public var expansions: Int
    /// The names of methods that ask a model, and fit the cell.
    public var prompted: [String]
    /// Real training samples that a model may be shown.
    public var shown: Int

    /// Makes a choice.
    ///
    /// - Parameters:
    ///   - transforms: Names of transforms or chains.
    ///   - seeds: Real training samples to vary.
    ///   - expansions: The most samples that templates can give.
    ///   - prompted: Names of methods that ask a model.
    ///   - shown: Real training samples that a model may be shown.
    public init(
      transforms: [String],
      seeds: Int,
      expansions: Int,
      prompted: [String] = [],
      shown: Int = 0
    ) {
      self.transforms = transforms
      self.seeds = seeds
      self.expansions = expansions
      self.prompted = prompted
      self.shown = shown
    }
  }

  private let settings: Configuration.Generation
  private let seed: Int

  /// Makes a planner.
  ///
  /// - Parameters:
  ///   - settings: What may be generated.
  ///   - seed: The seed of every draw.
  public init(settings: Configuration.Generation, seed: Int) {
    self.settings = settings
    self.seed = seed
  }

  /// Plans quotas for gaps.
  ///
  /// - Parameters:
  ///   - gaps: All gaps; only those to be filled get a quota.
  ///   - fingerprint: The fingerprint of the real data they were found in.
  ///   - configuration: The digest of the configuration that they follow.
  ///   - trainingCount: How many real training samples there are, for the share.
  ///   - choice: For a cell, what there is to choose from.
  /// - Returns: The plan.
  public func plan(
    _ gaps: [Gap],
    fingerprint: String,
    configuration: String,
    trainingCount: Int,
    choice: (Cell) -> Choice
  ) -> Plan {
    var quotas: [Quota] = []
    let fillable = gaps.filter { $0.decision == .fill && $0.deficit > 0 }
      .enumerated().sorted { left, right in
        let (a, b) = (left.element.cell.coordinates.count, right.element.cell.coordinates.count)
        return a == b ? left.offset < right.offset : a > b
      }.map(\.element)
    var wanted: [(gap: Gap, count: Int, choice: Choice)] = []
    for gap in fillable {
      let inside = wanted.filter { gap.cell.contains($0.gap.cell) }.reduce(0) { $0 + $1.count }
      let choice = choice(gap.cell)
      let supply = children(of: choice) + choice.expansions + written(of: choice)
      let count = min(max(0, gap.deficit - inside), supply)
      if count > 0 { wanted.append((gap, count, choice)) }
    }
    let total = wanted.reduce(0) { $0 + $1.count }
    let budget = settings.budget ?? Int(Double(trainingCount) * settings.maximumShare)
    let counts =
      total <= budget
      ? wanted.map(\.count)
      : apportion(
        total: budget,
        weights: wanted.map { Double($0.count) },
        caps: wanted.map(\.count)
      )
    for (want, count) in zip(wanted, counts) where count > 0 {
      let shares = shares(of: count, want.choice)
      guard !shares.isEmpty else { continue }
      quotas.append(
        Quota(
          cell: want.gap.cell,
          gap: want.gap.kind,
          have: want.gap.have,
          need: want.gap.need,
          reason: reason(want.gap, wanted: want.count, given: count),
          split: .train,
          shares: shares
        )
      )
    }
    return Plan(
      dataFingerprint: fingerprint,
      configurationDigest: configuration,
      seed: seed,
      quotas: quotas
    )
  }

  /// A quota for the synthetic evaluation suite, by methods that training never uses.
  ///
  /// - Parameter methods: The methods for evaluation.
  /// - Returns: The quota, or nil where none is asked for.
  public func evaluationQuota(methods: [String]) -> Quota? {
    guard settings.evaluationSuite > 0, !methods.isEmpty else { return nil }
    let counts = apportion(
      total: settings.evaluationSuite,
      weights: methods.map { _ in 1 },
      caps: nil
    )
    return Quota(
      cell: Cell([]),
      gap: .missing,
      have: 0,
      need: settings.evaluationSuite,
      reason: "evaluation_suite asks for adversarial samples from reserved real ones",
      split: .syntheticEval,
      shares: zip(methods, counts).filter { $1 > 0 }.map { MethodShare($0, $1) }
    )
  }

  /// Splits a count between templates, transforms and models, each in turn evenly.
  private func shares(of count: Int, _ choice: Choice) -> [MethodShare] {
    let supplies = [choice.expansions, children(of: choice), written(of: choice)]
    let names = [["templates"], choice.transforms, choice.prompted]
    // Transforms bring only new surface, templates new wording, and models new situations too.
    let weights = zip([2.0, 1.0, 3.0], supplies).map { $1 > 0 ? $0 : 0 }
    let parts = apportion(
      total: min(count, supplies.reduce(0, +)),
      weights: weights,
      caps: supplies
    )
    var shares: [MethodShare] = []
    for (part, names) in zip(parts, names) where part > 0 {
      let counts = apportion(total: part, weights: names.map { _ in 1 }, caps: nil)
      for (name, count) in zip(names, counts) where count > 0 {
        shares.append(MethodShare(name, count))
      }
    }
    return shares
  }

  /// How many samples the transforms may grow from the cell's seeds.
  private func children(of choice: Choice) -> Int {
    choice.transforms.isEmpty ? 0 : choice.seeds * settings.childrenPerSeed
  }

  /// How many samples models may write from what they are shown.
  private func written(of choice: Choice) -> Int {
    choice.prompted.isEmpty ? 0 : choice.shown * settings.childrenPerSeed
  }

  private func reason(_ gap: Gap, wanted: Int, given: Int) -> String {
    var words = gap.reason
    if wanted < gap.deficit {
      words += "; \(gap.deficit - wanted) of \(gap.deficit) come from narrower cells or stay open"
    }
    if given < wanted { words += "; cut from \(wanted) to keep to the budget" }
    return words
  }
}

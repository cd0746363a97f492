public import SeedbedData
import SeedbedLearning

/// Turns gaps into quotas.
///
/// Specific cells come first, and what they add counts for the wider cells around them. A total over the
/// budget is cut by largest remainders, so the counts are exact: in proportion to what each cell lacks, or
/// where a gap's worth is known, to that times the errors that its rows avoid.
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
    /// The names of methods that translate samples into the cell, or there and back.
    public var translating: [String] = []
    /// Real training samples that they may translate.
    public var translatable = 0
    /// The names of methods that ask about documents or follow a schema.
    public var grounded: [String] = []
    /// The most samples that these can give.
    public var groundable = 0

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
      let supply = supplies(of: choice).reduce(0) { $0 + $1.count }
      let count = min(max(0, gap.deficit - inside), supply)
      if count > 0 { wanted.append((gap, count, choice)) }
    }
    let budget = settings.budget ?? Int(Double(trainingCount) * settings.maximumShare)
    let division = BudgetDivision(wanted.map { ($0.count, $0.gap.weight) }, budget: budget)
    for (want, count) in zip(wanted, division.counts) where count > 0 {
      let shares = shares(of: count, want.choice)
      guard !shares.isEmpty else { continue }
      quotas.append(
        Quota(
          cell: want.gap.cell,
          gap: want.gap.kind,
          have: want.gap.have,
          need: want.gap.need,
          reason: reason(want.gap, wanted: want.count, given: count, division),
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

  /// Splits a count between the kinds of methods by their weights, and within a kind evenly.
  private func shares(of count: Int, _ choice: Choice) -> [MethodShare] {
    let supplies = supplies(of: choice)
    let parts = apportion(
      total: min(count, supplies.reduce(0) { $0 + $1.count }),
      weights: supplies.map { $0.count > 0 ? $0.weight : 0 },
      caps: supplies.map(\.count)
    )
    var shares: [MethodShare] = []
    for (part, supply) in zip(parts, supplies) where part > 0 {
      let counts = apportion(total: part, weights: supply.names.map { _ in 1 }, caps: nil)
      for (name, count) in zip(supply.names, counts) where count > 0 {
        shares.append(MethodShare(name, count))
      }
    }
    return shares
  }

  /// What one kind of methods can give.
  private struct Supply {
    var names: [String]
    var count: Int
    var weight: Double
  }

  /// What each kind can give; none of a kind without a method.
  ///
  /// Transforms bring only new surface, translations and templates new wording, documents and schemas new
  /// content, and models new situations too.
  private func supplies(of choice: Choice) -> [Supply] {
    func supply(_ names: [String], _ count: Int, weight: Double) -> Supply {
      Supply(names: names, count: names.isEmpty ? 0 : count, weight: weight)
    }
    let children = settings.childrenPerSeed
    return [
      supply(["templates"], choice.expansions, weight: 2),
      supply(choice.transforms, choice.seeds * children, weight: 1),
      supply(choice.translating, choice.translatable * choice.translating.count, weight: 1),
      supply(choice.grounded, choice.groundable, weight: 2),
      supply(choice.prompted, choice.shown * children, weight: 3),
    ]
  }

  private func reason(
    _ gap: Gap,
    wanted: Int,
    given: Int,
    _ division: BudgetDivision
  ) -> String {
    var words = gap.reason
    if wanted < gap.deficit {
      words += "; \(gap.deficit - wanted) of \(gap.deficit) come from narrower cells or stay open"
    }
    if let worth = division.words(for: gap.weight) { words += "; \(worth)" }
    if given < wanted { words += "; cut from \(wanted) to keep to the budget" }
    return words
  }
}

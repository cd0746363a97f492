public import SeedbedData
import SeedbedKernels
import SeedbedText

/// Makes the candidates of a plan; every draw is keyed by seed, quota, method and number, so a candidate
/// is the same whatever else is generated, on any number of threads.
public struct Generator: Sendable {
  /// What to draw for one share of a quota.
  public struct Order: Sendable, Hashable {
    /// The index of the quota in the plan.
    public var quota: Int
    /// The method's name.
    public var method: String
    /// How many candidates to make.
    public var count: Int
    /// The number of the first draw.
    public var firstDraw: Int

    /// Makes an order.
    ///
    /// - Parameters:
    ///   - quota: The index of the quota in the plan.
    ///   - method: The method's name.
    ///   - count: How many candidates to make.
    ///   - firstDraw: The number of the first draw.
    public init(quota: Int, method: String, count: Int, firstDraw: Int) {
      self.quota = quota
      self.method = method
      self.count = count
      self.firstDraw = firstDraw
    }
  }

  /// Draws for each candidate wanted before a share gives up: some texts give a method nothing to change.
  private static let patience = 4

  let plan: Plan
  let planDigest: String
  let seeds: SeedRows
  let registry: MethodRegistry
  let fields: FieldMap
  private let companions: Companions
  private let language: LanguageIdentifier
  private let onlyLanguage: String?

  /// Makes a generator.
  ///
  /// - Parameters:
  ///   - plan: The plan; without one there is no generating.
  ///   - seeds: The real samples that may be varied.
  ///   - registry: The methods.
  ///   - configuration: The project's configuration.
  public init(
    plan: Plan,
    seeds: SeedRows,
    registry: MethodRegistry,
    configuration: Configuration
  ) {
    self.plan = plan
    planDigest = plan.digest
    self.seeds = seeds
    self.registry = registry
    fields = configuration.fields
    companions = Companions(configuration.fields)
    language = LanguageIdentifier(languages: configuration.languages)
    onlyLanguage = configuration.languages.count == 1 ? configuration.languages.first : nil
  }

  /// Makes the candidates of some orders.
  ///
  /// - Parameters:
  ///   - orders: What to draw.
  ///   - round: The round of generation, from 0.
  ///   - threads: The most threads.
  /// - Returns: The candidates, order by order; fewer than asked for where there is nothing to draw from.
  /// - Throws: A `SeedbedError` for an unknown method; `CancellationError`.
  public func candidates(
    for orders: [Order],
    round: Int,
    threads: Int
  ) async throws -> [Candidate] {
    try await mapChunks(orders, threads: threads, chunk: 1) { slice in
      try slice.flatMap { order in
        order.method == registry.templates.descriptor.name
          ? expansions(order, round: round) : try variations(order, round: round)
      }
    }
  }

  private func variations(_ order: Order, round: Int) throws -> [Candidate] {
    let quota = plan.quotas[order.quota]
    let method = try registry.transform(named: order.method)
    let descriptor = method.descriptor
    let batch = Batch(plan: planDigest, method: order.method)
    let free =
      quota.split == .syntheticEval
      ? descriptor.moves : SeedRows.freeDimensions(of: quota.cell)
    let turns = turns(of: order, moves: free)
    guard !turns.isEmpty else { return [] }
    var candidates: [Candidate] = []
    for attempt in 0..<(order.count * Self.patience) where candidates.count < order.count {
      let draw = order.firstDraw + attempt
      let parent = turns[draw % turns.count]
      var random = chance(for: parent.id.hex, order.method, draw: draw)
      guard
        let sample = vary(parent, by: method, draw: draw, batch: batch.id, random: &random)
      else { continue }
      candidates.append(Candidate(sample: sample, quota: order.quota, round: round))
    }
    return candidates
  }

  /// The samples that an order's draws vary, each in its turn, in an order of their own.
  ///
  /// - Parameters:
  ///   - order: What to draw.
  ///   - moves: Dimensions in which a sample may differ from the cell.
  /// - Returns: The samples; empty where there are none.
  func turns(of order: Order, moves: [String]) -> [Sample] {
    let quota = plan.quotas[order.quota]
    var positions = seeds.positions(for: quota.cell, in: quota.split, moves: moves)
    guard let pool = seeds.pools[quota.split] else { return [] }
    let key = "\(quota.split.rawValue)/\(quota.cell.description)/\(order.method)"
    var random = chance(for: key, "seed.order", draw: 0)
    random.shuffle(&positions)
    return positions.map { pool.samples[$0] }
  }

  /// The chance of one draw under the plan's seed.
  func chance(for sample: String, _ operation: String, draw: Int) -> CounterRandom {
    CounterRandom(
      seed: UInt64(bitPattern: Int64(plan.seed)),
      sample: sample,
      operation: operation,
      draw: draw
    )
  }

  /// The text of a sample as a seed; nil where its spans do not fit it.
  func text(of sample: Sample) -> SampleText? {
    SampleText(
      sample,
      language: language.identify(sample.text).code ?? onlyLanguage,
      keywords: seeds.keywords,
      companions: companions
    )
  }

  private func vary(
    _ parent: Sample,
    by method: any TransformMethod,
    draw: Int,
    batch: String,
    random: inout CounterRandom
  ) -> Sample? {
    guard let text = text(of: parent),
      let variation = method.variation(of: text.seed, random: &random)
    else {
      return nil
    }
    return text.sample(
      variation,
      of: parent,
      fields: fields,
      by: MethodApplication(
        name: method.descriptor.name,
        parameters: variation.parameters,
        seed: plan.seed,
        draw: draw
      ),
      batch: batch
    )
  }
}

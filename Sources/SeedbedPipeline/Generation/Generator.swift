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
    let positions = seeds.positions(for: quota.cell, in: quota.split, moves: free)
    guard let pool = seeds.pools[quota.split], !positions.isEmpty else { return [] }
    let key = "\(quota.split.rawValue)/\(quota.cell.description)/\(order.method)"
    var turns = CounterRandom(
      seed: UInt64(bitPattern: Int64(plan.seed)),
      sample: key,
      operation: "seed.order",
      draw: 0
    )
    var sequence = positions
    turns.shuffle(&sequence)
    var candidates: [Candidate] = []
    for attempt in 0..<(order.count * Self.patience) where candidates.count < order.count {
      let draw = order.firstDraw + attempt
      let parent = pool.samples[sequence[draw % sequence.count]]
      var random = CounterRandom(
        seed: UInt64(bitPattern: Int64(plan.seed)),
        sample: parent.id.hex,
        operation: order.method,
        draw: draw
      )
      guard
        let sample = vary(parent, by: method, draw: draw, batch: batch.id, random: &random)
      else { continue }
      candidates.append(Candidate(sample: sample, quota: order.quota, round: round))
    }
    return candidates
  }

  private func vary(
    _ parent: Sample,
    by method: any TransformMethod,
    draw: Int,
    batch: String,
    random: inout CounterRandom
  ) -> Sample? {
    let offsets = ScalarOffsets(parent.text)
    let spanRanges = parent.spans.map { span -> Range<Int>? in
      guard let start = offsets.utf8(fromScalar: span.start),
        let end = offsets.utf8(fromScalar: span.end), start <= end
      else { return nil }
      return start..<end
    }
    let locks = ProtectedRanges.find(in: parent.text).map(\.range) + spanRanges.compactMap { $0 }
    let seed = Seed(
      text: parent.text,
      language: language.identify(parent.text).code ?? onlyLanguage,
      label: parent.label,
      locked: Self.merged(locks)
    )
    guard let proposal = method.propose(for: seed, random: &random),
      let text = try? proposal.edits.applied(to: parent.text)
    else { return nil }
    let newOffsets = ScalarOffsets(text)
    var spans: [TextSpan] = []
    for (span, range) in zip(parent.spans, spanRanges) {
      guard let range, let moved = proposal.edits.map(range),
        let start = newOffsets.scalar(fromUTF8: moved.lowerBound),
        let end = newOffsets.scalar(fromUTF8: moved.upperBound)
      else { return nil }
      spans.append(TextSpan(start: start, end: end, label: span.label, text: span.text))
    }
    let provenance = Provenance(
      synthetic: SourceReference(id: parent.id.hex, span: 0..<offsets.scalarCount),
      method: MethodApplication(
        name: method.descriptor.name,
        parameters: proposal.parameters,
        seed: plan.seed,
        draw: draw
      ),
      parents: [parent.id],
      depth: parent.provenance.depth + 1,
      edits: proposal.edits.edits,
      batch: batch
    )
    return parent.derived(text: text, spans: spans, fields: fields, provenance: provenance)
  }

  /// Ranges in ascending order, those that overlap made one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

import SeedbedData
import SeedbedText

extension Runner {
  /// Quotas whose candidates are stored in one transaction: enough to keep both cores busy, few enough to
  /// lose little when the run is killed.
  private static let quotasPerStep = 32

  /// Makes and stores the candidates of one round, but for quotas that are stored already.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - orders: What to draw in this round.
  ///   - round: The round, from 0.
  ///   - maker: What makes candidates.
  /// - Throws: A gate error for incomplete provenance, or when answers are still to come from a batch file;
  ///   `CancellationError`.
  func generate(
    _ plan: Plan,
    orders: [Generator.Order],
    round: Int,
    maker: CandidateMaker
  ) async throws {
    let done = try journal.generatedQuotas(plan: plan.digest, round: round)
    let open = orders.filter { !done.contains($0.quota) && $0.count > 0 }
    let quotas = Array(Set(open.map(\.quota))).sorted()
    let stored = try reviewedCandidates(of: plan)
    var known = Set(stored.map(\.sample.id))
    let accepted = stored.filter { $0.status == .accepted }.map(\.sample)
    var pending = 0
    for start in stride(from: 0, to: quotas.count, by: Self.quotasPerStep) {
      report("generating", start, of: quotas.count)
      let step = quotas[start..<min(quotas.count, start + Self.quotasPerStep)]
      let mine = open.filter { step.contains($0.quota) }
      // Two quotas, or two rounds, may draw the very same sample; the first one has it.
      let made = try await maker.candidates(
        for: mine,
        round: round,
        accepted: accepted,
        threads: options.threads
      )
      try journal.store(made.failures)
      // Without all of its answers a quota's candidates are not stored: they would never be completed.
      pending += made.pending
      guard made.pending == 0 else { continue }
      let candidates = made.candidates.filter { known.insert($0.sample.id).inserted }
      try Verifier.refuseIncompleteProvenance(candidates)
      let methods = Array(Set(mine.map(\.method))).sorted()
      try journal.record(
        candidates,
        batches: methods.map { maker.batch(of: $0, plan: plan) },
        plan: plan.digest,
        round: round,
        quotas: Array(step)
      )
    }
    try refusePending(pending)
  }

  /// Stops where draws or judgements wait for answers from a batch file.
  func refusePending(_ count: Int) throws {
    guard count > 0 else { return }
    throw SeedbedError(
      .gate,
      "\(count) steps wait for answers from a batch file",
      hint:
        "write their requests with `seedbed batch write`, read the answers with `seedbed batch read`, "
        + "then run this again"
    )
  }

  /// What to draw in a round: in the first, each share with its oversampling; later, for what is missing.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - round: The round, from 0.
  ///   - stored: The candidates of earlier rounds, with their status.
  /// - Returns: An order for each share that still needs candidates.
  func orders(for plan: Plan, round: Int, stored: [Candidate]) -> [Generator.Order] {
    var accepted = [Int](repeating: 0, count: plan.quotas.count)
    var nextDraw: [String: Int] = [:]
    for candidate in stored where candidate.round < round {
      if candidate.status == .accepted { accepted[candidate.quota] += 1 }
      let application = candidate.sample.provenance.method
      let key = "\(candidate.quota)/\(application?.name ?? "")"
      nextDraw[key] = max(nextDraw[key] ?? 0, (application?.draw ?? 0) + 1)
    }
    return plan.quotas.enumerated().flatMap { index, quota -> [Generator.Order] in
      let missing = quota.count - accepted[index]
      guard missing > 0 else { return [] }
      // A cell that is hard to fill gets twice as many tries in every further round.
      let factor = configuration.generation.oversampling * Double(1 << round)
      return quota.shares.map { share in
        let part = Double(share.count) * Double(missing) / Double(max(1, quota.count))
        return Generator.Order(
          quota: index,
          method: share.method,
          count: Int((part * factor).rounded(.up)),
          firstDraw: nextDraw["\(index)/\(share.method)"] ?? 0
        )
      }
    }
  }

  /// What makes the candidates of a plan.
  func maker(
    for plan: Plan,
    _ prepared: PreparedData,
    labels: LabelModel?
  ) async throws -> CandidateMaker {
    let dimensions = try DimensionSet(of: configuration)
    let seeds = try await seedRows(prepared, dimensions: dimensions)
    let generator = Generator(
      plan: plan,
      seeds: seeds,
      registry: MethodRegistry(configuration: configuration, spanValues: seeds.spanValues),
      configuration: configuration
    )
    let writers = try writers(for: plan)
    let shares = plan.quotas.flatMap(\.shares).filter { $0.count > 0 }
    let translates = shares.contains { generator.registry.isTranslating($0.method) }
    let asks = shares.contains { generator.registry.isAboutDocuments($0.method) }
    return CandidateMaker(
      generator: generator,
      prompted: try await promptedGenerator(
        for: plan,
        prepared,
        writers: writers,
        labels: labels
      ),
      desk: translates ? try await models.desk() : nil,
      documents: asks ? try documents(prepared) : [],
      writers: writers
    )
  }

  /// The documents to ask about.
  func documents(_ prepared: PreparedData) throws -> [ProjectDocument] {
    try PassageReader.documents(
      of: configuration,
      in: project,
      rows: prepared.counted.filter { $0.split == .train }
    )
  }

  /// Refuses a plan that was made from other data or names what does not exist.
  func check(_ plan: Plan, against prepared: PreparedData) throws {
    guard plan.dataFingerprint == prepared.data.fingerprint else {
      throw SeedbedError(
        .gate,
        "`plan.yaml` was made from other data than there is now",
        hint: "run `seedbed gaps` to plan anew"
      )
    }
    let registry = MethodRegistry(configuration: configuration)
    for quota in plan.quotas {
      for coordinate in quota.cell.coordinates
      where !configuration.dimensions.contains(coordinate.dimension) {
        let nearest = NearestName.find(
          coordinate.dimension,
          among: configuration.dimensions
        ).map { "did you mean `\($0)`?" }
        throw SeedbedError(
          .configuration,
          "`plan.yaml` has a quota for the dimension `\(coordinate.dimension)`, which "
            + "`seedbed.yaml` does not list",
          hint: nearest
        )
      }
      for share in quota.shares {
        let descriptor = try registry.descriptor(ofShare: share.method)
        guard descriptor.isAvailable || share.count == 0 else {
          throw SeedbedError(
            .missingResource,
            "the method `\(share.method)` needs \(descriptor.needs.joined(separator: ", "))",
            hint: "install it, or name another method in `plan.yaml`; see `seedbed doctor`"
          )
        }
        guard (descriptor.use == .evaluation) == (quota.split == .syntheticEval) else {
          throw SeedbedError(
            .gate,
            "`\(share.method)` may not be used for `\(quota.split.rawValue)`: training data and "
              + "the evaluation suite come from different methods",
            hint: "name another method in `plan.yaml`"
          )
        }
      }
    }
  }
}

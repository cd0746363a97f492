public import SeedbedData
import SeedbedText

extension Runner {
  /// Finds the gaps, and writes the plan where asked to.
  ///
  /// - Parameter writesPlan: Whether to write `plan.yaml`.
  /// - Returns: The gaps with their decisions, and the plan.
  /// - Throws: A gate error for a stop rule; a `SeedbedError` or `BadRow` for data that cannot be read.
  public func gaps(writesPlan: Bool = true) async throws -> GapReport {
    try await recorded("gaps", key: "gaps \(project.configurationDigest)") { run in
      let report = try await analyze(prepare(run: run))
      if writesPlan { try project.write(report.plan) }
      return report
    }
  }

  /// Makes and stores the candidates of `plan.yaml`.
  ///
  /// - Returns: The stored candidates.
  /// - Throws: A gate error where there is no plan, or one made from other data.
  public func generate() async throws -> [Candidate] {
    let plan = try requiredPlan()
    return try await recorded("generate", key: plan.digest) { run in
      let prepared = try await prepare(run: run)
      try check(plan, against: prepared)
      try enforceJudges(run: run)
      try enforceStopRules(before: plan, prepared, run: run)
      let maker = try await maker(
        for: plan,
        prepared,
        labels: context(for: plan, prepared).labels
      )
      try await generate(
        plan,
        orders: orders(for: plan, round: 0, stored: []),
        round: 0,
        maker: maker
      )
      return try journal.candidates(plan: plan.digest)
    }
  }

  /// Shows some candidates with their verdicts, and stores nothing of them.
  ///
  /// - Parameter count: How many candidates to show.
  /// - Returns: Candidates from all over the plan, checked.
  /// - Throws: A gate error where there is no plan, or one made from other data.
  public func preview(_ count: Int) async throws -> [Candidate] {
    let plan = try requiredPlan()
    return try await recorded("preview", key: plan.digest) { run in
      let prepared = try await prepare(run: run)
      try check(plan, against: prepared)
      // One draw of each share in turn, so that a few candidates show the whole plan.
      let shares = orders(for: plan, round: 0, stored: [])
      guard !shares.isEmpty else { return [] }
      let step = max(1, shares.count / max(1, count))
      let perShare = (count + shares.count - 1) / shares.count
      var orders = stride(from: 0, to: shares.count, by: step).map { shares[$0] }
      for index in orders.indices { orders[index].count = perShare }
      let context = try context(for: plan, prepared)
      let maker = try await maker(for: plan, prepared, labels: context.labels)
      let made = try await maker.candidates(
        for: Array(orders.prefix(max(1, count))),
        round: 0,
        accepted: [],
        threads: options.threads
      )
      try refusePending(made.pending)
      let shown = Array(made.candidates.prefix(count))
      let sketches = try await TextSketch.sketches(
        of: shown.map(\.sample.comparisonText),
        threads: options.threads
      )
      return try await Verifier.verify(
        shown,
        sketches: sketches,
        in: context,
        threads: options.threads
      )
    }
  }

  /// Checks the stored candidates of `plan.yaml`, removes duplicates and selects.
  ///
  /// - Returns: All candidates of the plan with their status.
  /// - Throws: A gate error where there is no plan; a `SeedbedError` where nothing was generated.
  public func verify() async throws -> [Candidate] {
    let plan = try requiredPlan()
    return try await recorded("verify", key: plan.digest) { run in
      let prepared = try await prepare(run: run)
      try check(plan, against: prepared)
      guard try !journal.candidates(plan: plan.digest).isEmpty else {
        throw SeedbedError(
          .gate,
          "no candidates of `plan.yaml` are stored",
          hint: "run `seedbed generate` first"
        )
      }
      try enforceJudges(run: run)
      return try await verify(plan, prepared, try await evidence(for: plan, prepared), run: run)
    }
  }

  /// Makes a version of the real data and the accepted candidates of `plan.yaml`.
  ///
  /// - Returns: The version with everything that is known about it.
  /// - Throws: A gate error where there is no plan, where candidates are unchecked, or where the version
  ///   would leak.
  public func makeVersion() async throws -> RunOutcome {
    let plan = try requiredPlan()
    return try await recorded("version", key: plan.digest) { run in
      let prepared = try await prepare(run: run)
      try check(plan, against: prepared)
      let candidates = try reviewedCandidates(of: plan)
      guard candidates.allSatisfy({ $0.status != .pending }) else {
        throw SeedbedError(
          .gate,
          "some candidates of `plan.yaml` are not checked yet",
          hint: "run `seedbed verify` first"
        )
      }
      let gaps = try await analyze(prepared)
      let outcome = try await assemble(
        plan,
        prepared,
        candidates,
        gaps: gaps,
        tagger: try await evidence(for: plan, prepared).tagger,
        run: &run
      )
      run.summary = outcome.report.json
      return outcome
    }
  }

  /// Everything: gaps, plan, rounds of generation and verification, version and measurement.
  ///
  /// A `plan.yaml` made from the same data and configuration is used as it is, so that edits count; one
  /// made from others is replaced.
  ///
  /// - Returns: What was found and made; `isUnchanged` when all of it had been done before.
  /// - Throws: A gate error for a broken rule; a `SeedbedError` or `BadRow` for data that cannot be read.
  public func run() async throws -> RunOutcome {
    try await recorded("run", key: project.configurationDigest) { run in
      let prepared = try await prepare(run: run)
      let gaps = try await analyze(prepared)
      let plan = try currentPlan(gaps.plan)
      try project.write(plan)
      try check(plan, against: prepared)
      try enforceJudges(run: run)
      try enforceStopRules(before: plan, prepared, gaps: gaps.gaps, run: run)
      let earlier = try journal.finishedRun(key: run.key)
      let evidence = try await evidence(for: plan, prepared)
      let maker = try await maker(for: plan, prepared, labels: evidence.context.labels)
      var candidates = try reviewedCandidates(of: plan)
      var stopped: StopFinding?
      for round in 0..<configuration.generation.rounds {
        let orders = orders(for: plan, round: round, stored: candidates)
        guard orders.contains(where: { $0.count > 0 }) else { break }
        try await generate(plan, orders: orders, round: round, maker: maker)
        candidates = try await verify(plan, prepared, evidence, run: run, through: round)
        stopped = try coverageStop(plan, after: round, candidates, prepared, run: run)
        guard stopped == nil else { break }
      }
      var outcome = try await assemble(
        plan,
        prepared,
        candidates,
        gaps: gaps,
        tagger: evidence.tagger,
        stopped: stopped,
        run: &run
      )
      outcome.report.isUnchanged = earlier?.version == outcome.report.version.id
      run.summary = outcome.report.json
      return outcome
    }
  }

  /// The plan as a person may have edited it, where it was made from the same data and settings.
  func currentPlan(_ plan: Plan) throws -> Plan {
    guard let written = try project.readPlan(), written.dataFingerprint == plan.dataFingerprint,
      written.configurationDigest == plan.configurationDigest
    else { return plan }
    return written
  }

  private func requiredPlan() throws -> Plan {
    guard let plan = try project.readPlan() else {
      throw SeedbedError(
        .gate,
        "there is no `plan.yaml`: nothing is generated without a plan",
        hint: "run `seedbed gaps` to make one from the real data"
      )
    }
    return plan
  }
}

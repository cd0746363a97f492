import SeedbedData
import SeedbedText

extension Runner {
  /// Stops before a plan is begun where more samples would hurt.
  ///
  /// A plan that was begun may be finished: a run that was killed goes on, and one that is repeated makes
  /// nothing, so that there is nothing to refuse.
  ///
  /// - Parameters:
  ///   - plan: The plan that is to be carried out.
  ///   - prepared: The real data.
  ///   - gaps: The gaps that were found, the learned ones among them where they were looked for.
  ///   - run: The run, under which it is recorded that a rule was set aside.
  /// - Throws: A gate error for a rule that is neither set aside nor only to warn; a ledger error.
  func enforceStopRules(
    before plan: Plan,
    _ prepared: PreparedData,
    gaps: [Gap] = [],
    run: RunRecord
  ) throws {
    guard plan.count > 0, try journal.generatedQuotas(plan: plan.digest, round: 0).isEmpty else {
      return
    }
    let rules = configuration.stopRules
    let counted = prepared.counted
    let wrong = gaps.filter { $0.kind == .mislabelled }.map(\.have).max() ?? 0
    try enforce(
      StopFinding.labels(wrong: wrong, of: counted.count, limit: rules.wrongLabels),
      rules.labels,
      run: run
    )
    let synthetic = plan.quotas.filter { $0.split == .train }.reduce(0) { $0 + $1.count }
    let real = counted.count { $0.split == .train }
    try enforce(
      StopFinding.mixing(synthetic: synthetic, real: real, limit: rules.syntheticShare),
      rules.mixing,
      run: run
    )
    if let found = StopFinding.temporary(synthetic: synthetic, real: real), rules.mixing != .off {
      try passOver(found, because: "there is nothing real to train on yet", run: run)
    }
    let versions = try journal.versionCount()
    guard versions > 0 else { return }
    let state = try journal.reviewState(by: ReleaseRule(configuration.review))
    try enforce(StopFinding.review(state, needed: rules.rejectedReviewed), rules.review, run: run)
    try enforce(StopFinding.release(state, versions: versions), rules.release, run: run)
  }

  /// Whether the last round brought so little that there is to be no further one.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - round: The round that is done.
  ///   - candidates: All candidates so far, with their status.
  ///   - prepared: The real data.
  ///   - run: The run, under which it is recorded that the rule was set aside.
  /// - Returns: What was found; nil where generation goes on.
  /// - Throws: A ledger error.
  func coverageStop(
    _ plan: Plan,
    after round: Int,
    _ candidates: [Candidate],
    _ prepared: PreparedData,
    run: RunRecord
  ) throws -> StopFinding? {
    let rules = configuration.stopRules
    guard rules.coverage != .off, round + 1 < configuration.generation.rounds else { return nil }
    // What is stored already costs nothing more, and leaving it out would make another version.
    let next = orders(for: plan, round: round + 1, stored: candidates).filter { $0.count > 0 }
    let done = try journal.generatedQuotas(plan: plan.digest, round: round + 1)
    guard next.contains(where: { !done.contains($0.quota) }) else { return nil }
    let gain = CoverageGain(
      ofRound: round,
      candidates,
      real: prepared.counted,
      dimensions: try DimensionSet(of: configuration)
    )
    guard let found = StopFinding.coverage(gain, least: rules.leastGain) else { return nil }
    if rules.coverage == .required, options.overrides[Rule.coverage.rawValue] == nil {
      return found
    }
    try enforce(found, rules.coverage, run: run)
    return nil
  }

  /// Stops for what a rule found, or records that the rule was passed over.
  private func enforce(
    _ found: StopFinding?,
    _ policy: Configuration.StopPolicy,
    run: RunRecord
  ) throws {
    guard let found, policy != .off else { return }
    guard policy == .warn, options.overrides[found.rule.rawValue] == nil else {
      return try enforce(found.rule, finding: found.finding, hint: found.hint, run: run)
    }
    try passOver(
      found,
      because: "`\(found.rule.rawValue): warn` stands under `stop_rules`",
      run: run
    )
  }

  /// Says what a rule found, and records that the work went on.
  private func passOver(_ found: StopFinding, because: String, run: RunRecord) throws {
    options.warn("rule `\(found.rule.rawValue)`: \(found.finding)", found.hint)
    try journal.record(
      RuleOverride(
        rule: found.rule.rawValue,
        because: because,
        finding: found.finding,
        run: run.id
      )
    )
  }
}

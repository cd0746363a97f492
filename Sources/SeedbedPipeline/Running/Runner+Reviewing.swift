import SeedbedData

extension Runner {
  /// The stored candidates of a plan, as they count after what people decided.
  func reviewedCandidates(of plan: Plan) throws -> [Candidate] {
    try journal.reviewRulings().applied(to: journal.candidates(plan: plan.digest))
  }

  /// What makes and checks samples by a person's correction.
  ///
  /// - Returns: The remaker, for the plan of the project.
  /// - Throws: As `reviewEvidence`.
  func remaker() async throws -> ReviewRemaker {
    let (plan, prepared, evidence) = try await reviewEvidence()
    return ReviewRemaker(
      plan: plan,
      context: evidence.context,
      tagger: evidence.tagger,
      real: prepared.samples,
      realSketches: prepared.sketches,
      threads: options.threads
    )
  }

  /// What the checks of the project's plan know, trained as for a run.
  ///
  /// Rules that were set aside in this project before stay so: the rows at hand came about under them.
  ///
  /// - Returns: The plan, the real data, and what is learned from it.
  /// - Throws: A gate error where there is no plan, or one made from other data.
  func reviewEvidence() async throws -> (Plan, PreparedData, Evidence) {
    guard let plan = try project.readPlan() else {
      throw SeedbedError(
        .gate,
        "there is no `plan.yaml`, so reviewed rows cannot be held against the data",
        hint: "run `seedbed gaps` to make one from the real data"
      )
    }
    var options = options
    for override in try journal.overridesOnRecord() where options.overrides[override.rule] == nil {
      options.overrides[override.rule] = override.because
    }
    let runner = Runner(project: project, journal: journal, models: models, options: options)
    let key = "review \(plan.digest)"
    let run = RunRecord(
      command: "review",
      key: key,
      startedAt: options.clock(),
      attempt: try journal.attempts(key: key)
    )
    let prepared = try await runner.prepare(run: run)
    try runner.check(plan, against: prepared)
    return (plan, prepared, try await runner.evidence(for: plan, prepared))
  }
}

extension Plan {
  /// The plan with one sample less wanted for each that a person's decision put in a place.
  ///
  /// - Parameters:
  ///   - remade: What people's decisions made.
  ///   - candidates: All candidates of the plan, in which the originals are found.
  /// - Returns: The plan for what is left to select.
  func leavingPlaces(for remade: [Candidate], among candidates: [Candidate]) -> Plan {
    guard !remade.isEmpty else { return self }
    let byID = Dictionary(candidates.map { ($0.sample.id, $0.sample) }) { first, _ in first }
    var plan = self
    for candidate in remade {
      let method = ReviewRemaker.original(of: candidate.sample) { byID[$0] }.provenance.method?.name
      var shares = plan.quotas[candidate.quota].shares
      let open = shares.indices.filter { shares[$0].count > 0 }
      if let place = open.first(where: { shares[$0].method == method }) ?? open.first {
        shares[place].count -= 1
      }
      plan.quotas[candidate.quota].shares = shares
    }
    return plan
  }
}

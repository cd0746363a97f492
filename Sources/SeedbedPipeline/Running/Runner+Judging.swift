import FoundationEssentials
public import SeedbedData

extension Runner {
  /// Lets the panel judge what models wrote and cheaper checks let pass.
  ///
  /// - Returns: The candidates, those that were judged with one verdict more.
  /// - Throws: A gate error for a judge that was found unstable, or when answers are still to come.
  func judge(
    _ candidates: [Candidate],
    _ prepared: PreparedData,
    _ plan: Plan,
    _ context: CheckContext,
    run: RunRecord
  ) async throws -> [Candidate] {
    guard !configuration.judging.judges.isEmpty else { return candidates }
    let open = candidates.indices.filter { index in
      candidates[index].status != .rejected && candidates[index].sample.provenance.model != nil
        && plan.quotas[candidates[index].quota].split == .train
    }
    guard !open.isEmpty else { return candidates }
    try enforceIndependence(of: open.map { candidates[$0].sample }, run: run)
    let panel = try panel()
    let cases = JudgedCases(
      configuration: configuration,
      parents: context.parents,
      rivals: context.labels?.rivals(of: prepared.counted) ?? [:]
    )
    let width =
      try configuration.judging.judges.map { try models.entry(named: $0).width }.max() ?? 1
    report("judging", 0, of: open.count)
    return try await askedVerdicts(on: candidates, at: open, width: width) { sample in
      if let pair = cases.pairCase(of: sample) {
        return Self.verdict(of: try await panel.compare(pair))
      }
      return try await panel.verdict(for: cases.judgedCase(of: sample))
    }
  }

  /// Adds a verdict that a model has a part in to some candidates.
  ///
  /// - Parameters:
  ///   - candidates: The candidates.
  ///   - open: The places of those that are asked about.
  ///   - width: How many are asked about at once.
  ///   - verdict: Asks about one sample.
  /// - Returns: The candidates, those at the places with one verdict more.
  /// - Throws: A gate error, after all were asked about, when answers are still to come; what `verdict`
  ///   throws.
  func askedVerdicts(
    on candidates: [Candidate],
    at open: [Int],
    width: Int,
    _ verdict: @escaping @Sendable (Sample) async throws -> Verdict
  ) async throws -> [Candidate] {
    let verdicts = try await mapConcurrently(open, width: width) { index -> Verdict? in
      do {
        return try await verdict(candidates[index].sample)
      } catch let failure as RequestFailure where failure.kind == .pending {
        return nil
      }
    }
    try refusePending(verdicts.count { $0 == nil })
    var asked = candidates
    for (index, verdict) in zip(open, verdicts) {
      guard let verdict else { continue }
      asked[index].verdicts.append(verdict)
      asked[index].status = asked[index].rejectingCheck == nil ? .pending : .rejected
    }
    return asked
  }

  /// A pair passes when every judge, in both orders, prefers the answer that is meant to be better.
  private static func verdict(of judgement: PairJudgement) -> Verdict {
    let outcome: Outcome =
      switch judgement.winner {
      case .side(.first): .pass
      case .side(.second), .tie: .fail
      case nil: .undecided
      }
    return Verdict(check: JudgePanel.checkName, outcome, evidence: judgement.evidence)
  }

  /// The rubric of the project: its own file, else that of the task.
  public func rubric() throws -> Rubric {
    guard let file = configuration.judging.rubric else {
      return .standard(for: configuration.task)
    }
    let path = Project.resolve(file, in: project.folder)
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw SeedbedError(
        .configuration,
        "the rubric `\(file)` cannot be read",
        hint: "check `rubric` under `judging`"
      )
    }
    return try Rubric(yaml: text, file: file)
  }

  /// Refuses judges of the writers' families, and such as were found unstable by the rubric in use.
  func enforceJudges(run: RunRecord) throws {
    try enforceIndependence(run: run)
    guard !configuration.judging.judges.isEmpty else { return }
    let unstable = try calibrations(rubric()).compactMap(\.self).filter { !$0.isStable }
    guard let first = unstable.first else { return }
    try enforce(
      .judge,
      finding: unstable.map { "`\($0.judge.name)`: \($0.reasons.joined(separator: ", "))" }
        .joined(separator: "; "),
      hint:
        "use another judge or a clearer rubric than `\(first.rubric)`, and calibrate again with "
        + "`seedbed judge calibrate`",
      run: run
    )
  }

  /// What is known of each judge by the rubric in use, in the order of the judges.
  private func calibrations(_ rubric: Rubric) throws -> [CalibrationRecord?] {
    try configuration.judging.judges.map { name in
      try journal.calibration(
        of: models.entry(named: name).model.identity,
        rubric: rubric.version,
        kind: configuration.task == .preference ? .pairs : .scores
      )
    }
  }

  /// Who judges, at the threshold that was set, calibrated, or stands in the rubric.
  private func panel() throws -> JudgePanel {
    let rubric = try rubric()
    let library = try promptLibrary()
    let askers = try configuration.judging.judges.map { try asker(for: $0, library) }
    let calibrated = try calibrations(rubric).compactMap { $0?.threshold }
    let mean =
      calibrated.count == askers.count
      ? calibrated.reduce(0, +) / Double(max(1, calibrated.count)) : nil
    return try JudgePanel(
      judges: askers,
      rubric: rubric,
      threshold: configuration.judging.threshold ?? mean,
      seed: configuration.seed
    )
  }

  /// Rule 2 for what is to be judged: the plan may be older than the list of writers.
  private func enforceIndependence(of samples: [Sample], run: RunRecord) throws {
    struct Writer: Hashable {
      var name: String
      var model: String
      var family: String
    }
    let writers = Set(
      samples.map { sample in
        let parameters = sample.provenance.method?.parameters
        return Writer(
          name: parameters?["model_name"]?.string ?? "",
          model: sample.provenance.model ?? "",
          family: parameters?["model_family"]?.string ?? ""
        )
      }
    ).sorted { ($0.name, $0.model) < ($1.name, $1.model) }
    let named = configuration.generation.models
    let others = writers.filter { !named.contains($0.name) }.map {
      ModelIdentity(name: $0.name, endpoint: "", model: $0.model, family: $0.family)
    }
    try enforceIndependence(generators: others, run: run)
  }
}

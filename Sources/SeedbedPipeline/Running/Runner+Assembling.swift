public import SeedbedData
import SeedbedText

/// What a run gives: its report, and all that the version's page shows.
public struct RunOutcome: Sendable {
  /// What was found and made.
  public var report: RunReport
  /// The gaps before.
  public var gaps: GapReport
  /// Counts of the training data with the accepted samples in it.
  public var after: Profile
  /// All candidates of the plan.
  public var candidates: [Candidate]
}

extension Runner {
  /// Builds the version, measures it on the holdout, records everything and says what came of each quota.
  func assemble(
    _ plan: Plan,
    _ prepared: PreparedData,
    _ candidates: [Candidate],
    gaps: GapReport,
    tagger: DifficultyTagger,
    stopped: StopFinding? = nil,
    run: inout RunRecord
  ) async throws -> RunOutcome {
    report("splitting")
    let candidates = candidates.map { candidate in
      var candidate = candidate
      // The candidate may have been tagged before the person looked at it.
      candidate.sample.difficulty =
        tagger.tag(byPeople: candidate.sample) ?? candidate.sample.difficulty
      return candidate
    }
    let accepted = candidates.filter { $0.status == .accepted }.map(\.sample)
    var real = prepared.counted
    for (index, tag) in tagger.tags(ofReal: real, threads: options.threads).enumerated() {
      real[index].difficulty = tag
    }
    let version = try await VersionBuilder.build(
      real: real,
      synthetic: accepted,
      holdout: prepared.leakIndex ?? .empty,
      seal: prepared.holdout?.seal,
      threshold: configuration.deduplication.nearThreshold,
      run: run.id,
      threads: options.threads
    )
    try Task.checkCancellation()
    try journal.update(
      real + accepted.filter { tagger.people[$0.id] != nil },
      realDuplicates: prepared.redundancy.exact
    )
    try journal.record(version)
    run.version = version.id
    let members = real.filter { $0.split != .syntheticEval } + accepted
    let measurement = try await measurement(of: members, prepared)
    let dimensions = try DimensionSet(of: configuration)
    let after = try await profile(
      of: members.filter { $0.split != .syntheticEval },
      dimensions: dimensions
    )
    var rejectedBy: [(check: String, count: Int)] = []
    for check in Checks.names {
      let count = candidates.count { $0.status == .rejected && $0.rejectingCheck == check }
      if count > 0 { rejectedBy.append((check, count)) }
    }
    var report = RunReport(
      version: version,
      isUnchanged: false,
      coverage: gaps.coverage.map {
        RunReport.Coverage(
          cell: $0.cell,
          before: $0.have,
          after: after.count(in: $0.cell),
          need: $0.need
        )
      },
      candidates: Dictionary(grouping: candidates, by: \.status).mapValues(\.count),
      rejectedBy: rejectedBy,
      shortfalls: shortfalls(plan, candidates),
      patterns: try await patterns(members),
      syntheticPatterns: try await patterns(accepted),
      duplicatesLeftOut: prepared.redundancy.exact.count,
      reserved: real.count { $0.split == .syntheticEval },
      measurement: measurement,
      collect: gaps.cellsToCollect
    )
    report.overrides = try distinctOverrides()
    report.spending = try spending(on: candidates)
    report.stopped = stopped
    return RunOutcome(report: report, gaps: gaps, after: after, candidates: candidates)
  }

  /// What the holdout says of a version's training samples.
  private func measurement(
    of members: [Sample],
    _ prepared: PreparedData
  ) async throws -> HoldoutMeasurement? {
    report("measuring")
    guard let holdout = prepared.holdout else { return nil }
    return try await HoldoutMeasurement.measure(
      train: members.filter { $0.split == .train },
      test: holdout.testRows,
      seed: configuration.seed,
      threads: options.threads
    ) { report("measuring: \($0.stage)", $0.done, of: $0.total) }
  }

  /// How many different patterns samples show: groups of near-duplicates.
  private func patterns(_ samples: [Sample]) async throws -> (patterns: Int, samples: Int) {
    let sketches = try await TextSketch.sketches(
      of: samples.map(\.comparisonText),
      threads: options.threads
    )
    var groups = Groups.nearDuplicates(
      sketches,
      threshold: configuration.deduplication.nearThreshold
    )
    let roots = groups.roots()
    return (roots.enumerated().count { $0.offset == $0.element }, samples.count)
  }

  /// The rules that were set aside, each with one finding once: a run that went on found it again.
  private func distinctOverrides() throws -> [RuleOverride] {
    var distinct: [RuleOverride] = []
    for var override in try journal.overridesOnRecord() {
      override.run = ""
      if !distinct.contains(override) { distinct.append(override) }
    }
    return distinct
  }

  private func shortfalls(_ plan: Plan, _ candidates: [Candidate]) -> [RunReport.Shortfall] {
    let byQuota = Dictionary(grouping: candidates, by: \.quota)
    return plan.quotas.enumerated().compactMap { index, quota in
      let mine = byQuota[index] ?? []
      let missing = quota.count - mine.count { $0.status == .accepted }
      guard missing > 0 else { return nil }
      return RunReport.Shortfall(
        cell: quota.cell,
        missing: missing,
        asked: quota.count,
        reason: Self.reason(mine)
      )
    }
  }

  /// Where the candidates of a quota went, the most frequent reason first.
  private static func reason(_ candidates: [Candidate]) -> String {
    if candidates.isEmpty { return "no method found anything to change in the seeds" }
    var counts: [String: Int] = [:]
    for candidate in candidates where candidate.status != .accepted {
      let reason =
        switch candidate.status {
        case .duplicate: "near-duplicates"
        case .surplus: "over the limit of children for one seed"
        default: "rejected by `\(candidate.rejectingCheck ?? "none")`"
        }
      counts[reason, default: 0] += 1
    }
    if counts.isEmpty {
      return "all \(candidates.count) candidates were accepted; no more were made"
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "of \(candidates.count) candidates, "
      + ranked.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}

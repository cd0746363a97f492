import SeedbedData
import SeedbedLearning
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport

/// Puts together what is known about a version, from the ledger, the project and the rows themselves.
struct ReportAssembly {
  let project: Project
  let ledger: Ledger
  /// The same ledger, opened once more.
  let beside: Ledger
  let threads: Int

  /// How many versions before the reported one are compared with their predecessor.
  private static let comparedVersions = 8

  /// Everything about a version that is on record or can be measured without a model.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - evaluates: Whether to measure it on the sealed holdout first.
  /// - Returns: The report.
  /// - Throws: A `SeedbedError` when the ledger or the project cannot be read; `CancellationError`.
  func report(on version: DatasetVersion, evaluates: Bool) async throws -> VersionReport {
    show("reading")
    // Beside each other, each through a ledger of its own.
    async let members = beside.rows(in: version)
    let batches = try ledger.batches(behind: version.id)
    let plans = Set(batches.map(\.batch.plan)).sorted()
    let candidates = try CandidateOverview(
      try ledger.candidateLines(plans: plans),
      panel: try ledger.panelTally(plans: plans),
      candidates: { try ledger.candidates($0, plans: plans) },
      samples: { try ledger.samples($0) }
    )
    let rows = try await members
    var report = VersionReport(
      configuration: project.configuration,
      run: try VersionWriting.summary(of: version, ledger),
      gaps: try await gaps(plans: plans),
      samples: rows.map { ExportSample(sample: $0) },
      candidates: candidates
    )
    var study = try await VersionStudy(
      of: rows,
      configuration: project.configuration,
      threads: threads
    )
    try await study.measure(
      rows,
      configuration: project.configuration,
      embedder: HashedEmbedder(),
      threads: threads,
      progress: show
    )
    report.details.study = study
    if evaluates {
      try EvaluationFile.keep(try await evaluation(of: version, rows), in: project)
    }
    report.details.evaluation = try EvaluationFile.read(of: version.id, in: project)
    report.details.calibrations = try ledger.calibrations()
    report.details.release = try release(of: version)
    report.details.history = try history(of: version, batches)
    report.details.prompts = try PromptRecord.used(by: batches.map(\.batch), in: project)
    return report
  }

  private func show(_ stage: String) { ProgressLine.shared.show(stage, done: 0, total: 0) }

  /// The gaps of the real data, where it and the settings are still those that the version's plan was made
  /// from; nil otherwise, since gaps of other data would explain nothing.
  private func gaps(plans: [String]) async throws -> GapReport? {
    guard let plan = try project.readPlan(), plans.contains(plan.digest),
      plan.configurationDigest == project.configurationDigest
    else { return nil }
    let reasons = try ledger.overridesOnRecord().map { ($0.rule, $0.because) }
    let runner = Runner(
      project: project,
      journal: InMemoryJournal(),
      options: Runner.Options(
        threads: threads,
        overrides: Dictionary(reasons) { first, _ in first },
        clock: Ledger.systemClock
      ) { show($0.stage) }
    )
    do {
      let found = try await runner.gaps(writesPlan: false)
      return found.plan.dataFingerprint == plan.dataFingerprint ? found : nil
    } catch is SeedbedError {
      // The real data is not in order any more: the version stands all the same.
      return nil
    }
  }

  private func evaluation(
    of version: DatasetVersion,
    _ samples: [Sample]
  ) async throws -> VersionEvaluation {
    var settings = UtilityOptions()
    settings.seed = project.configuration.seed
    settings.threads = threads
    return try await VersionEvaluation.run(
      version,
      samples: samples,
      of: project,
      options: settings,
      evaluator: project.evaluator
    ) { ProgressLine.shared.show($0.stage, done: $0.done, total: $0.total) }
  }

  /// What the spot check says; nil where nobody has looked at a row of it.
  private func release(of version: DatasetVersion) throws -> ReleaseState? {
    let rule = ReleaseRule(project.configuration.review)
    let gate = rule.gate(of: version, ReviewLog(try ledger.reviewEvents(after: 0)))
    let released = try ledger.releases().last { $0.version == version.id }
    guard gate.checked > 0 || released != nil else { return nil }
    return ReleaseState(
      gate: gate,
      isReleased: released != nil,
      overriddenBecause: released?.because
    )
  }

  private func history(
    of version: DatasetVersion,
    _ batches: [BatchSummary]
  ) throws -> VersionHistory {
    let known = try ledger.versions()
    let runs = try ledger.runs(limit: .max)
    let last = known.firstIndex { $0.id == version.id } ?? known.count - 1
    let shown = known[...max(last, 0)].suffix(Self.comparedVersions)
    var entries: [VersionHistory.Entry] = []
    var before: DatasetVersion?
    if let first = shown.first, let place = known.firstIndex(where: { $0.id == first.id }),
      place > 0
    {
      before = try ledger.version(prefix: known[place - 1].id)
    }
    for summary in shown {
      let made = try ledger.version(prefix: summary.id)
      let run = runs.first { $0.id == summary.run }
      let difference = before.map { VersionDiff(from: $0, to: made) }
      func count(_ origin: Origin) -> Int {
        Split.allCases.reduce(0) { $0 + summary.count($1, origin) }
      }
      entries.append(
        VersionHistory.Entry(
          id: summary.id,
          madeAt: Moment.text(summary.createdAt),
          seconds: run.map { summary.createdAt - $0.startedAt },
          command: run.map { "seedbed \($0.command)" },
          rows: (count(.real), count(.synthetic)),
          change: difference.map { ($0.added.count, $0.removed.count, $0.moved.count) },
          droppedBatch: run?.summary["dropped_batch"]?.string
        )
      )
      before = made
    }
    return VersionHistory(
      versions: entries,
      batches: batches.map { summary in
        VersionHistory.BatchLine(
          batch: summary.batch,
          candidates: summary.counts.reduce(0) { $0 + $1.count },
          accepted: summary.count(.accepted),
          isInVersion: summary.versions.contains(version.id)
        )
      }
    )
  }
}

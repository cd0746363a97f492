import SeedbedData
import SeedbedLedger
import SeedbedPipeline
import SeedbedReport

/// Writes a version's rows, data card, report and manifest into a folder.
enum VersionWriting {
  /// Writes the version that a run has just made into the project's `versions/`.
  static func write(
    _ outcome: RunOutcome,
    _ project: Project,
    _ ledger: Ledger,
    threads: Int
  ) async throws -> WrittenVersion {
    // The files say what the version is, not which of several equal runs came upon it.
    var run = outcome.report
    run.isUnchanged = false
    let samples = try samples(of: run.version, ledger)
    var report = VersionReport(
      configuration: project.configuration,
      run: run,
      gaps: outcome.gaps,
      after: outcome.after,
      samples: samples,
      candidates: CandidateOverview(outcome.candidates, among: samples)
    )
    report.details = try await details(of: report, project, ledger, threads)
    return try report.write(to: project.exportFolder(version: run.version.id))
  }

  /// Writes any version that the ledger knows, in a chosen format.
  static func write(
    _ version: DatasetVersion,
    _ project: Project,
    _ ledger: Ledger,
    to folder: String,
    exporter: any Exporter,
    plain: Bool,
    lineage: LineageDetail = .batches,
    threads: Int
  ) async throws -> WrittenVersion {
    var report = VersionReport(
      configuration: project.configuration,
      run: try summary(of: version, ledger),
      gaps: nil,
      samples: try samples(of: version, ledger),
      candidates: CandidateOverview()
    )
    report.details = try await details(of: report, project, ledger, threads)
    let members = Set(version.members.map(\.sample))
    report.reviews = ReviewLog(try ledger.reviewEvents(after: 0)).decisions
      .filter { members.contains($0.sample) }
    return try report.write(to: folder, exporters: [exporter], plain: plain, lineage: lineage)
  }

  /// What the run that made a version recorded at its end.
  static func summary(of version: DatasetVersion, _ ledger: Ledger) throws -> RunReport {
    // A run that was stopped after it made the version has no summary; a later one with it does.
    let runs = try ledger.runs(limit: .max)
    guard let run = runs.lazy.compactMap({ RunReport(json: $0.summary, version: version) }).first
    else {
      throw SeedbedError(
        .ledger,
        "the run that made version \(version.id.prefix(12)) was not recorded to its end",
        hint: "run `seedbed run` again; it goes on where it was"
      )
    }
    return run
  }

  /// What the page shows beyond the run, as far as it is counted quickly and hangs on no moment.
  private static func details(
    of report: VersionReport,
    _ project: Project,
    _ ledger: Ledger,
    _ threads: Int
  ) async throws -> ReportDetails {
    var details = ReportDetails()
    details.study = try await VersionStudy(
      of: report.samples.map(\.sample),
      configuration: project.configuration,
      threads: threads
    )
    let batches = try ledger.batchSummary().filter { $0.versions.contains(report.version.id) }
    details.prompts = try PromptRecord.used(by: batches.map(\.batch), in: project)
    return details
  }

  private static func samples(
    of version: DatasetVersion,
    _ ledger: Ledger
  ) throws -> [ExportSample] {
    try ledger.samples(in: version).map { ExportSample(sample: $0.sample, verdicts: $0.verdicts) }
  }
}

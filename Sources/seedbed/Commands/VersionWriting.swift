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
    _ ledger: Ledger
  ) throws -> WrittenVersion {
    // The files say what the version is, not which of several equal runs came upon it.
    var run = outcome.report
    run.isUnchanged = false
    let report = VersionReport(
      configuration: project.configuration,
      run: run,
      gaps: outcome.gaps,
      after: outcome.after,
      samples: try samples(of: run.version, ledger),
      candidates: outcome.candidates
    )
    return try report.write(to: project.exportFolder(version: run.version.id))
  }

  /// Writes any version that the ledger knows, in a chosen format.
  static func write(
    _ version: DatasetVersion,
    _ project: Project,
    _ ledger: Ledger,
    to folder: String,
    exporter: any Exporter,
    plain: Bool
  ) throws -> WrittenVersion {
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
    let report = VersionReport(
      configuration: project.configuration,
      run: run,
      gaps: nil,
      samples: try samples(of: version, ledger),
      candidates: []
    )
    return try report.write(to: folder, exporters: [exporter], plain: plain)
  }

  private static func samples(
    of version: DatasetVersion,
    _ ledger: Ledger
  ) throws -> [ExportSample] {
    try ledger.samples(in: version).map { ExportSample(sample: $0.sample, verdicts: $0.verdicts) }
  }
}

import Mustache
public import SeedbedData
public import SeedbedPipeline

/// Everything that is known about a version, ready to be written for people and for other tools.
public struct VersionReport: Sendable {
  /// What the project's configuration says.
  public let configuration: Configuration
  /// What the run found and made.
  public let run: RunReport
  /// Counts of the real data, where they are at hand.
  public let before: Profile?
  /// Counts of the training data with the synthetic samples in it, where they are at hand.
  public let after: Profile?
  /// The gaps with their decisions.
  public let gaps: [Gap]
  /// The questions that come before any generation, answered.
  public let answers: [(question: String, answer: String)]
  /// The samples of the version, in the order of its members.
  public let samples: [ExportSample]
  /// What became of the candidates that were made for it.
  public let candidates: CandidateOverview
  /// What people said about its samples.
  public var reviews: [ReviewDecision] = []
  /// What the page may show beyond that.
  public var details = ReportDetails()

  /// Puts together what is known about a version.
  ///
  /// - Parameters:
  ///   - configuration: What the project's configuration says.
  ///   - run: What the run found and made.
  ///   - before: Counts of the real data; without them the heat map knows only the cells that are
  ///     required.
  ///   - after: Counts of the training data with the synthetic samples in it.
  ///   - gaps: The gaps with their decisions.
  ///   - answers: The questions that come before any generation, answered.
  ///   - samples: The samples of the version, in any order.
  ///   - candidates: What became of the candidates that were made for it.
  public init(
    configuration: Configuration,
    run: RunReport,
    before: Profile?,
    after: Profile?,
    gaps: [Gap],
    answers: [(question: String, answer: String)],
    samples: [ExportSample],
    candidates: CandidateOverview
  ) {
    self.configuration = configuration
    self.run = run
    self.before = before
    self.after = after
    self.gaps = gaps
    self.answers = answers
    self.samples = samples.sorted {
      ($0.sample.split?.rawValue ?? "", $0.sample.id)
        < ($1.sample.split?.rawValue ?? "", $1.sample.id)
    }
    self.candidates = candidates
  }

  /// Puts together what is known about a version at the end of its run, or long after.
  ///
  /// - Parameters:
  ///   - configuration: What the project's configuration says.
  ///   - run: What the run found and made.
  ///   - gaps: What the gap analysis found, where it is at hand.
  ///   - after: Counts of the training data with the synthetic samples in it.
  ///   - samples: The samples of the version, in any order.
  ///   - candidates: What became of the candidates that were made for it.
  public init(
    configuration: Configuration,
    run: RunReport,
    gaps: GapReport?,
    after: Profile? = nil,
    samples: [ExportSample],
    candidates: CandidateOverview
  ) {
    self.init(
      configuration: configuration,
      run: run,
      before: gaps?.profile,
      after: after,
      gaps: gaps?.gaps ?? [],
      answers: gaps?.answers ?? [],
      samples: samples,
      candidates: candidates
    )
  }

  /// The version.
  public var version: DatasetVersion { run.version }

  /// The report as one HTML page without script or outside references.
  ///
  /// - Returns: The page, the same for the same report.
  public func html() -> String { ReportPage.html(self) }

  /// The data card, Markdown with a head that dataset hubs read.
  ///
  /// - Parameter files: The files with rows beside the card, which its head names.
  /// - Returns: The card.
  /// - Throws: Only for a fault in the card's own template.
  public func dataCard(files: [ExportedFile] = []) throws -> String {
    try Templates.markdown(CardTemplate.text).render(CardView(self, files: files))
  }
}

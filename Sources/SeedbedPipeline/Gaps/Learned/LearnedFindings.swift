/// Everything that the learned detectors find in one dataset.
public struct LearnedFindings: Sendable {
  /// Rows whose label is probably wrong.
  public var mislabelled: MislabelledRows
  /// Cells with far fewer rows than expected.
  public var sparseCells: [SparseCell]
  /// Cells in which a classifier errs more often.
  public var weakSlices: [WeakSlice]
  /// Labels that are taken for each other.
  public var confusablePairs: [ConfusablePair]
  /// Regions of the reference set without training rows; nil without vectors or reference set.
  public var uncovered: UncoveredRegions?
  /// How carefully the training rows are written beside the reference set.
  public var surface: [SurfaceComparison]
  /// Words and marks that give a label away.
  public var shortcuts: [ShortcutWord]
  /// What the rows are about; nil without vectors.
  public var topics: RowTopics?

  /// Runs every detector.
  ///
  /// - Parameters:
  ///   - evidence: What to look at.
  ///   - meaning: Words that mean a label, by label, in lower case; they are no shortcuts.
  /// - Returns: What was found.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func find(
    in evidence: LearnedEvidence,
    meaning: [String: [String]] = [:]
  ) async throws -> LearnedFindings {
    let topics = try await RowTopics.find(in: evidence)
    try Task.checkCancellation()
    return LearnedFindings(
      mislabelled: evidence.mislabelled,
      sparseCells: SparseCells.find(in: evidence),
      weakSlices: WeakSlices.find(in: topics.map(evidence.adding) ?? evidence),
      confusablePairs: ConfusablePairs.find(in: evidence),
      uncovered: try await UncoveredRegions.find(in: evidence),
      surface: SurfaceMeasure.compare(evidence),
      shortcuts: ShortcutWords.find(in: evidence, meaning: meaning),
      topics: topics
    )
  }
}

public import SeedbedData
import SeedbedText

/// The learned gaps of a file, without a project and so without a plan.
public enum FileGaps {
  /// What was found.
  public struct Result: Sendable {
    /// The counts.
    public var profile: FileProfiler.Result
    /// The gaps, the most urgent first.
    public var gaps: [Gap]
    /// What they were found by.
    public var learned: LearnedReport
  }

  /// Jaccard similarity of character 5-grams from which two rows stay together, as in a new project.
  private static let nearThreshold = 0.8

  /// Profiles a file, and finds what classifiers and vectors find in it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - reading: How it is cut into rows.
  ///   - text: The field that holds the text, where the user names it.
  ///   - label: The field that holds the label, where the user names it.
  ///   - learning: The reference set and what makes vectors.
  ///   - seed: The seed of every draw.
  ///   - threads: The most threads.
  ///   - progress: Told what is being done, and how many rows have been counted.
  /// - Returns: What was found.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read; what the embedder throws;
  ///   `CancellationError`.
  public static func find(
    _ path: String,
    reading: Configuration.Reading,
    text: FieldPath? = nil,
    label: FieldPath? = nil,
    learning: GapLearning,
    seed: Int = 0,
    threads: Int,
    progress: @Sendable (String, Int) -> Void = { _, _ in }
  ) async throws -> Result {
    let profile = try await FileProfiler.profile(
      path,
      reading: reading,
      text: text,
      label: label,
      threads: threads
    ) { progress("profiling", $0) }
    let names = profile.profile.dimensions
    let dimensions = try DimensionSet(names, languages: profile.languages)
    var (samples, _) = try DataReader.samples(
      at: path,
      name: path,
      reading: reading,
      fields: profile.task.fields,
      quarantine: nil
    )
    progress("comparing", samples.count)
    var sketches = try await TextSketch.sketches(
      of: samples.map(\.comparisonText),
      threads: threads
    )
    var groups = Groups.nearDuplicates(sketches, threshold: nearThreshold)
    let roots = groups.roots()
    let redundancy = Redundancy(samples, sketches: sketches, roots: roots)
    sketches = []
    let repeated = Set(redundancy.exact.map(\.removed))
    let counted = samples.indices.filter { !repeated.contains(samples[$0].id) }
    let rows = try await LearnedRows.measure(
      numbers: counted.map { samples[$0].provenance.source.row ?? 0 },
      counted.map { DimensionInput(samples[$0]) },
      groups: counted.map { roots[$0] },
      dimensions: dimensions,
      threads: threads
    )
    samples = []
    var reference: ReferenceSet?
    if let file = learning.reference {
      reference = try await ReferenceSet(
        file,
        fields: profile.task.fields,
        dimensions: dimensions,
        holdout: nil,
        threads: threads
      )
    }
    let found = try await learning.find(
      in: rows,
      reference: reference,
      seed: seed,
      threads: threads,
      progress: { progress($0, rows.count) },
      // Without a project no method is named, and rows of a cell can always be varied.
      supply: { GapEvidence.Supply(seeds: rows.count(in: $0), expansions: 0, hasTransforms: true) }
    )
    return Result(profile: profile, gaps: found.gaps, learned: found.report)
  }
}

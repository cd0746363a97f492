import Foundation
public import SeedbedData
import SeedbedText

/// What a version is worth on the sealed real holdout.
public struct VersionEvaluation: Sendable {
  /// The version.
  public var version: String
  /// The seal of the holdout that it was measured on.
  public var seal: String
  /// How many rows the holdout has.
  public var holdoutRows: Int
  /// What the built-in students say; nil where they cannot learn from the rows.
  public var utility: UtilityReport?
  /// Why the built-in students say nothing.
  public var notMeasured: String?
  /// What the user's own program says; nil where there is none.
  public var external: ExternalEvaluation?

  /// Measures a version.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - samples: Its samples, each with its part.
  ///   - project: The project that it is of.
  ///   - options: What to measure.
  ///   - evaluator: The user's own program; nil for none.
  ///   - progress: Is told what is being done.
  /// - Returns: The measurement.
  /// - Throws: A gate error where there is no holdout, or another one than the version was made with; a
  ///   data error where nothing can be measured; what the program throws; `CancellationError`.
  public static func run(
    _ version: DatasetVersion,
    samples: [Sample],
    of project: Project,
    options: UtilityOptions,
    evaluator: ExternalEvaluation.Evaluator?,
    progress: @escaping @Sendable (UtilityEvaluation.Progress) -> Void = { _ in }
  ) async throws -> VersionEvaluation {
    let holdout = try SealedHoldout(openingAt: project.holdoutPath)
    guard version.holdoutSeal == holdout.seal else {
      throw SeedbedError(
        .gate,
        "version \(version.id.prefix(12)) was made with "
          + (version.holdoutSeal.map { "the holdout \($0.prefix(12))" } ?? "no holdout")
          + ", not with the one that is sealed here, \(holdout.seal.prefix(12))",
        hint: "what is like a row of this holdout was not kept out of the version; "
          + "make a new one with `seedbed run`"
      )
    }
    let train = samples.filter { $0.split == .train }
    var result = VersionEvaluation(
      version: version.id,
      seal: holdout.seal,
      holdoutRows: holdout.count
    )
    if Set(train.compactMap(\.label)).count >= 2 {
      progress(.init(stage: "tagging the holdout", done: 0, total: 0))
      let test = try await holdout.testRows(
        dimensions: DimensionSet(of: project.configuration),
        tagger: try await tagger(train, project.configuration, threads: options.threads),
        threads: options.threads
      )
      let evaluation = UtilityEvaluation(train: train, test: test, options: options)
      result.utility = try await evaluation.report(progress: progress)
    } else {
      result.notMeasured =
        "the rows of version \(version.id.prefix(12)) have no two labels that a student could tell "
        + "apart, so accuracy, macro F1, slices, mixing, batches and the learning curve are not measured"
      guard evaluator != nil else {
        throw SeedbedError(
          .data,
          result.notMeasured ?? "",
          hint:
            "name a program that trains and tests for this task under `evaluate: {command: […]}` "
            + "in seedbed.yaml; docs/evaluation.md says what it is given"
        )
      }
    }
    if let evaluator {
      result.external = try await ExternalEvaluation.run(
        train: train,
        holdout: holdout,
        folder: project.file(".seedbed/evaluation"),
        evaluator: evaluator
      ) { progress(.init(stage: "running the external evaluator on \($0)", done: 0, total: 0)) }
    }
    return result
  }

  /// Tells how hard the holdout's rows are for what learns from the real training rows; nil where those
  /// are too few.
  private static func tagger(
    _ train: [Sample],
    _ configuration: Configuration,
    threads: Int
  ) async throws -> DifficultyTagger? {
    let real = train.filter { $0.origin == .real && $0.label != nil }
    let sketches = try await TextSketch.sketches(of: real.map(\.comparisonText), threads: threads)
    var near = Groups.nearDuplicates(
      sketches,
      threshold: configuration.deduplication.nearThreshold
    )
    let groups = near.roots()
    guard
      let labels = LabelModel(
        real,
        groups: groups,
        examples: [],
        quantile: configuration.verification.labelQuantile,
        threads: threads
      )
    else { return nil }
    let noise = try DimensionSet(["noise"], languages: [])
    return DifficultyTagger(
      model: try await DifficultyModel(real, groups: groups, labels: labels, threads: threads),
      noise: { noise.values(of: DimensionInput($0))[0] },
      isAdversarial: { _ in false }
    )
  }

  /// The measurement as printed with `--json`: what was not measured is null, never absent.
  public var json: JSONObject {
    [
      "version": .string(version),
      "holdout": ["seal": .string(seal), "rows": .optional(holdoutRows)],
      "utility": utility.map { .object($0.json) } ?? .null,
      "not_measured": .optional(notMeasured),
      "external": external.map { .object($0.json) } ?? .null,
    ]
  }
}

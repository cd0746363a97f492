import ArgumentParser
import SeedbedData
import SeedbedLearning
import SeedbedLedger
import SeedbedPipeline

/// How gaps are learned, beside what `seedbed.yaml` says.
struct GapLearningOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Also train a classifier, and find probably wrong labels, weak cells, labels taken for each other, rare "
        + "combinations and words that give a label away. The plan follows what filling each cell is worth."
    )
  )
  var learned = false

  @Option(
    help: ArgumentHelp(
      "Real rows without labels from where the model will be used: finds what they have and the data have not, "
        + "and what is written too carefully. Means --learned.",
      valueName: "file"
    )
  )
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "What turns texts into vectors, for topics and uncovered regions: `minilm`, `static`, `hashed`, the folder of a "
        + "BERT-type model, or the URL of an OpenAI-compatible endpoint. Means --learned. (default: `static` with a "
        + "reference set, else none)",
      valueName: "model"
    )
  )
  var embedder: String?

  @OptionGroup var endpoint: EndpointOptions

  mutating func validate() throws {
    try endpoint.choice(embedder ?? "").validate()
  }

  /// Whether gaps are to be learned.
  var isWanted: Bool { learned || reference != nil || embedder != nil }

  /// What to learn with, for a file without a project.
  ///
  /// - Parameters:
  ///   - reading: How rows that cannot be read are met, and which field holds the text.
  ///   - threads: The most threads.
  /// - Returns: What to look with.
  /// - Throws: A `SeedbedError` when the model is not on this machine or cannot be reached.
  func learning(_ reading: ReadingOptions, threads: Int) async throws -> GapLearning {
    GapLearning(
      reference: reference.map { file($0, at: $0, reading, reading.onBadRow) },
      embedder: try await choice(nil, hasReference: reference != nil)?.opened(threads: threads)
    )
  }

  /// What to learn with in a project: the options, or else its `seedbed.yaml`.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - reading: How rows that cannot be read are met, and which field holds the text.
  ///   - threads: The most threads.
  ///   - keepsVectors: Whether vectors are kept in the project's ledger.
  /// - Returns: What to look with; nil where neither asks for it.
  /// - Throws: A `SeedbedError` when the model is not on this machine or cannot be reached.
  func learning(
    of project: Project,
    _ reading: ReadingOptions,
    threads: Int,
    keepsVectors: Bool = true
  ) async throws -> GapLearning? {
    let configuration = project.configuration
    guard isWanted || configuration.learnsGaps else { return nil }
    let policy = configuration.data.reading.onBadRow
    let named =
      reference.map { file($0, at: $0, reading, reading.onBadRow) }
      ?? configuration.reference.map {
        file($0, at: Project.resolve($0, in: project.folder), reading, policy)
      }
    let embedder = try await choice(configuration.gaps.embedder, hasReference: named != nil)?
      .opened(threads: threads)
    return GapLearning(
      reference: named,
      embedder: keepsVectors
        ? try embedder.map { EmbedderChoice.cached($0, in: try Ledger(path: project.ledgerPath)) }
        : embedder
    )
  }

  private func file(
    _ name: String,
    at path: String,
    _ reading: ReadingOptions,
    _ policy: BadRowPolicy
  ) -> GapLearning.ReferenceFile {
    GapLearning.ReferenceFile(path: path, name: name, onBadRow: policy, text: reading.textPath)
  }

  private func choice(_ configured: String?, hasReference: Bool) -> EmbedderChoice? {
    (embedder ?? configured ?? (hasReference ? "static" : nil))
      .map(endpoint.choice)
  }
}

extension ProjectOptions {
  /// What a project's `seedbed.yaml` says gaps are learned with; nil where they are counted only.
  ///
  /// - Parameter keepsVectors: Whether vectors are kept in the project's ledger.
  /// - Returns: What to look with.
  /// - Throws: A `SeedbedError` when the model is not on this machine.
  func learning(keepsVectors: Bool = true) async throws -> GapLearning? {
    try await GapLearningOptions.parse([]).learning(
      of: try open(),
      ReadingOptions.parse([]),
      threads: threads,
      keepsVectors: keepsVectors
    )
  }
}

import SeedbedData
import SeedbedLearning
import SeedbedText

extension Runner {
  /// The real rows up to which a row's neighbours are one of the signals: each row is compared with all of
  /// them.
  private static let mostNeighbors = 20_000

  /// What tells how hard samples are: by all signals where the real rows have labels, else by length and
  /// careless writing; people's tags win, and move the cut-offs.
  ///
  /// - Parameters:
  ///   - prepared: The real data.
  ///   - labels: What it says about labels; nil where the task has none.
  ///   - registry: The methods, of which some make samples that mislead.
  ///   - opinions: What people say of samples.
  /// - Returns: The tagger.
  /// - Throws: `CancellationError`; a ledger error.
  func tagger(
    _ prepared: PreparedData,
    labels: LabelModel?,
    _ registry: MethodRegistry,
    _ opinions: [HumanOpinion]
  ) async throws -> DifficultyTagger {
    let adversarial = Set(registry.descriptors.filter { $0.use == .evaluation }.map(\.name))
    let dimension = try DimensionSet(["noise"], languages: [])
    let noise: @Sendable (Sample) -> String = { dimension.values(of: DimensionInput($0))[0] }
    let isAdversarial: @Sendable (String) -> Bool = { adversarial.contains($0) }
    var tagger = DifficultyTagger(labels: labels, noise: noise, isAdversarial: isAdversarial)
    if let labels {
      let counted = prepared.countedPlaces
      let samples = counted.map { prepared.samples[$0] }
      report("measuring difficulty", 0, of: samples.count)
      let hasNeighbors = samples.count <= Self.mostNeighbors
      let model = try await DifficultyModel(
        samples,
        groups: counted.map { prepared.groups[$0] },
        labels: labels,
        vectors: hasNeighbors ? vectors(of: samples) : nil,
        threads: options.threads
      )
      tagger = DifficultyTagger(model: model, noise: noise, isAdversarial: isAdversarial)
    }
    try await tagger.learn(
      from: opinions,
      vectors: vectors,
      threads: options.threads
    )
    return tagger
  }

  /// Tags candidates that may enter a version.
  func tags(of samples: [Sample], by tagger: DifficultyTagger) async throws -> [DifficultyTag] {
    try await tagger.tags(
      of: samples,
      vectors: tagger.needsVectors ? vectors(of: samples) : nil,
      threads: options.threads
    )
  }

  /// Vectors of words and spelling, which need no model and are the same on every machine.
  private func vectors(of samples: [Sample]) async throws -> VectorTable {
    try await HashedEmbedder().embed(samples.map(\.text), threads: options.threads)
  }
}

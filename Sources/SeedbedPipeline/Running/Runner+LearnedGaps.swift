import SeedbedData
import SeedbedText

extension Runner {
  /// What a classifier that has not seen a row, and vectors, find in the real data; nil where nobody asks.
  func learnedGaps(
    _ prepared: PreparedData,
    _ dimensions: DimensionSet,
    _ choice: MethodChoice
  ) async throws -> LearnedResult? {
    guard let learning else { return nil }
    let counted = prepared.samples.indices.filter { place in
      let sample = prepared.samples[place]
      return sample.split != .syntheticEval && !prepared.left.contains(sample.id)
    }
    let samples = counted.map { prepared.samples[$0] }
    report("learning", 0, of: samples.count)
    let rows = try await LearnedRows.measure(
      ids: samples.map(\.id),
      numbers: samples.map { $0.provenance.source.row ?? 0 },
      samples.map { DimensionInput($0) },
      groups: counted.map { prepared.groups[$0] },
      dimensions: dimensions,
      threads: options.threads
    )
    var reference: ReferenceSet?
    if let file = learning.reference {
      report("reading the reference set")
      reference = try await ReferenceSet(
        file,
        fields: configuration.fields,
        dimensions: dimensions,
        holdout: prepared.leakIndex,
        threads: options.threads
      )
    }
    return try await learning.find(
      in: rows,
      reference: reference,
      seed: configuration.seed,
      threads: options.threads,
      progress: { report($0, 0, of: samples.count) },
      supply: { choice.supply(for: $0) }
    )
  }
}

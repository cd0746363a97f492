import SeedbedData
import SeedbedText

extension Runner {
  /// What a classifier that has not seen a row finds in the real data; nothing where the rows have no labels.
  func learnedGaps(
    _ prepared: PreparedData,
    _ dimensions: DimensionSet,
    _ choice: MethodChoice
  ) async throws -> [Gap] {
    let counted = prepared.samples.indices.filter { place in
      let sample = prepared.samples[place]
      return sample.split != .syntheticEval && !prepared.left.contains(sample.id)
    }
    let samples = counted.map { prepared.samples[$0] }
    report("learning", 0, of: samples.count)
    let rows = try await LearnedRows.measure(
      ids: samples.map(\.id),
      samples.map { DimensionInput($0) },
      groups: counted.map { prepared.groups[$0] },
      dimensions: dimensions,
      threads: options.threads
    )
    let evidence = LearnedEvidence(
      rows: rows,
      seed: UInt64(bitPattern: Int64(configuration.seed)),
      threads: options.threads
    )
    return try await LearnedFindings.find(in: evidence)
      .gaps(in: evidence) { choice.supply(for: $0) }
  }
}

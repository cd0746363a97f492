public import SeedbedKernels
public import SeedbedLearning

/// The ledger keeps vectors too, so that a text is embedded once in a project's life.
extension Ledger: EmbeddingCache {
  /// Looks up vectors.
  ///
  /// - Parameters:
  ///   - keys: Hashes of texts, each once.
  ///   - model: The embedder's identity.
  /// - Returns: The numbers of every vector that is kept, by its key.
  /// - Throws: A `SeedbedError` when the ledger cannot be read or holds a vector that is none.
  public func vectors(for keys: [Digest128], model: String) async throws -> [Digest128: [Float]] {
    try read { try EmbeddingRow.vectors(for: keys, model: model, $0) }
  }

  /// Keeps vectors; all of them, or none when it throws.
  ///
  /// - Parameters:
  ///   - vectors: One vector a key, in order.
  ///   - keys: Hashes of the texts; one that is kept already stays as it is.
  ///   - model: The embedder's identity.
  /// - Throws: A `SeedbedError` when the ledger cannot be written.
  public func store(
    _ vectors: VectorTable,
    for keys: [Digest128],
    model: String
  ) async throws {
    precondition(vectors.count == keys.count, "each key needs a vector")
    try write { try EmbeddingRow.add(vectors, for: keys, model: model, $0) }
  }

  /// Forgets the vectors of a model.
  ///
  /// - Parameter model: The embedder's identity.
  /// - Returns: How many vectors there were.
  /// - Throws: A `SeedbedError` when the ledger cannot be written.
  @discardableResult
  public func removeVectors(model: String) throws -> Int {
    try write { try EmbeddingRow.remove(model: model, $0) }
  }
}

public import SeedbedKernels

/// Where vectors are kept, so that no text is embedded twice by one model.
public protocol EmbeddingCache: Sendable {
  /// Looks up vectors.
  ///
  /// - Parameters:
  ///   - keys: Hashes of texts as ``CachedEmbedder`` makes them, each once.
  ///   - model: The embedder's ``Embedder/identity``.
  /// - Returns: The numbers of every vector that is kept, by its key.
  /// - Throws: A `SeedbedError` when what is kept cannot be read.
  func vectors(for keys: [Digest128], model: String) async throws -> [Digest128: [Float]]

  /// Keeps vectors; all of them, or none when it throws.
  ///
  /// - Parameters:
  ///   - vectors: One vector a key, in order.
  ///   - keys: Hashes of the texts, each once; one that is kept already stays as it is.
  ///   - model: The embedder's ``Embedder/identity``.
  /// - Throws: A `SeedbedError` when they cannot be written.
  func store(_ vectors: VectorTable, for keys: [Digest128], model: String) async throws
}

import SeedbedData
public import SeedbedKernels

/// An embedder that asks another one only for texts that a cache does not know.
///
/// Equal texts are embedded once. New vectors are kept chunk by chunk, so that work that was
/// interrupted goes on from the last whole chunk.
public struct CachedEmbedder<Base: Embedder, Cache: EmbeddingCache>: Embedder {
  /// The embedder for texts that the cache does not know.
  public let base: Base
  /// Where vectors are kept.
  public let cache: Cache
  private let chunkSize: Int
  private let progress: @Sendable (_ done: Int, _ total: Int) -> Void

  /// The identity of the embedder underneath, under which the vectors are kept.
  public var identity: String { base.identity }

  /// How many numbers a vector has.
  public var dimensions: Int { base.dimensions }

  /// Puts a cache in front of an embedder.
  ///
  /// - Parameters:
  ///   - base: The embedder for texts that the cache does not know.
  ///   - cache: Where vectors are kept.
  ///   - chunkSize: After how many new texts their vectors are kept, at least 1.
  ///   - progress: Hears after each chunk how many distinct texts have their vector, and of how
  ///     many.
  public init(
    _ base: Base,
    cache: Cache,
    chunkSize: Int = 2048,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    precondition(chunkSize > 0, "a chunk has at least one text")
    self.base = base
    self.cache = cache
    self.chunkSize = chunkSize
    self.progress = progress
  }

  /// The key of a text: 128 bits of a hash over its UTF-8, without any normalisation.
  ///
  /// - Parameter text: The text.
  /// - Returns: The key.
  public static func key(of text: String) -> Digest128 { hash128(text.utf8Span.span) }

  /// Embeds texts, with vectors from the cache where it has them.
  ///
  /// - Parameters:
  ///   - texts: The texts, in any order and of any length.
  ///   - threads: The most threads of the embedder underneath, at least 1.
  /// - Returns: One vector a text, in order.
  /// - Throws: `CancellationError` when the task is cancelled; a `SeedbedError` when the embedder or
  ///   the cache fails, or the cache holds a vector of another length. What was kept stays kept.
  public func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    var positions: [Digest128: Int] = [:]
    var keys: [Digest128] = []
    var firsts: [Int] = []
    let rows = texts.enumerated().map { index, text in
      let key = Self.key(of: text)
      if let position = positions[key] { return position }
      positions[key] = keys.count
      keys.append(key)
      firsts.append(index)
      return keys.count - 1
    }
    var distinct = [Float](repeating: 0, count: keys.count * dimensions)
    let missing = try await fill(&distinct, for: keys)
    progress(keys.count - missing.count, keys.count)
    for start in stride(from: 0, to: missing.count, by: chunkSize) {
      try Task.checkCancellation()
      let chunk = Array(missing[start..<min(start + chunkSize, missing.count)])
      let vectors = try await base.embed(chunk.map { texts[firsts[$0]] }, threads: threads)
      guard vectors.count == chunk.count, vectors.dimensions == dimensions else {
        throw SeedbedError(
          .endpoint,
          "`\(identity)` gave \(vectors.count) vectors of \(vectors.dimensions) numbers for "
            + "\(chunk.count) texts; \(dimensions) numbers were expected",
          hint: "check the model's name and its number of dimensions"
        )
      }
      try await cache.store(vectors, for: chunk.map { keys[$0] }, model: identity)
      for (row, position) in chunk.enumerated() { put(vectors[row], at: position, &distinct) }
      progress(keys.count - missing.count + start + chunk.count, keys.count)
    }
    return table(rows, distinct)
  }

  /// Takes what the cache has and returns the positions of the other keys.
  private func fill(_ distinct: inout [Float], for keys: [Digest128]) async throws -> [Int] {
    var missing: [Int] = []
    for start in stride(from: 0, to: keys.count, by: chunkSize) {
      try Task.checkCancellation()
      let chunk = start..<min(start + chunkSize, keys.count)
      let kept = try await cache.vectors(for: Array(keys[chunk]), model: identity)
      for position in chunk {
        guard let vector = kept[keys[position]] else {
          missing.append(position)
          continue
        }
        guard vector.count == dimensions else {
          throw SeedbedError(
            .ledger,
            "the vector kept for text `\(keys[position].hex)` under model `\(identity)` has "
              + "\(vector.count) numbers, not \(dimensions)",
            hint: "the model behind this name has changed: give it another name, or remove the "
              + "vectors that are kept under it"
          )
        }
        put(vector[...], at: position, &distinct)
      }
    }
    return missing
  }

  private func put(_ vector: ArraySlice<Float>, at position: Int, _ distinct: inout [Float]) {
    let start = position * dimensions
    distinct.replaceSubrange(start..<start + dimensions, with: vector)
  }

  private func table(_ rows: [Int], _ distinct: [Float]) -> VectorTable {
    // Without repeated texts the rows are the distinct ones.
    guard rows.count * dimensions != distinct.count else {
      return VectorTable(dimensions: dimensions, values: distinct)
    }
    var values: [Float] = []
    values.reserveCapacity(rows.count * dimensions)
    for row in rows {
      values.append(contentsOf: distinct[row * dimensions..<(row + 1) * dimensions])
    }
    return VectorTable(dimensions: dimensions, values: values)
  }
}

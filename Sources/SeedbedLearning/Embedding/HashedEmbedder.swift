import SeedbedKernels

/// An embedder without a model: its vectors tell shared words and spelling, not meaning.
///
/// Words, pairs of neighbouring words and n-grams of characters within words are counted, a count
/// `c` weighs `1 + ln c`, and short words weigh less than long ones and numbers. Each feature is
/// added to one of the dimensions with a sign, both taken from its hash (Weinberger et al., "Feature
/// hashing for large scale multitask learning", 2009), so that collisions cancel out on average.
/// Texts are compared in the form that `DuplicateView` gives them. The cosine of two texts without
/// common words is about 0 whatever they mean: "cheap" and "inexpensive" are strangers here.
public struct HashedEmbedder: Embedder {
  /// How many numbers a vector has.
  public let dimensions: Int

  /// Names the features and the number of dimensions.
  public var identity: String { "hashed-\(dimensions)-v1" }

  /// Makes an embedder.
  ///
  /// - Parameter dimensions: How many numbers a vector has, 64...4096; the noise of unrelated
  ///   texts' cosines is about `1 / √dimensions`.
  public init(dimensions: Int = 512) {
    precondition((64...4096).contains(dimensions), "a hashed vector has 64 to 4096 numbers")
    self.dimensions = dimensions
  }

  /// Embeds texts by their words and spelling alone.
  ///
  /// - Parameters:
  ///   - texts: The texts, in any order and of any length.
  ///   - threads: The most threads, at least 1.
  /// - Returns: One vector a text, in order, each of length 1; zeros for a text of white space.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    try EmbeddedRows.table(
      texts,
      dimensions: dimensions,
      threads: threads,
      scratch: { HashedFeatures() },
      embed: { text, features, row in
        features.read(text)
        features.add(to: row)
        EmbeddedRows.normalize(row)
      }
    )
  }
}

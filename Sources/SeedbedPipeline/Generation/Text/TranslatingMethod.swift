public import SeedbedData
public import SeedbedKernels

/// A method that sends texts through a translator.
public protocol TranslatingMethod: GenerationMethod {
  /// Varies texts, many at once because a translator is faster so.
  ///
  /// - Parameters:
  ///   - seeds: The texts, read with all locks; those in a language that cannot be translated give nil.
  ///   - random: One source of chance a seed.
  ///   - desk: Who translates, and who compares meanings.
  /// - Returns: One variation a seed, in order; nil where there is none or its meaning drifted.
  /// - Throws: A `SeedbedError` when the translator fails; `CancellationError`.
  func variations(
    of seeds: [Seed],
    random: [CounterRandom],
    at desk: TranslationDesk
  ) async throws -> [Variation?]
}

/// Who translates for a method, and who says whether two texts mean the same.
public struct TranslationDesk: Sendable {
  /// The translator.
  public var translator: any Translator
  /// The languages to go through and back, in the order in which they are drawn.
  public var pivots: [String]
  /// The cosine of two texts' vectors, pair by pair; nil where no embedder is at hand.
  public var similarity: (@Sendable ([(String, String)]) async throws -> [Double])?

  /// Makes a desk.
  ///
  /// - Parameters:
  ///   - translator: The translator.
  ///   - pivots: The languages to go through and back, or to end in.
  ///   - similarity: The cosine of two texts' vectors, pair by pair.
  public init(
    translator: any Translator,
    pivots: [String],
    similarity: (@Sendable ([(String, String)]) async throws -> [Double])? = nil
  ) {
    self.translator = translator
    self.pivots = pivots
    self.similarity = similarity
  }
}

/// Turns texts into vectors whose cosine says how alike the texts are in meaning.
public protocol Embedder: Sendable {
  /// Names the model with everything that changes its vectors, for a cache to keep them under.
  var identity: String { get }

  /// How many numbers a vector has.
  var dimensions: Int { get }

  /// Embeds texts.
  ///
  /// A vector depends on its text alone: not on its neighbours, their order or the threads.
  ///
  /// - Parameters:
  ///   - texts: The texts, in any order and of any length.
  ///   - threads: The most threads, at least 1.
  /// - Returns: One vector a text, in order, each of length 1; a text without content may have zeros.
  /// - Throws: `CancellationError` when the task is cancelled; a `SeedbedError` when the model fails.
  func embed(_ texts: [String], threads: Int) async throws -> VectorTable
}

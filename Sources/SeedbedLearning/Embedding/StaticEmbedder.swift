public import SeedbedData
import SeedbedKernels

/// An embedder of word pieces without their context: the weighted mean of one vector a piece.
///
/// The vectors are distilled from a sentence encoder on first use, without any training data, by
/// Model2Vec's method (van Dongen and Tulkens, 2024): each piece of the vocabulary goes through the
/// encoder alone, and the results are cut to their principal components. Frequent pieces weigh less
/// by smooth inverse frequency (Arora, Liang and Ma, "A simple but tough-to-beat baseline for
/// sentence embeddings", 2017), the frequency taken from Zipf's law over the vocabulary's order.
/// Hundreds of times as fast as the encoder; the order of words and negations is lost on it.
public struct StaticEmbedder: Embedder {
  /// The model with its contents, the number of dimensions and the method's version.
  public let identity: String
  /// How many numbers a vector has.
  public let dimensions: Int
  /// Why the distilled vectors could not be kept on the disk; nil when they are kept.
  ///
  /// The embedder works all the same, but the next one has to be distilled again.
  public let storageFailure: SeedbedError?

  private let tokenizer: WordPieceTokenizer
  /// One row a piece, its weight included.
  private let rows: [Float]

  /// Opens a model, and distils it when that was not done before or the result is damaged.
  ///
  /// - Parameters:
  ///   - folder: A folder with a sentence encoder of the BERT type.
  ///   - cache: The folder where the distilled vectors are kept; nil for the model's own.
  ///   - dimensions: How many numbers a vector has, from 1 to those of the encoder.
  ///   - threads: The most threads for distilling, at least 1.
  ///   - progress: Hears how many pieces are distilled, and of how many; not called when the
  ///     vectors are there.
  /// - Throws: A ``SeedbedError`` when the model cannot be opened or has fewer dimensions;
  ///   `CancellationError` when the task is cancelled.
  public init(
    folder: String,
    cache: String? = nil,
    dimensions: Int = 256,
    threads: Int,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async throws {
    let source = try StaticSource(folder: folder)
    guard (1...source.dimensions).contains(dimensions) else {
      throw SeedbedError(
        .usage,
        "`\(folder)` cannot be distilled to \(dimensions) dimensions",
        hint: "choose from 1 to \(source.dimensions)"
      )
    }
    self.dimensions = dimensions
    tokenizer = source.tokenizer
    identity = "static:\(source.name):\(source.digest.hex):\(dimensions):v1"
    let file = StaticModelFile(
      path: (cache ?? folder) + "/static-\(dimensions).v1.safetensors",
      identity: identity,
      shape: [tokenizer.count, dimensions]
    )
    if let rows = file.read() {
      self.rows = rows
      storageFailure = nil
    } else {
      rows = try await source.distilled(to: dimensions, threads: threads, progress: progress)
      storageFailure = file.write(rows)
    }
  }

  /// Embeds texts by their word pieces.
  ///
  /// - Parameters:
  ///   - texts: The texts, in any order and of any length.
  ///   - threads: The most threads, at least 1.
  /// - Returns: One vector a text, in order, each of length 1; zeros for a text without a piece that
  ///   the model knows.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    try rows.withUnsafeBufferPointer { rows in
      try EmbeddedRows.table(
        texts,
        dimensions: dimensions,
        threads: threads,
        scratch: { [Int32]() },
        embed: { text, pieces, row in
          pieces.removeAll(keepingCapacity: true)
          tokenizer.appendTokens(of: text, limit: text.count + 1, to: &pieces)
          for piece in pieces { Self.add(rows, Int(piece), to: row) }
          EmbeddedRows.normalize(row)
        }
      )
    }
  }

  @inline(__always)
  private static func add(
    _ rows: UnsafeBufferPointer<Float>,
    _ piece: Int,
    to row: UnsafeMutableBufferPointer<Float>
  ) {
    let start = piece * row.count
    for index in 0..<row.count { row[index] += rows[start + index] }
  }
}

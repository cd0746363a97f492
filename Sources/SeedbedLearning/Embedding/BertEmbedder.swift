public import SeedbedData
import CKernels
import SeedbedKernels
import Synchronization

/// Embeds texts in this process with a sentence encoder of the BERT type, such as all-MiniLM-L6-v2.
///
/// The weights are used in fixed point, so that a text has the same vector, bit for bit, on every
/// machine; it differs from that of the floating-point model by a cosine distance of about 2e-6.
/// A text beyond the model's length loses its end. A text without content has the vector of the two
/// tokens that stand round every text, as with the model's makers.
public struct BertEmbedder: Embedder {
  /// The tokens that one thread works on together: enough to make use of weights once fetched, few
  /// enough for the caches.
  private static let batchTokens = 384
  /// The texts that are sorted by length together.
  private static let windowTexts = 16384

  /// The folder's name, a hash of the model's files and the settings that change its vectors.
  public let identity: String
  /// The most tokens a text may have, the two round it included.
  public let longest: Int
  /// The model's tokenizer.
  public let tokenizer: WordPieceTokenizer

  private let encoder: BertEncoder

  /// How many numbers a vector has: the model's width.
  public var dimensions: Int { encoder.configuration.hidden }

  /// Opens a model.
  ///
  /// - Parameters:
  ///   - folder: A folder with `config.json`, `vocab.txt` and `model.safetensors`, as
  ///     sentence-transformers keeps it.
  ///   - instructions: How to run the loops; nil for the fastest way of this machine.
  /// - Throws: A ``SeedbedError`` that names the file when one is missing or damaged, or when the
  ///   model is of a kind that is not supported.
  public init(folder: String, instructions: Instructions? = nil) throws(SeedbedError) {
    let files = try BertFolder(path: folder)
    let weights = try SafetensorsFile(path: files.weightsPath)
    longest = files.longest
    tokenizer = try WordPieceTokenizer(
      contentsOf: files.vocabularyPath,
      options: files.tokenizerOptions
    )
    guard tokenizer.count <= files.configuration.vocabulary else {
      throw SeedbedError(
        .data,
        "`\(files.vocabularyPath)` has \(tokenizer.count) tokens, but the model knows "
          + "\(files.configuration.vocabulary)",
        hint: "take the vocabulary that belongs to the model"
      )
    }
    if let instructions, !instructions.isSupported {
      throw SeedbedError(
        .usage,
        "this machine cannot run `\(instructions.rawValue)` instructions",
        hint: "leave the choice to the program"
      )
    }
    encoder = BertEncoder(
      configuration: files.configuration,
      weights: try BertWeights(weights, configuration: files.configuration, longest: longest),
      pooling: files.pooling,
      variant: instructions?.variant ?? ck_encoder_fastest()
    )
    identity = try Self.identity(of: files, weights: weights)
  }

  private static func identity(
    of files: BertFolder,
    weights: SafetensorsFile
  ) throws(SeedbedError) -> String {
    func hash(_ file: MappedFile) -> UInt64 {
      file.bytes.withMemoryRebound(to: UInt8.self) { hash64($0.span) }
    }
    let settings =
      "\(files.configuration) \(files.tokenizerOptions) \(hash(weights.file)) "
      + "\(hash(try MappedFile(path: files.vocabularyPath)))"
    let digest = hash128(settings.utf8Span.span).hex
    return "bert:\(files.name):\(digest):\(files.pooling.rawValue):\(files.longest):fixed1"
  }

  /// Embeds texts; one that is too long loses its end.
  ///
  /// - Parameters:
  ///   - texts: The texts, in any order and of any length.
  ///   - threads: The most threads, at least 1.
  /// - Returns: One vector a text, in order, each of length 1.
  /// - Throws: `CancellationError` when the task is cancelled; a ``SeedbedError`` when the model is
  ///   damaged.
  public func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    var table = VectorTable(dimensions: dimensions)
    for start in stride(from: 0, to: texts.count, by: Self.windowTexts) {
      let window = texts[start..<min(start + Self.windowTexts, texts.count)]
      let tokens = Parallel.map(window.count, threads: threads) {
        tokenizer.tokens(of: window[start + $0], limit: longest)
      }
      let vectors = try await embed(tokens, threads: threads)
      table.append(
        VectorTable(
          dimensions: dimensions,
          values: Array(UnsafeBufferPointer(start: vectors.base, count: vectors.count))
        )
      )
    }
    return table
  }

  /// Embeds texts that are cut into tokens already.
  ///
  /// - Parameters:
  ///   - tokens: The ids of each text, with those that stand round it; at most `longest` a text.
  ///   - threads: The most threads, at least 1.
  /// - Returns: One vector a text, in order, each of length 1.
  /// - Throws: `CancellationError` when the task is cancelled; a ``SeedbedError`` when a text has
  ///   no token, too many, or one that is not in the vocabulary, or when the model is damaged.
  public func embed(tokens: [[Int32]], threads: Int) async throws -> VectorTable {
    for (index, ids) in tokens.enumerated() {
      guard !ids.isEmpty, ids.count <= longest, ids.allSatisfy({ $0 >= 0 && $0 < tokenizer.count })
      else {
        throw SeedbedError(
          .usage,
          "text \(index) has not 1 to \(longest) tokens with ids below \(tokenizer.count)",
          hint: "make the tokens with the model's own tokenizer"
        )
      }
    }
    let vectors = try await embed(tokens, threads: threads)
    return VectorTable(
      dimensions: dimensions,
      values: Array(UnsafeBufferPointer(start: vectors.base, count: vectors.count))
    )
  }

  private func embed(_ texts: [[Int32]], threads: Int) async throws -> HeapBuffer<Float> {
    let vectors = HeapBuffer<Float>(repeating: 0, count: texts.count * dimensions)
    let batches = BertBatches(lengths: texts.map(\.count), tokens: max(Self.batchTokens, longest))
    let next = SharedCounter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(threads, batches.count)) {
        group.addTask { try run(texts, batches, from: next, into: vectors) }
      }
      try await group.waitForAll()
    }
    return vectors
  }

  /// Works on one batch after the other until none is left.
  private func run(
    _ texts: [[Int32]],
    _ batches: BertBatches,
    from next: SharedCounter,
    into vectors: HeapBuffer<Float>
  ) throws {
    let workspace = BertWorkspace(
      configuration: encoder.configuration,
      tokens: batches.tokens,
      longest: longest
    )
    let made = HeapBuffer<Float>(repeating: 0, count: batches.longestBatch * dimensions)
    while let batch = batches[next.next()] {
      try Task.checkCancellation()
      let isSound = encoder.encode(batch.map { texts[$0][...] }, in: workspace, into: made.base)
      guard isSound else {
        throw SeedbedError(
          .data,
          "the model `\(identity)` gives vectors that are no numbers",
          hint: "fetch the model again"
        )
      }
      for (row, text) in batch.enumerated() {
        (vectors.base + text * dimensions).update(
          from: made.base + row * dimensions,
          count: dimensions
        )
      }
    }
  }
}

/// Hands out the numbers from 0 up, each to one thread.
private final class SharedCounter: Sendable {
  private let value = Atomic<Int>(0)

  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

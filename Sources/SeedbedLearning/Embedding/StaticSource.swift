import SeedbedData
import SeedbedKernels

/// The sentence encoder that a static embedder is distilled from.
struct StaticSource {
  /// Pieces between two calls of `progress`.
  private static let chunk = 2048

  let folder: String
  let name: String
  let dimensions: Int
  let tokenizer: WordPieceTokenizer
  /// A hash over everything that the distilled vectors depend on.
  let digest: Digest128
  /// The first piece that is a whole word; those before it are signs, letters and placeholders.
  private let firstWord: Int

  init(folder: String) throws(SeedbedError) {
    let files = try BertFolder(path: folder)
    self.folder = folder
    name = files.name
    dimensions = files.configuration.hidden
    tokenizer = try WordPieceTokenizer(
      contentsOf: files.vocabularyPath,
      options: files.tokenizerOptions
    )
    let vocabulary = try MappedFile(path: files.vocabularyPath)
    let weights = try MappedFile(path: files.weightsPath)
    let settings = "\(files.configuration) \(files.tokenizerOptions) \(files.pooling)"
    let parts =
      [vocabulary, weights].map { file in
        file.bytes.withMemoryRebound(to: UInt8.self) { hash128($0.span).hex }
      } + [settings]
    digest = hash128(parts.joined(separator: " ").utf8Span.span)
    let tokens = vocabulary.bytes.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    firstWord =
      tokens.firstIndex { token in
        token.count > 2 && token.allSatisfy { $0 == 0x0D || (0x61...0x7A).contains($0 | 0x20) }
      } ?? 0
  }

  /// One row a piece, its weight included.
  func distilled(
    to count: Int,
    threads: Int,
    progress: (_ done: Int, _ total: Int) -> Void
  ) async throws -> [Float] {
    let encoder = try BertEmbedder(folder: folder)
    var vectors = VectorTable(dimensions: dimensions)
    for start in stride(from: 0, to: tokenizer.count, by: Self.chunk) {
      let end = min(start + Self.chunk, tokenizer.count)
      let pieces = (start..<end).map {
        [tokenizer.startID, Int32(truncatingIfNeeded: $0), tokenizer.endID]
      }
      vectors.append(try await encoder.embed(tokens: pieces, threads: threads))
      progress(end, tokenizer.count)
    }
    var rows = PrincipalComponents(of: vectors, count: count, threads: threads)
      .project(vectors, threads: threads)
    let weights = PieceWeights.weights(count: tokenizer.count, firstWord: firstWord)
    // What stands for no words says nothing about a text.
    let silent = [tokenizer.startID, tokenizer.endID, tokenizer.unknownID].map(Int.init)
    for piece in 0..<tokenizer.count {
      let weight = silent.contains(piece) ? 0 : weights[piece]
      for index in piece * count..<(piece + 1) * count { rows[index] *= weight }
    }
    return rows
  }
}

/// Embeds texts one by one, in pieces that several threads take.
enum EmbeddedRows {
  /// Texts that one thread takes at a time.
  private static let pieceSize = 256
  /// Pieces between two looks at the task's cancellation.
  private static let piecesARound = 64

  // Calls `embed` for every text with the row that it has to fill; a row begins as zeros. `scratch`
  // makes the memory that one piece of work reuses from text to text.
  static func table<Scratch>(
    _ texts: [String],
    dimensions: Int,
    threads: Int,
    scratch: () -> Scratch,
    embed: (Span<UInt8>, inout Scratch, UnsafeMutableBufferPointer<Float>) -> Void
  ) throws -> VectorTable {
    let pieces = (texts.count + pieceSize - 1) / pieceSize
    let values = try [Float](unsafeUninitializedCapacity: texts.count * dimensions) { all, count in
      for round in stride(from: 0, to: pieces, by: piecesARound) {
        try Task.checkCancellation()
        Parallel.forEach(min(piecesARound, pieces - round), threads: threads) { piece in
          var memory = scratch()
          let first = (round + piece) * pieceSize
          for index in first..<min(first + pieceSize, texts.count) {
            let row = UnsafeMutableBufferPointer(
              rebasing: all[index * dimensions..<(index + 1) * dimensions]
            )
            row.initialize(repeating: 0)
            embed(texts[index].utf8Span.span, &memory, row)
          }
        }
      }
      count = texts.count * dimensions
    }
    return VectorTable(dimensions: dimensions, values: values)
  }

  /// Makes a row's length 1; one of zeros stays as it is.
  static func normalize(_ row: UnsafeMutableBufferPointer<Float>) {
    var sum = 0.0
    for value in row { sum += Double(value) * Double(value) }
    guard sum > 0 else { return }
    let factor = Float(1 / sum.squareRoot())
    for index in row.indices { row[index] *= factor }
  }
}

/// The rows of JSON Lines.
final class LineRows {
  private let buffer: ChunkBuffer
  private let limit: Int
  private let maximumDepth: Int

  init(_ buffer: ChunkBuffer, options: RowReaderOptions) {
    self.buffer = buffer
    limit = max(options.maximumRowBytes, 1)
    maximumDepth = options.maximumDepth
  }

  /// The next line that is not blank; nil at the end.
  func next() throws(SeedbedError) -> ReadRow? {
    while true {
      let offset = buffer.offset
      var scanner = LineScanner()
      switch try buffer.next(&scanner, limit: limit) {
      case .none: return nil
      case .tooLong(let kept, _):
        return ReadRow(byteOffset: offset, outcome: .tooLong(kept, limit: limit))
      case .row(let count, _):
        let line = UnsafeBufferPointer(rebasing: buffer.window[..<count])
        let text = withoutLineEnd(line, lineEnd: scanner.lineEnd)
        guard text.allSatisfy(JSONShape.isSpace) else {
          let outcome = RowOutcome.reading(text, maximumDepth: maximumDepth, framed: true)
          buffer.consume(count)
          return ReadRow(byteOffset: offset, outcome: outcome)
        }
        buffer.consume(count)
      }
    }
  }
}

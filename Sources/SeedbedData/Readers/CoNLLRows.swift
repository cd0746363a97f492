import SeedbedKernels

/// The rows of a CoNLL file: blocks of lines, one token a line, an empty line behind each block.
final class CoNLLRows {
  private let buffer: ChunkBuffer
  private let limit: Int

  init(_ buffer: ChunkBuffer, options: RowReaderOptions) {
    self.buffer = buffer
    limit = max(options.maximumRowBytes, 1)
  }

  /// The next block that has tokens or a text; nil at the end.
  func next() throws(SeedbedError) -> ReadRow? {
    while true {
      let offset = buffer.offset
      var scanner = BlockScanner()
      switch try buffer.next(&scanner, limit: limit) {
      case .none: return nil
      case .tooLong(let kept, _):
        return ReadRow(byteOffset: offset, outcome: .tooLong(kept, limit: limit))
      case .row(let count, _):
        let bytes = Array(buffer.window[..<count])
        buffer.consume(count)
        if let outcome = Self.outcome(bytes) {
          return ReadRow(byteOffset: offset, outcome: outcome)
        }
      }
    }
  }

  private static func outcome(_ bytes: [UInt8]) -> RowOutcome? {
    if let invalid = UTF8Validation.firstInvalidByte(in: bytes.span) {
      return .bad(reason: "invalid UTF-8 at byte \(invalid) of the block", raw: bytes)
    }
    do throws(CoNLLBlock.Fault) {
      guard let block = try CoNLLBlock(bytes) else { return nil }
      return .fields(block.fields)
    } catch {
      return .bad(reason: error.reason, raw: bytes)
    }
  }
}

/// A row is all up to an empty line.
private struct BlockScanner: RowScanner {
  mutating func rowEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    // The line end before an empty line may be the last byte that an earlier call has seen.
    var at = max(start - 2, 0)
    while let end = firstIndex(of: UInt8(ascii: "\n"), in: bytes, from: at) {
      var next = end + 1
      if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
      guard next < bytes.count else { return nil }
      if bytes[next] == UInt8(ascii: "\n") { return next + 1 }
      at = end + 1
    }
    return nil
  }
}

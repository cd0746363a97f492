/// A row is a record of RFC 4180: a line end inside quotes does not end it.
struct RecordScanner: RowScanner {
  private enum State { case cellStart, plain, quoted, quoteInQuoted }

  let delimiter: UInt8
  let lineEnd: UInt8
  private var state = State.cellStart

  init(delimiter: UInt8, lineEnd: UInt8) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }

  /// Whether the bytes seen so far end inside quotes.
  var isInQuotes: Bool { state == .quoted }

  mutating func rowEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      switch state {
      case .cellStart, .plain:
        // A line without any quote is the common case and needs no look at its bytes.
        if at == 0, state == .cellStart, let end = firstIndex(of: lineEnd, in: bytes, from: 0),
          firstIndex(
            of: UInt8(ascii: "\""),
            in: UnsafeBufferPointer(rebasing: bytes[..<end]),
            from: 0
          ) == nil
        {
          return end + 1
        }
        let byte = bytes[at]
        at += 1
        if byte == lineEnd {
          state = .cellStart
          return at
        }
        let opens = state == .cellStart && byte == UInt8(ascii: "\"")
        state = opens ? .quoted : byte == delimiter ? .cellStart : .plain
      case .quoted:
        guard let quote = firstIndex(of: UInt8(ascii: "\""), in: bytes, from: at) else {
          return nil
        }
        at = quote + 1
        state = .quoteInQuoted
      case .quoteInQuoted:
        if bytes[at] == UInt8(ascii: "\"") {
          state = .quoted
          at += 1
        } else {
          state = .plain
        }
      }
    }
    return nil
  }
}

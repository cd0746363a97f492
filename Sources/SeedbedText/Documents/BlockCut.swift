/// Cuts a block that is too long at the best place before the limit.
enum BlockCut {
  /// The pieces of a block, each of at most `maximum` scalars and, but for the last, of at least a quarter
  /// of that, so that cutting takes linear time.
  static func pieces(
    of bytes: Span<UInt8>,
    _ block: Range<Int>,
    _ kind: DocumentSection.Kind,
    maximum: Int
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = block.lowerBound
    while start < block.upperBound {
      let end = cut(bytes, start..<block.upperBound, kind, maximum: maximum)
      let trimmed = trimmedEnd(bytes, start..<end)
      if trimmed > start { pieces.append(start..<trimmed) }
      start = end
      // The spaces of a line of code belong to it, a line break between two pieces to none.
      while start < block.upperBound,
        kind == .code ? isBreak(bytes[start]) : isSpace(bytes[start])
      {
        start += 1
      }
    }
    return pieces
  }

  /// Where the first piece of what is left ends.
  private static func cut(
    _ bytes: Span<UInt8>,
    _ rest: Range<Int>,
    _ kind: DocumentSection.Kind,
    maximum: Int
  ) -> Int {
    var count = 0, index = rest.lowerBound
    var sentence: Int?, line: Int?, space: Int?
    let least = maximum / 4
    while index < rest.upperBound {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 {
        if count == maximum {
          let byLine = [.list, .table, .code].contains(kind)
          return (byLine ? line : nil) ?? sentence ?? space ?? index
        }
        count += 1
      }
      if count > least {
        if isSpace(byte) { space = index }
        if byte == UInt8(ascii: "\n") { line = index + 1 }
        if let end = SentenceEnd.end(bytes, at: index), end <= rest.upperBound,
          count + ScalarCount.count(bytes, (index + 1)..<end) <= maximum
        {
          sentence = end
        }
      }
      index += 1
    }
    return rest.upperBound
  }

  private static func trimmedEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  @inline(__always)
  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

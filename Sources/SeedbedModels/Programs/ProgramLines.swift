/// Cuts what a program writes into lines.
struct ProgramLines {
  /// More bytes than this make a line too long.
  let limit: Int
  /// What has come since the last line ended.
  private(set) var rest: [UInt8] = []
  private(set) var isTooLong = false

  init(limit: Int) { self.limit = limit }

  /// Takes more bytes and hands out the lines that are complete.
  mutating func add(_ bytes: UnsafeRawBufferPointer, line: ([UInt8]) -> Void) {
    var start = 0
    while start < bytes.count, !isTooLong {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        rest.append(contentsOf: bytes[start...])
        isTooLong = rest.count > limit
        return
      }
      rest.append(contentsOf: bytes[start..<end])
      start = end + 1
      isTooLong = rest.count > limit
      if !isTooLong { line(rest) }
      rest.removeAll(keepingCapacity: rest.capacity <= 1 << 20)
    }
  }
}

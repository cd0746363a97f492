import FoundationEssentials

/// A text file whose lines are in byte order, searched where it lies, without reading it whole.
struct SortedLines: Sendable {
  private let data: Data

  /// Maps the file into memory.
  ///
  /// - Throws: The file system's error when the file cannot be opened.
  init(contentsOf path: String) throws {
    data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
  }

  /// The lines that begin with a key, without their line ends, in order.
  ///
  /// - Complexity: O(log n) reads of the file, then the lines found.
  func lines(beginningWith key: [UInt8]) -> [[UInt8]] {
    let bytes = data.span
    var found: [[UInt8]] = []
    var start = firstLine(notBelow: key, bytes)
    while start < bytes.count, Self.compare(bytes, start, key) == 0 {
      let end = Self.lineEnd(bytes, from: start)
      found.append((start..<end).map { bytes[$0] })
      start = end + 1
    }
    return found
  }

  /// The line that begins at a byte offset, or nil when the offset is not the start of one.
  func line(at offset: Int) -> [UInt8]? {
    let bytes = data.span
    guard offset > 0, offset < bytes.count, bytes[offset - 1] == 0x0A else { return nil }
    return (offset..<Self.lineEnd(bytes, from: offset)).map { bytes[$0] }
  }

  /// Every line of the file, in order.
  func forEachLine(_ body: (String) -> Void) {
    let bytes = data.span
    var start = 0
    while start < bytes.count {
      let end = Self.lineEnd(bytes, from: start)
      body(String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self))
      start = end + 1
    }
  }

  /// The start of the first line that is not below the key.
  private func firstLine(notBelow key: [UInt8], _ bytes: Span<UInt8>) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != 0x0A { start -= 1 }
      if Self.compare(bytes, start, key) < 0 {
        low = min(Self.lineEnd(bytes, from: start) + 1, bytes.count)
      } else {
        high = start
      }
    }
    return low
  }

  /// Whether the line at `start` is below (-1), begins with (0) or is above (1) the key.
  private static func compare(_ bytes: Span<UInt8>, _ start: Int, _ key: [UInt8]) -> Int {
    for index in 0..<key.count {
      guard start + index < bytes.count else { return -1 }
      let byte = bytes[start + index]
      if byte != key[index] { return byte < key[index] ? -1 : 1 }
    }
    return 0
  }

  private static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }
}

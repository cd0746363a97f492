import FoundationEssentials

/// A file of a language resource, read where it lies.
struct ResourceFile: Sendable {
  private let data: Data

  /// Maps the file into memory.
  ///
  /// - Throws: The file system's error when the file cannot be opened.
  init(contentsOf path: String) throws {
    data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
  }

  /// Calls a function with the bytes of the file.
  func withCursor<Result>(at offset: Int, _ body: (inout ResourceCursor) -> Result) -> Result {
    data.withUnsafeBytes { bytes in
      var cursor = ResourceCursor(bytes: bytes, offset: min(max(0, offset), bytes.count))
      return body(&cursor)
    }
  }
}

/// A place in a file of lines and of fields between spaces.
struct ResourceCursor {
  let bytes: UnsafeRawBufferPointer
  /// Where the next byte is; the number of bytes at the end.
  var offset: Int

  var isAtEnd: Bool { offset >= bytes.count }

  /// Whether the line has no more bytes.
  var isAtLineEnd: Bool { offset >= bytes.count || bytes[offset] == 0x0A }

  /// Whether a line begins here.
  var isAtLineStart: Bool { offset == 0 || bytes[offset - 1] == 0x0A }

  /// Goes to the start of the next line.
  mutating func skipLine() {
    while !isAtLineEnd { offset += 1 }
    if offset < bytes.count { offset += 1 }
  }

  /// Takes the next field of the line; empty at its end.
  mutating func field() -> Range<Int> {
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    let start = offset
    while !isAtLineEnd, bytes[offset] != 0x20 { offset += 1 }
    return start..<offset
  }

  /// Takes the next field as a whole number; nil where it is none, or too large for a file's
  /// offsets.
  mutating func number(radix: Int = 10) -> Int? {
    let field = field()
    guard !field.isEmpty, field.count <= 9 else { return nil }
    var value = 0
    for index in field {
      guard let digit = Self.digit(bytes[index]), digit < radix else { return nil }
      value = value * radix + digit
    }
    return value
  }

  /// The text of a part of the file.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Calls a function with each run of letters of a part of the file.
  func forEachWord(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Void) {
    var start = range.lowerBound
    for index in range where (bytes[index] | 0x20) &- 0x61 >= 26 {
      if start < index { body(UnsafeRawBufferPointer(rebasing: bytes[start..<index])) }
      start = index + 1
    }
    if start < range.upperBound {
      body(UnsafeRawBufferPointer(rebasing: bytes[start..<range.upperBound]))
    }
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte &- 0x30)
    case 0x61...0x66: Int(byte &- 0x57)
    default: nil
    }
  }
}

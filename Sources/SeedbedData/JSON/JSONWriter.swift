/// Writes JSON values as text.
///
/// Only what must be escaped is: the quote, the backslash and control characters. Numbers are
/// written as they were read.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Style: Sendable, CaseIterable {
    /// No white space, members in their order.
    case compact
    /// Two spaces a level, members in their order: for people.
    case pretty
    /// No white space, members by the UTF-8 bytes of their keys: one text for one content.
    case canonical
  }

  /// How the text is laid out.
  public var style: Style

  /// Makes a writer.
  ///
  /// - Parameter style: How the text is laid out.
  public init(_ style: Style = .compact) { self.style = style }

  /// Appends a value's text.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - buffer: Receives the text in UTF-8.
  public func write(_ value: JSONValue, into buffer: inout [UInt8]) {
    write(value, level: 0, into: &buffer)
  }

  /// Appends an object's text.
  ///
  /// - Parameters:
  ///   - object: The object.
  ///   - buffer: Receives the text in UTF-8.
  public func write(object: JSONObject, into buffer: inout [UInt8]) {
    write(object, level: 0, into: &buffer)
  }

  private func write(_ value: JSONValue, level: Int, into buffer: inout [UInt8]) {
    switch value {
    case .null: buffer.append(contentsOf: "null".utf8)
    case .bool(let value): buffer.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let value): buffer.append(contentsOf: value.literal.utf8)
    case .string(let value): Self.write(value, into: &buffer)
    case .array(let values): write(values, level: level, into: &buffer)
    case .object(let value): write(value, level: level, into: &buffer)
    }
  }

  private func write(_ values: [JSONValue], level: Int, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      separate(position, level: level + 1, into: &buffer)
      write(value, level: level + 1, into: &buffer)
    }
    if !values.isEmpty { breakLine(level: level, into: &buffer) }
    buffer.append(UInt8(ascii: "]"))
  }

  private func write(_ object: JSONObject, level: Int, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    let members = style == .canonical ? Self.sorted(object.members) : object.members
    for (position, member) in members.enumerated() {
      separate(position, level: level + 1, into: &buffer)
      Self.write(member.key, into: &buffer)
      buffer.append(UInt8(ascii: ":"))
      if style == .pretty { buffer.append(UInt8(ascii: " ")) }
      write(member.value, level: level + 1, into: &buffer)
    }
    if !members.isEmpty { breakLine(level: level, into: &buffer) }
    buffer.append(UInt8(ascii: "}"))
  }

  private func separate(_ position: Int, level: Int, into buffer: inout [UInt8]) {
    if position > 0 { buffer.append(UInt8(ascii: ",")) }
    breakLine(level: level, into: &buffer)
  }

  private func breakLine(level: Int, into buffer: inout [UInt8]) {
    guard style == .pretty else { return }
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private static func sorted(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
    // Many rows have their members in order already, and are not copied.
    let isOrdered = members.indices.dropFirst().allSatisfy {
      !precedes(members[$0], members[$0 - 1])
    }
    return isOrdered ? members : members.sorted(by: precedes)
  }

  private static func precedes(_ left: JSONObject.Member, _ right: JSONObject.Member) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  /// Appends a string with its quotes.
  static func write(_ text: String, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while case let at = endOfPlain(bytes, from: done), at < bytes.count {
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done..<at]))
        done = at + 1
        escape(bytes[at], into: &buffer)
      }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done...]))
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Where the first byte stands that must be escaped, or the end; eight bytes at a time.
  private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = start
    while bytes.count - offset >= 8 {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22), slashes = word ^ (ones &* 0x5C)
      // Sets the high bit of bytes below 0x20, of quotes and of backslashes, and of no first other byte.
      let found =
        (((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes)
          | ((slashes &- ones) & ~slashes)) & highs
      if found != 0 { break }
      offset += 8
    }
    while offset < bytes.count, !mustBeEscaped(bytes[offset]) { offset += 1 }
    return offset
  }

  private static func mustBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8, into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      buffer.append(contentsOf: "u00".utf8)
      buffer.append(digits[Int(byte >> 4)])
      buffer.append(digits[Int(byte & 15)])
    }
  }
}

extension JSONValue {
  /// The value's text.
  ///
  /// - Parameter style: How it is laid out.
  /// - Returns: The text, without a line end.
  public func serialized(_ style: JSONWriter.Style = .compact) -> String {
    var buffer: [UInt8] = []
    JSONWriter(style).write(self, into: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }
}

extension JSONObject {
  /// The object's text.
  ///
  /// - Parameter style: How it is laid out.
  /// - Returns: The text, without a line end.
  public func serialized(_ style: JSONWriter.Style = .compact) -> String {
    JSONValue.object(self).serialized(style)
  }
}

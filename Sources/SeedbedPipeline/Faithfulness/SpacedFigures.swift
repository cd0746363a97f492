/// Closes up numbers that a tokenizer took apart, such as "735, 000".
///
/// Only texts with other traces of a tokenizer are changed (a space inside brackets, before a
/// semicolon or round a hyphen), as "98. 7" could end one sentence and begin the next. Bytes keep
/// their number: the space moves behind the figure.
struct SpacedFigures {
  /// The text with closed figures.
  private(set) var bytes: [UInt8]
  /// What is longer than this is no figure.
  private static let longest = 32
  /// Where spaces were taken out, in ascending order.
  private var gaps: [Int] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    guard Self.isTokenized(bytes) else { return }
    var index = 1
    while index + 2 < bytes.count {
      if bytes[index + 1] == 0x20, Self.isDigit(bytes[index - 1]), Self.isDigit(bytes[index + 2]),
        closes(index)
      {
        gaps.append(index + 1)
      }
      index += 1
    }
    for gap in gaps.reversed() { close(gap) }
  }

  /// A range of the closed text as one of the text that was given.
  func original(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    for gap in gaps where gap >= range.lowerBound && gap < end { end += 1 }
    return range.lowerBound..<end
  }

  private mutating func close(_ gap: Int) {
    var index = gap
    // The whole rest of the figure moves.
    while index + 1 < bytes.count, index - gap < Self.longest, Self.isInside(bytes, index + 1) {
      bytes[index] = bytes[index + 1]
      index += 1
    }
    bytes[index] = 0x20
  }

  /// Whether the comma or full stop at an index is inside a number.
  private func closes(_ index: Int) -> Bool {
    var end = index + 2
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    var start = index
    while start > 0, Self.isDigit(bytes[start - 1]) { start -= 1 }
    switch bytes[index] {
    case UInt8(ascii: ","):
      return end - index == 5 && index - start <= 3 && !followsMonth(start)
    case UInt8(ascii: "."):
      return end - index <= 4 && index - start <= 3
    default: return false
    }
  }

  /// Whether the word before a figure names a month, as in "May 5, 300 people".
  private func followsMonth(_ start: Int) -> Bool {
    var end = start
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var begin = end
    while begin > 0, end - begin < 12, (bytes[begin - 1] | 0x20) &- 0x61 < 26 { begin -= 1 }
    return end - begin > 2
      && DateValue.month(String(decoding: bytes[begin..<end], as: UTF8.self)) != nil
  }

  private static func isInside(_ bytes: [UInt8], _ index: Int) -> Bool {
    if isDigit(bytes[index]) { return true }
    return (bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "."))
      && index + 1 < bytes.count && isDigit(bytes[index + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isTokenized(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 4 else { return false }
    for index in 1..<bytes.count - 1 {
      switch bytes[index] {
      case UInt8(ascii: "("): if bytes[index + 1] == 0x20 { return true }
      case UInt8(ascii: ")"), UInt8(ascii: ";"): if bytes[index - 1] == 0x20 { return true }
      case UInt8(ascii: "-"):
        if bytes[index - 1] == 0x20, bytes[index + 1] == 0x20 { return true }
      default: continue
      }
    }
    return false
  }
}

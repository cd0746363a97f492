import SeedbedKernels
import SeedbedText

/// Where the habits of careless punctuation may show in a text, found in one pass over its bytes.
struct PunctuationPlaces {
  /// A place of one habit.
  struct Place {
    var habit: PunctuationHabit
    /// What the habit changes, in UTF-8 bytes.
    var range: Range<Int>
    /// The mark there; 0 where it does not matter.
    var mark: UInt8 = 0
  }

  private(set) var places: [Place] = []

  init(_ bytes: Span<UInt8>) {
    var end = bytes.count
    while end > 0, Self.isSpace(bytes[end - 1]) { end -= 1 }
    // A text of nothing but marks would lose all that it has.
    guard Self.hasLetter(bytes, end) else { return }
    places.reserveCapacity(8)
    for index in 0..<end where Self.isMark[Int(bytes[index])] { read(bytes, index, end) }
    addFinal(bytes, end)
  }

  private mutating func read(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < end ? bytes[index + 1] : 0x20
    let range = index..<(index + 1)
    switch bytes[index] {
    case UInt8(ascii: ","):
      guard after == 0x20, !Self.isSpace(before), index + 2 < end else { return }
      places.append(Place(habit: .dropCommas, range: range))
      // Two numbers would become one.
      if Self.isLetter(before), Self.isLetter(bytes[index + 2]) {
        places.append(Place(habit: .closeCommas, range: (index + 1)..<(index + 2)))
      }
    case UInt8(ascii: "?"), UInt8(ascii: "!"):
      guard Self.isSpace(after), Self.isLetter(before) || before &- 0x30 < 10 else { return }
      places.append(Place(habit: .repeatMark, range: range, mark: bytes[index]))
      places.append(Place(habit: .spaceBeforeMark, range: range, mark: bytes[index]))
    case UInt8(ascii: "'"): addApostrophe(bytes, range, end)
    case 0xC2:
      if after == 0xBF || after == 0xA1 {
        places.append(Place(habit: .dropOpening, range: index..<(index + 2)))
      }
    case 0xE2:
      if after == 0x80, index + 2 < end, bytes[index + 2] == 0x99 {
        addApostrophe(bytes, index..<(index + 3), end)
      }
    default: break
    }
  }

  private mutating func addApostrophe(_ bytes: Span<UInt8>, _ mark: Range<Int>, _ end: Int) {
    guard Contraction.losesNothing(bytes, mark, end) else { return }
    places.append(Place(habit: .dropApostrophes, range: mark))
  }

  /// The marks at the end, which may be several (?!), behind something that they belong to.
  private mutating func addFinal(_ bytes: Span<UInt8>, _ end: Int) {
    var start = end
    while start > 0, let width = Self.finalWidth(bytes, start) { start -= width }
    guard start > 0, !Self.isSpace(bytes[start - 1]) else { return }
    if start == end {
      places.append(Place(habit: .ellipsis, range: end..<end))
      return
    }
    places.append(Place(habit: .dropFinal, range: start..<end))
    if end - start == 1, bytes[start] == UInt8(ascii: ".") {
      places.append(Place(habit: .ellipsis, range: start..<end))
    }
  }

  /// How many bytes the final mark has that ends at an index; nil where none does.
  private static func finalWidth(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    case 0x9F where end >= 2 && bytes[end - 2] == 0xD8: return 2  // ؟
    default: break
    }
    guard end >= 3 else { return nil }
    switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
    case (0xE2, 0x80, 0xA6), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return 3
    default: return nil
    }
  }

  /// Whether a letter or a digit stands before an index; signs of two and three bytes are none.
  private static func hasLetter(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var index = end - 1
    while index >= 0 {
      let byte = bytes[index]
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { return true }
      if byte >= 0xC3, byte != 0xE2, byte != 0xEF { return true }
      index -= 1
    }
    return false
  }

  /// The first bytes of the marks that are looked at.
  private static let isMark: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "'"), 0xC2, 0xE2:
      true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// A letter, or a part of one beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }
}

import SeedbedKernels

/// The words of a text as `WordScanner` finds them, faster where its letters are those of Latin-1.
///
/// Bytes are classified into bit masks without branches, 64 at a time, and words are read off the masks'
/// edges: most of what a scan costs on short words is branches taken wrongly at their ends.
public enum LatinWords {
  /// Lists the words.
  ///
  /// - Parameter text: The text as UTF-8.
  /// - Returns: What `WordScanner.words(in:)` gives.
  public static func words(in text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(text.count / 5 + 2)
    let table = classes
    let classes = table.span
    var block = 0
    var start = -1
    while block < text.count {
      let count = min(64, text.count - block)
      var mask: UInt64 = 0
      var seen: UInt8 = 0
      for offset in 0..<count {
        let kind = classes[Int(text[block + offset])]
        seen |= kind
        mask |= UInt64(kind & word) << UInt64(offset)
      }
      if seen & foreign != 0 { return WordScanner.words(in: text) }
      if seen & apostrophe != 0 {
        for offset in 0..<count where text[block + offset] == 0x27 {
          if joins(text, block + offset) { mask |= 1 << UInt64(offset) }
        }
      }
      read(mask, count, block, &start, &words)
      block += 64
    }
    if start >= 0 { words.append(start..<text.count) }
    return words
  }

  /// Appends the words that end in a block; one that goes on is kept by its start.
  @inline(__always)
  private static func read(
    _ mask: UInt64,
    _ count: Int,
    _ block: Int,
    _ start: inout Int,
    _ words: inout [Range<Int>]
  ) {
    // A bit of the changes is set where a word begins or ends.
    var changes = mask ^ (mask << 1 | (start >= 0 ? 1 : 0))
    if count < 64 { changes &= 1 << UInt64(count) &- 1 }
    while changes != 0 {
      let place = block + changes.trailingZeroBitCount
      changes &= changes &- 1
      if start >= 0 {
        words.append(start..<place)
        start = -1
      } else {
        start = place
      }
    }
  }

  /// Whether an apostrophe stands between two letters.
  private static func joins(_ text: Span<UInt8>, _ place: Int) -> Bool {
    place > 0 && place + 1 < text.count && isLetter(text[place - 1]) && isLetter(text[place + 1])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  private static let word: UInt8 = 1
  private static let apostrophe: UInt8 = 2
  private static let foreign: UInt8 = 4

  /// Letters, digits and the bytes of À…ÿ are of words; the signs × and ÷ and other scripts are foreign.
  private static let classes: [UInt8] = (0...255).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC3:
      word
    case 0x97, 0xB7: foreign
    case 0x80...0xBF: word
    case 0xC0...: foreign
    case UInt8(ascii: "'"): apostrophe
    default: 0
    }
  }
}

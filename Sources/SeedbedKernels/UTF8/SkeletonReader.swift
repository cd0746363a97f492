/// Reads the skeleton of a text: its fixed words, with typed slots where values stand.
///
/// A text is cut at white space. A piece becomes a slot when it is
/// - a quotation, from `"`, `“`, `„` or `«` to the closing mark: a slot *quotation*;
/// - a web address (`://` in it, or `www.` before it) or an e-mail address (`@` in it): *address*;
/// - a word with an ASCII digit in it: *number*;
/// - a capitalised word that neither begins a sentence nor is `I`: *name*. A text without a small
///   ASCII letter is shouting, and its capitals mean nothing.
///
/// Neighbouring slots of one type are one slot. All other words are fixed, and compared as
/// `DuplicateView` folds them. In languages that capitalise every noun, nouns are slots.
///
/// Two texts are of one pattern when their skeletons are equal and the skeleton has at least one
/// slot, at least three fixed words, and at least as many fixed words as slots: shorter frames ("Hi
/// Anna") would make unlike texts one pattern.
public struct SkeletonReader: Sendable {
  private enum Slot: UInt8 {
    case quotation = 1
    case address, number, name
  }

  private var skeleton: [UInt8] = []
  private var folded: [UInt8] = []
  private var last: Slot?
  private var slots = 0
  private var fixedWords = 0

  /// Makes a reader, whose memory serves one text after the other.
  public init() {}

  /// Reads a text's skeleton.
  ///
  /// - Parameter text: The text as it was written, in UTF-8.
  /// - Returns: A hash of the skeleton; nil when it names no pattern.
  /// - Complexity: O(n).
  public mutating func read(_ text: Span<UInt8>) -> Digest128? {
    skeleton.removeAll(keepingCapacity: true)
    (last, slots, fixedWords) = (nil, 0, 0)
    let isShouting = !Self.hasSmallLetter(text)
    var startsSentence = true
    var offset = 0
    while offset < text.count {
      if text[offset] <= 0x20 {
        offset += 1
      } else if let end = Self.endOfQuotation(text, from: offset) {
        add(.quotation)
        offset = end
        startsSentence = false
      } else {
        var end = offset
        while end < text.count && text[end] > 0x20 { end += 1 }
        let word = Self.trimmed(text, offset..<end)
        let names = !startsSentence && !isShouting
        read(text, word: word, mayBeName: names)
        if !word.isEmpty || startsSentence {
          startsSentence =
            word.upperBound < end && Self.endsSentence(text, word.upperBound..<end)
            || (word.isEmpty && startsSentence)
        }
        offset = end
      }
    }
    guard slots > 0, fixedWords >= 3, fixedWords >= slots else { return nil }
    return hash128(skeleton.span)
  }

  private mutating func read(_ text: Span<UInt8>, word: Range<Int>, mayBeName: Bool) {
    guard !word.isEmpty else { return }
    let bytes = text.extracting(word)
    if Self.isAddress(bytes) {
      add(.address)
    } else if Self.hasDigit(bytes) {
      add(.number)
    } else if mayBeName && Self.isCapitalised(bytes) {
      add(.name)
    } else if DuplicateView.normalize(bytes, into: &folded) {
      skeleton.append(FoldedASCII.separator)
      skeleton.append(contentsOf: folded)
      fixedWords += 1
      last = nil
    }
  }

  private mutating func add(_ slot: Slot) {
    guard slot != last else { return }
    last = slot
    slots += 1
    // Control characters never come through the folding, so no word reads like a slot.
    skeleton.append(slot.rawValue)
  }

  private static func hasSmallLetter(_ text: Span<UInt8>) -> Bool {
    for index in 0..<text.count where text[index] >= 0x61 && text[index] <= 0x7a { return true }
    return false
  }

  private static func hasDigit(_ word: Span<UInt8>) -> Bool {
    for index in 0..<word.count where word[index] >= 0x30 && word[index] <= 0x39 { return true }
    return false
  }

  private static func isAddress(_ word: Span<UInt8>) -> Bool {
    for index in 1..<max(1, word.count - 1) {
      if word[index] == UInt8(ascii: "@") { return true }
      if word[index] == UInt8(ascii: ":") && word[index + 1] == UInt8(ascii: "/") { return true }
    }
    guard word.count > 4 else { return false }
    for index in 0..<3 where word[index] | 0x20 != UInt8(ascii: "w") { return false }
    return word[3] == UInt8(ascii: ".")
  }

  private static func isCapitalised(_ word: Span<UInt8>) -> Bool {
    let first = decodeScalar(word, at: 0)
    if first.value < 0x80 {
      guard first.value >= 0x41, first.value <= 0x5a else { return false }
      let isPronoun = first.value == 0x49 && (word.count == 1 || !isLetter(word[1]))
      return !isPronoun
    }
    return Unicode.Scalar(first.value)?.properties.isUppercase ?? false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isLetter(byte) || byte >= 0x30 && byte <= 0x39
  }

  /// A piece without the ASCII punctuation around it.
  private static func trimmed(_ text: Span<UInt8>, _ piece: Range<Int>) -> Range<Int> {
    var (start, end) = (piece.lowerBound, piece.upperBound)
    while start < end && !isWordByte(text[start]) { start += 1 }
    while end > start && !isWordByte(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func endsSentence(_ text: Span<UInt8>, _ tail: Range<Int>) -> Bool {
    for index in tail {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
      default: continue
      }
    }
    return false
  }

  /// Where a quotation that opens at an offset is over; nil where none opens or it never closes.
  private static func endOfQuotation(_ text: Span<UInt8>, from start: Int) -> Int? {
    let opening = decodeScalar(text, at: start)
    let closing: [UInt32]
    switch opening.value {
    case 0x22: closing = [0x22]
    case 0x201c: closing = [0x201d]
    case 0x201e: closing = [0x201c, 0x201d]
    case 0xab: closing = [0xbb]
    default: return nil
    }
    var offset = start + opening.length
    // A mark that closes only after many words is more likely a stray one.
    let limit = min(text.count, offset + 240)
    while offset < limit {
      let scalar = decodeScalar(text, at: offset)
      offset += scalar.length
      if closing.contains(scalar.value) { return offset }
    }
    return nil
  }
}

import SeedbedKernels

/// Finds the sentences of a text as byte ranges.
///
/// A sentence ends at a full stop, question or exclamation mark, with the quotation marks and
/// brackets that close after it, at an empty line and before an item of a list. A full stop ends
/// none after an abbreviation, an initial, or the number of a list item, inside a number, or before
/// a small letter, unless the text has no capitals at the beginning of sentences.
struct SentenceScanner {
  /// The sentences, in order, without the white space around them.
  static func sentences(in bytes: Span<UInt8>) -> [Range<Int>] {
    let isCased = hasSentenceCapitals(bytes)
    var found: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      let range = trimmed(bytes, start..<end)
      if !range.isEmpty { found.append(range) }
      start = end
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A, breaksLine(bytes, index) {
        close(at: index)
        index += 1
        continue
      }
      guard let mark = SentenceMark(bytes, index) else {
        index += 1
        continue
      }
      let end = endOfClosers(bytes, mark.end)
      if ends(bytes, mark, closersEnd: end, lineStart: start, isCased: isCased) {
        close(at: end)
        index = end
      } else {
        index = mark.end
      }
    }
    close(at: bytes.count)
    return found
  }

  // MARK: - Marks

  private static func ends(
    _ bytes: Span<UInt8>,
    _ mark: SentenceMark,
    closersEnd end: Int,
    lineStart: Int,
    isCased: Bool
  ) -> Bool {
    if mark.kind == .ideographic || end == bytes.count { return true }
    let next = LetterBytes.skipSpace(bytes, end)
    let isJoined = next == end
    if isJoined {
      // "…the 20th century.First for Women": a space was lost between two sentences.
      return mark.kind != .dots && end == mark.end && LetterBytes.isUpper(bytes, end)
        && LetterBytes.isLower(bytes, end + 1)
        && LetterBytes.smallLetters(bytes, before: mark.start) >= 3
    }
    let word = LetterBytes.wordBefore(bytes, mark.start)
    if mark.kind == .stop, end == mark.end {
      if isListNumber(bytes, word, lineStart: lineStart) { return false }
      if SentenceAbbreviations.neverEnds(bytes, word) { return false }
      if SentenceAbbreviations.mayEnd(bytes, word) {
        return isCased && SentenceAbbreviations.begins(bytes, next)
      }
    }
    guard isCased || mark.kind == .dots else { return true }
    return !LetterBytes.isLower(bytes, LetterBytes.skipOpeners(bytes, next))
  }

  /// Whether a word is the number of a list item at the beginning of what is open.
  private static func isListNumber(
    _ bytes: Span<UInt8>,
    _ word: Range<Int>,
    lineStart: Int
  ) -> Bool {
    guard !word.isEmpty, word.count <= 3 else { return false }
    for index in word where bytes[index] &- 0x30 >= 10 { return false }
    var index = word.lowerBound
    while index > lineStart, LetterBytes.isSpace(bytes[index - 1]) { index -= 1 }
    return index == lineStart
  }

  private static func endOfClosers(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"): end += 1
      case 0xE2:
        // ’ and ”
        guard end + 2 < bytes.count, bytes[end + 1] == 0x80, [0x99, 0x9D].contains(bytes[end + 2])
        else { return end }
        end += 3
      case 0xC2:
        guard end + 1 < bytes.count, bytes[end + 1] == 0xBB else { return end }
        end += 2
      default: return end
      }
    }
    return end
  }

  // MARK: - Lines

  /// Whether a line feed ends a sentence: before an empty line or an item of a list.
  private static func breaksLine(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
      next += 1
    }
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case 0x0A: return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "+"):
      return next + 1 < bytes.count && bytes[next + 1] == 0x20
    case 0xE2: return next + 2 < bytes.count && bytes[next + 1] == 0x80 && bytes[next + 2] == 0xA2
    default:
      var end = next
      while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
      return end > next && end - next <= 3 && end + 1 < bytes.count
        && (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"))
        && LetterBytes.isSpace(bytes[end + 1])
    }
  }

  /// Whether a capital letter follows the end of any sentence.
  private static func hasSentenceCapitals(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index + 2 < bytes.count {
      if LetterBytes.isMark(bytes[index]), LetterBytes.isSpace(bytes[index + 1]) {
        let next = LetterBytes.skipOpeners(bytes, LetterBytes.skipSpace(bytes, index + 1))
        if LetterBytes.isUpper(bytes, next) { return true }
      }
      index += 1
    }
    // A single sentence says by its first letter how the text is written.
    return LetterBytes.isUpper(
      bytes,
      LetterBytes.skipOpeners(bytes, LetterBytes.skipSpace(bytes, 0))
    )
  }

  private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, LetterBytes.isSpace(bytes[low]) { low += 1 }
    while high > low, LetterBytes.isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }
}

/// A mark that may end a sentence.
struct SentenceMark {
  enum Kind {
    /// One full stop.
    case stop
    /// Question and exclamation marks.
    case other
    /// Several full stops or an ellipsis.
    case dots
    /// Of Chinese and Japanese, after which no space follows.
    case ideographic
  }

  var kind: Kind
  var start: Int
  var end: Int

  /// The mark that begins at a byte; nil when none does.
  init?(_ bytes: Span<UInt8>, _ index: Int) {
    start = index
    end = index + 1
    kind = .other
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      while end < bytes.count, LetterBytes.isMark(bytes[end]) { end += 1 }
      if bytes[index] == UInt8(ascii: ".") { kind = end == index + 1 ? .stop : .dots }
    case 0xE2 where LetterBytes.matches(bytes, index, (0xE2, 0x80, 0xA6)):
      (kind, end) = (.dots, index + 3)
    case 0xE3 where LetterBytes.matches(bytes, index, (0xE3, 0x80, 0x82)):
      (kind, end) = (.ideographic, index + 3)
    case 0xEF
    where LetterBytes.matches(bytes, index, (0xEF, 0xBC, 0x81))
      || LetterBytes.matches(bytes, index, (0xEF, 0xBC, 0x9F)):
      (kind, end) = (.ideographic, index + 3)
    default: return nil
    }
  }
}

/// Finds the words of a text as byte ranges.
///
/// A word is a maximal run of letters, digits and marks that begins with a letter or digit. An
/// apostrophe (' or ’) between two letters stays inside ("don't" is one word), and so do a soft
/// hyphen and the zero-width joiners there; a hyphen separates. Han characters and kana have no
/// spaces between words, so each is a word, with the marks that follow it. Bytes that are not UTF-8
/// separate words.
public struct WordScanner {
  /// Lists the words.
  ///
  /// - Parameter text: The text as UTF-8.
  /// - Returns: Byte ranges in ascending order, never empty, on scalar boundaries.
  public static func words(in text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    forEachWord(in: text) { words.append($0) }
    return words
  }

  /// Calls a function with each word, without allocating.
  ///
  /// - Parameters:
  ///   - text: The text as UTF-8.
  ///   - body: Takes the word's byte range; called in ascending order.
  public static func forEachWord(in text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    let table = WordClass.ascii
    let ascii = table.span
    var offset = 0
    while offset < text.count {
      let (kind, length) = classify(text, offset, ascii)
      let start = offset
      offset += length
      switch kind {
      case .letter, .digit: offset = endOfWord(text, offset, after: kind, ascii)
      case .ideograph: offset = endOfMarks(text, offset, ascii)
      default: continue
      }
      body(start..<offset)
    }
  }

  @inline(__always)
  private static func classify(
    _ text: Span<UInt8>,
    _ offset: Int,
    _ ascii: Span<WordClass>
  ) -> (kind: WordClass, length: Int) {
    let byte = text[offset]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    let scalar = decodeScalar(text, at: offset)
    return (WordClass(beyondASCII: scalar.value), scalar.length)
  }

  @inline(__always)
  private static func endOfWord(
    _ text: Span<UInt8>,
    _ start: Int,
    after first: WordClass,
    _ ascii: Span<WordClass>
  ) -> Int {
    var offset = start
    var previous = first
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80, ascii[Int(byte)].isAlphanumeric {
        previous = ascii[Int(byte)]
        offset += 1
        continue
      }
      let (kind, length) = classify(text, offset, ascii)
      switch kind {
      case .letter, .digit: previous = kind
      case .mark: break
      case .joiner:
        let next = offset + length
        guard previous == .letter, next < text.count,
          classify(text, next, ascii).kind == .letter
        else { return offset }
      case .other, .ideograph: return offset
      }
      offset += length
    }
    return offset
  }

  private static func endOfMarks(
    _ text: Span<UInt8>,
    _ start: Int,
    _ ascii: Span<WordClass>
  ) -> Int {
    var offset = start
    while offset < text.count {
      let (kind, length) = classify(text, offset, ascii)
      guard kind == .mark else { break }
      offset += length
    }
    return offset
  }
}

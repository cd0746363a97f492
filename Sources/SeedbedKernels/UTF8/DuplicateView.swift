/// The form in which texts are compared for duplication: what a reader would call "the same words".
///
/// - Letters are lower-cased; full-width, circled and mathematical letters and digits become plain
///   ones, ligatures their letters.
/// - Latin letters lose their diacritics, precomposed or not (é, e + U+0301 → e); æ → ae, ß → ss.
/// - Control, zero-width and format characters vanish.
/// - In a word that mixes Latin with Cyrillic or Greek letters, those that look Latin become Latin;
///   words wholly in one script stay as they are.
/// - Punctuation, symbols, emoji and white space separate words: one space, none at either end.
/// - Bytes that are not UTF-8 separate words too.
///
/// A text of nothing but separators ("!!!", emoji) stays as it is apart from white space at its
/// ends, so that such texts are still told from each other. Not folded: half-width katakana and
/// Hangul written as single jamo.
public enum DuplicateView {
  /// Normalises a text into a buffer that can be used again for the next.
  ///
  /// - Parameters:
  ///   - text: The text as UTF-8.
  ///   - buffer: Gets the normalised text in place of what it held; never longer than `text`.
  /// - Returns: Whether the text has a letter or digit; without one the buffer gets the text as it is
  ///   apart from white space at its ends.
  /// - Complexity: O(n), about a nanosecond a byte where the text is ASCII.
  @discardableResult
  public static func normalize(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> Bool {
    // Filled with the text itself only because that is the fastest way to make room.
    buffer.removeAll(keepingCapacity: true)
    unsafe text.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
    var output = buffer.mutableSpan
    var written: Int
    if UTF8Validation.endOfASCII(text, from: 0) == text.count {
      written = foldASCII(text, into: &output)
    } else {
      var folder = DuplicateFolder()
      written = folder.fold(text, into: &output)
    }
    let hasWords = written > 0
    if !hasWords { written = copyTrimmed(text, into: &output) }
    buffer.removeLast(buffer.count - written)
    return hasWords
  }

  /// Normalises a text.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The normalised text; empty only when the text is white space or empty.
  public static func normalized(_ text: String) -> String {
    var buffer: [UInt8] = []
    normalize(text.utf8Span.span, into: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  private static func foldASCII(_ text: Span<UInt8>, into output: inout MutableSpan<UInt8>) -> Int {
    let table = FoldedASCII.table
    let folded = table.span
    var written = 0
    // Numbers instead of conditions, as spaces come too irregularly for branches: a byte is always
    // written, and overwritten by the next unless it counts.
    var open = 0
    for offset in 0..<text.count {
      let byte = folded[Int(text[offset])]
      let isKept = byte > FoldedASCII.separator ? 1 : 0
      let isGap = byte == FoldedASCII.separator ? 1 : 0
      output[written] = byte
      written &+= isKept | isGap & open
      open = isKept | open & ~isGap
    }
    return written - (written > 0 && open == 0 ? 1 : 0)
  }

  private static func copyTrimmed(
    _ text: Span<UInt8>,
    into output: inout MutableSpan<UInt8>
  ) -> Int {
    var (start, end) = (0, 0)
    var offset = 0
    while offset < text.count {
      let scalar = decodeScalar(text, at: offset)
      let isSpace = Unicode.Scalar(scalar.value)?.properties.isWhitespace ?? false
      offset += scalar.length
      if !isSpace { end = offset } else if end == 0 { start = offset }
    }
    guard end > start else { return 0 }
    for index in start..<end { output[index - start] = text[index] }
    return end - start
  }
}

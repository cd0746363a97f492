import SeedbedKernels

/// One word of a text with its place and its lower-case form.
struct TextWord {
  var range: Range<Int>
  var text: String
  var lower: String

  /// The words of a text, in order.
  static func words(of text: String) -> [TextWord] {
    WordScanner.words(in: text.utf8Span.span).map { range in
      let word = String(text.utf8Slice(range))
      return TextWord(range: range, text: word, lower: word.lowercasedPlain)
    }
  }
}

extension String {
  /// The part of the text at UTF-8 offsets that lie between scalars.
  func utf8Slice(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// The byte at a UTF-8 offset; nil outside the text.
  func utf8Byte(at offset: Int) -> UInt8? {
    guard offset >= 0, offset < utf8.count else { return nil }
    return utf8[utf8.index(utf8.startIndex, offsetBy: offset)]
  }

  /// The lower-case form with a typographic apostrophe made plain, for looking words up.
  var lowercasedPlain: String {
    let lower = lowercased()
    guard lower.utf8.contains(0xE2) else { return lower }
    return String(lower.map { $0 == "\u{2019}" ? "'" : $0 })
  }
}

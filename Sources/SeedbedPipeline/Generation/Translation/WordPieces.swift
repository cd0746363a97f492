import SeedbedKernels

/// A text cut into words and signs, for comparing it with another.
struct WordPieces {
  /// Where the words and the signs between them are, in UTF-8 bytes; white space is left out.
  let ranges: [Range<Int>]
  /// Each of them in lower case.
  let folded: [String]

  /// Cuts a text.
  init(_ text: String) {
    var ranges: [Range<Int>] = []
    var end = 0
    for word in WordScanner.words(in: text.utf8Span.span) {
      ranges += Self.signs(text, end..<word.lowerBound)
      ranges.append(word)
      end = word.upperBound
    }
    ranges += Self.signs(text, end..<text.utf8.count)
    self.ranges = ranges
    folded = ranges.map { String(text.slice($0)).lowercasedPlain }
  }

  private static func signs(_ text: String, _ gap: Range<Int>) -> [Range<Int>] {
    var signs: [Range<Int>] = []
    var place = gap.lowerBound
    for character in text.slice(gap) {
      let end = place + character.utf8.count
      if !character.isWhitespace { signs.append(place..<end) }
      place = end
    }
    return signs
  }
}

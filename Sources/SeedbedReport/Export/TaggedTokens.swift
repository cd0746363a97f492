import SeedbedData

/// A text cut into tokens with the BIO tags of its spans.
///
/// White space divides tokens and belongs to none. Otherwise a token is a run of letters, digits and
/// marks, or one other scalar; and every end of a span is an end of a token, so that spans come back
/// exactly, whatever they cut through.
struct TaggedTokens {
  /// One token.
  struct Token {
    var start: Int
    var end: Int
    var text: String
    var tag: String
  }

  /// The tokens in order.
  let tokens: [Token]

  /// Cuts a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - spans: Its spans.
  ///   - refuse: Makes the error of spans that BIO tags cannot hold, from the reason.
  /// - Throws: The error of the first span that overlaps another one, is empty or begins or ends in
  ///   white space, or has a label that is no tag.
  init(
    _ text: String,
    spans: [TextSpan],
    refusing refuse: (String) -> SeedbedError
  ) throws {
    let scalars = Array(text.unicodeScalars)
    let ordered = spans.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var tags = [String](repeating: "O", count: scalars.count)
    var borders: Set<Int> = []
    var covered = 0
    for span in ordered {
      let words = "its span `\(span.text)`"
      guard span.start >= covered else { throw refuse("\(words) overlaps another one") }
      guard span.start < span.end, span.end <= scalars.count else {
        throw refuse("\(words) does not fit its text")
      }
      guard !Self.isSpace(scalars[span.start]), !Self.isSpace(scalars[span.end - 1]) else {
        throw refuse("\(words) begins or ends in white space, which belongs to no token")
      }
      guard !span.label.isEmpty, !span.label.unicodeScalars.contains(where: Self.isSpace) else {
        throw refuse("\(words) has the label `\(span.label)`, and a tag has no white space")
      }
      covered = span.end
      borders.formUnion([span.start, span.end])
      for place in span.start..<span.end {
        tags[place] = (place == span.start ? "B-" : "I-") + span.label
      }
    }
    var tokens: [Token] = []
    var start: Int?
    for place in 0...scalars.count {
      let ends =
        place == scalars.count || Self.isSpace(scalars[place]) || borders.contains(place)
        || !Self.isWord(scalars[place]) || (place > 0 && !Self.isWord(scalars[place - 1]))
      if ends, let begun = start {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[begun..<place])
        tokens.append(Token(start: begun, end: place, text: text, tag: tags[begun]))
        start = nil
      }
      if place < scalars.count, start == nil, !Self.isSpace(scalars[place]) { start = place }
    }
    self.tokens = tokens
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Readers of the format divide lines and columns at any of these.
    scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}

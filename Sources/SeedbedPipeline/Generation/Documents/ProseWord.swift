import SeedbedText

/// A word of a sentence with the punctuation round it.
struct ProseWord: Sendable {
  /// The word without the punctuation at its ends.
  var text: String
  var lower: String
  /// Unicode scalars of the prose.
  var range: Range<Int>
  /// Brackets and quotation marks before it.
  var lead: String
  /// Punctuation after it.
  var tail: String
  /// Whether it is marked as code.
  var isCode: Bool

  var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }

  /// Whether letters beyond the first are capitals, as in `HTTP`.
  var hasInnerCapital: Bool {
    text.unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
  }

  var hasDigit: Bool { text.unicodeScalars.contains { ("0"..."9").contains($0) } }

  /// Whether the sentence goes on without a break after it.
  var flowsOn: Bool { tail.isEmpty }

  /// The words of a part of a prose; what is marked as code is one word.
  static func words(of prose: ProseText, in part: Range<Int>) -> [ProseWord] {
    let code = prose.marks.filter { $0.kind == .code && part.overlaps($0.range) }.map(\.range)
    var words: [ProseWord] = []
    var index = part.lowerBound
    while index < part.upperBound {
      guard prose.scalars[index] != " " else {
        index += 1
        continue
      }
      var end = index
      while end < part.upperBound, prose.scalars[end] != " " {
        if let mark = code.first(where: { $0.lowerBound == end }) {
          end = max(end + 1, min(part.upperBound, mark.upperBound))
          continue
        }
        end += 1
        // A dash joins two parts of a sentence without spaces.
        if prose.scalars[end - 1] == "—" { break }
      }
      words.append(word(prose, index..<end, code))
      index = end
    }
    return words.filter { !$0.text.isEmpty }
  }

  private static func word(
    _ prose: ProseText,
    _ token: Range<Int>,
    _ code: [Range<Int>]
  ) -> ProseWord {
    let core = code.first { token.overlaps($0) }
    var (start, end) = (token.lowerBound, token.upperBound)
    while start < end, start < core?.lowerBound ?? end, isPunctuation(prose.scalars[start]) {
      start += 1
    }
    while end > start, end > core?.upperBound ?? start, isPunctuation(prose.scalars[end - 1]) {
      end -= 1
    }
    let text = prose.text(start..<end)
    return ProseWord(
      text: text,
      lower: text.lowercased(),
      range: start..<end,
      lead: prose.text(token.lowerBound..<start),
      tail: prose.text(end..<token.upperBound),
      isCode: core != nil
    )
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "\"", "'", "“", "”", "‘", "’", "«", "»",
      "„", "…", "—", "–", "¿", "¡":
      true
    default: false
    }
  }
}

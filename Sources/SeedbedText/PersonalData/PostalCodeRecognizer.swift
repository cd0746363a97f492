/// Postal codes that stand alone: by a word before them, or by a form of their own.
struct PostalCodeRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers where !text.isGluedBefore(index) {
      let token = text[index]
      guard token.count <= 5 else { continue }
      if let end = afterCue(text, index) {
        found.append(
          .init(tokens: index..<end, type: .zipCode, score: 0.9, evidence: .context)
        )
      } else if let end = british(text, index) {
        found.append(
          .init(tokens: index..<end, type: .zipCode, score: 0.8, evidence: .pattern)
        )
      } else if token.kind == .number, token.count == 5, text[index + 1].isMark("-"),
        text[index + 2].count == 4, text[index + 2].kind == .number, text[index + 2].gap == .none,
        !text.isGluedAfter(index + 3)
      {
        found.append(
          .init(tokens: index..<(index + 3), type: .zipCode, score: 0.7, evidence: .pattern)
        )
      }
    }
  }

  /// The end of the number behind "zip code is" and its like.
  private func afterCue(_ text: TokenText, _ index: Int) -> Int? {
    var place = index - 1
    var steps = 0
    while steps < 4, place >= 0 {
      if text[place].flags.contains(.postalCue) { break }
      let isSmall =
        text.isWord(place, "code") || text.isWord(place, "is") || text[place].isMark(":")
        || text[place].isMark("#") || text.isWord(place, "number") || text.isWord(place, "the")
      guard isSmall else { return nil }
      place -= 1
      steps += 1
    }
    guard place >= 0, steps < 4, text[place].flags.contains(.postalCue) else { return nil }
    var end = index + 1
    if text[end].isMark("-"), text[end].gap == .none, text[end + 1].kind == .number,
      text[end + 1].gap == .none
    {
      end += 2
    } else if text[end].kind == .number || text[end].kind == .code, text[end].gap == .blank,
      text[end].count <= 4
    {
      end += 1
    } else if text[end].kind == .word, text[end].shape == .upper, text[end].count == 2 {
      end += 1
    }
    return text.isGluedAfter(end) ? nil : end
  }

  /// `SW1A 1AA` and `K1A 0B1`.
  private func british(_ text: TokenText, _ index: Int) -> Int? {
    let first = text[index], second = text[index + 1]
    guard first.kind == .code, second.kind == .code, (2...4).contains(first.count),
      second.count == 3, second.gap == .blank, first.shape != .lower, second.shape != .lower,
      ByteClass.isLetter(first.first), ByteClass.isDigit(second.first)
    else { return nil }
    let last = text.bytes[second.end - 1], middle = text.bytes[second.start + 1]
    let isBritish = ByteClass.isLetter(last) && ByteClass.isLetter(middle)
    let isCanadian = first.count == 3 && ByteClass.isDigit(last) && ByteClass.isLetter(middle)
    return isBritish || isCanadian ? index + 2 : nil
  }
}

/// Titles before names, and professions where somebody says what they do.
struct TitleRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.triggers {
      let flags = text[index].flags
      if flags.contains(.honorific), let end = honorificEnd(text, index) {
        found.append(.init(tokens: index..<end, type: .title, score: 0.9, evidence: .context))
      } else if flags.contains(.profession), let range = profession(text, index) {
        found.append(.init(tokens: range, type: .title, score: 0.75, evidence: .context))
      }
    }
  }

  /// A title with its dot, when a name follows.
  private func honorificEnd(_ text: TokenText, _ index: Int) -> Int? {
    guard text[index].shape != .lower || text.isLowercase else { return nil }
    var end = index + 1
    if text[end].isMark("."), text[end].gap == .none { end += 1 }
    let name = text[end]
    guard name.kind == .word, name.gap == .blank || name.gap == .none && end > index + 1 else {
      return nil
    }
    let isName = name.shape != .lower || text.isLowercase && !name.flags.contains(.common)
    // Everyday words among the titles count before a name that is no everyday word.
    guard isName, end > index + 1 || !name.flags.contains(.function) else { return nil }
    return end
  }

  /// `as a nurse`, `is a software engineer`, `Job: clerk`, or a line that is nothing else.
  private func profession(_ text: TokenText, _ index: Int) -> Range<Int>? {
    // The last profession word of a run is the one that counts.
    if text[index + 1].flags.contains(.profession), text[index + 1].gap == .blank { return nil }
    var start = index
    while start > 0, index - start < 7, !text[start].startsLine {
      let before = text[start - 1]
      if before.kind == .word {
        if before.flags.contains(.function), !isInside(text, start - 1) { break }
        if before.isCapitalized, !text[start].isCapitalized {
          start -= 1
          break
        }
      } else if !(before.isMark("-") || before.isMark("'") || before.isMark(",")
        || before.isMark("/"))
      {
        break
      }
      start -= 1
    }
    while start < index, text[start].kind == .mark { start += 1 }
    guard isSlot(text, start, index) else { return nil }
    return start..<(index + 1)
  }

  private func isInside(_ text: TokenText, _ index: Int) -> Bool { text.isWord(index, "and") }

  private func isSlot(_ text: TokenText, _ start: Int, _ end: Int) -> Bool {
    let before = text[start - 1]
    if text[start].startsLine, text.endsLine(end), start > 0 { return true }
    if before.isMark(":") {
      return text.isWord(start - 2, "job") || text.isWord(start - 2, "title")
        || text.isWord(start - 2, "profession") || text.isWord(start - 2, "occupation")
        || text.isWord(start - 2, "position")
    }
    if text.isWord(start - 1, "as") { return text[start].isCapitalized || text.isLowercase }
    let isArticle = text.isWord(start - 1, "a") || text.isWord(start - 1, "an")
    guard isArticle else { return false }
    let verbs: [StaticString] = ["am", "m", "is", "was", "as", "became", "become"]
    return verbs.contains { text.isWord(start - 2, $0) }
      && !text[start - 2].startsLine
  }
}

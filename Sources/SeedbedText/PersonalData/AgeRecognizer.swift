/// Ages of persons: "23 years old", "23-year-old", "aged 23", "I'm 23".
struct AgeRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers {
      guard text[index].count <= 3, let value = text.value(index), value <= 120,
        !text.isGluedBefore(index), value > 0
      else { continue }
      let score = score(text, index)
      guard score > 0 else { continue }
      found.append(
        .init(tokens: index..<(index + 1), type: .age, score: score, evidence: .context)
      )
    }
  }

  private func score(_ text: TokenText, _ index: Int) -> Double {
    var next = index + 1
    if text[next].isMark("-") { next += 1 }
    if isYears(text, next) {
      var place = next + 1
      if text[place].isMark("-") { place += 1 }
      if text.isWord(place, "old") || text.isWord(place, "alt") { return 0.95 }
      if text.isWord(place, "of"), text.isWord(place + 1, "age") { return 0.95 }
      if text.isWord(next, "años"), isBeing(text, index - 1) { return 0.85 }
      if isBeing(text, index - 1), text.endsClause(next + 1) { return 0.8 }
    }
    if text.isWord(next, "y"), text[next + 1].isMark("/") || text.isWord(next + 1, "o") {
      return 0.9
    }
    if text.isWord(next, "yo"), text[next].gap == .blank { return 0.85 }
    if text.isGluedAfter(index + 1) { return 0 }
    let before = text[index - 1]
    if before.flags.contains(.ageCue) {
      return text.isWord(index - 1, "age") ? 0.85 : isUnit(text, index + 1) ? 0 : 0.8
    }
    if before.isMark(":"), text[index - 2].flags.contains(.ageCue) { return 0.9 }
    if text.isWord(index - 1, "of") || text.isWord(index - 1, "is"),
      text.isWord(index - 2, "age"), !isUnit(text, index + 1)
    {
      return 0.9
    }
    // "I'm 23." but not "I'm 23 minutes late".
    if isBeing(text, index - 1), text.endsClause(index + 1), isPerson(text, index - 2) {
      return 0.65
    }
    if text[index + 1].isMark(","), before.isMark(","), text[index - 2].shape == .capital,
      text.value(index).map({ $0 >= 10 }) == true,
      text[index - 2].flags.isDisjoint(with: [.month, .weekday])
    {
      return 0.6
    }
    return 0
  }

  private func isYears(_ text: TokenText, _ index: Int) -> Bool {
    let words: [StaticString] = [
      "year", "years", "yr", "yrs", "años", "ans", "jahre", "anni", "anos", "jaar",
    ]
    return words.contains { text.isWord(index, $0) }
  }

  private func isBeing(_ text: TokenText, _ index: Int) -> Bool {
    let words: [StaticString] = [
      "am", "m", "is", "was", "turn", "turned", "turning", "bin", "ist", "tengo", "tiene", "ai",
    ]
    return words.contains { text.isWord(index, $0) }
  }

  private func isPerson(_ text: TokenText, _ index: Int) -> Bool {
    let words: [StaticString] = ["i", "he", "she", "who", "ich", "er", "sie"]
    return text[index].first == UInt8(ascii: "'") || text[index].first == 0xE2
      || words.contains { text.isWord(index, $0) }
      || !text[index].flags.isDisjoint(with: [.kin, .female, .male])
  }

  /// Whether a number counts things: a unit or noun in lower case follows.
  private func isUnit(_ text: TokenText, _ index: Int) -> Bool {
    let token = text[index]
    return token.kind == .word && token.shape == .lower && token.gap == .blank
      && !token.flags.contains(.function)
  }
}

extension TokenText {
  /// Whether the words before a token end a clause: punctuation, a conjunction, or the end.
  func endsClause(_ index: Int) -> Bool {
    let token = self[index]
    return index >= count || token.kind == .mark || token.startsLine || isWord(index, "and")
      || isWord(index, "but")
  }
}

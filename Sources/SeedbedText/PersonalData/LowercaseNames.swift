/// Names in a text without capitals: only where the words before them announce one, or a list has them.
struct LowercaseNames: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    var index = 0
    while index < text.count {
      defer { index += 1 }
      guard index >= last, text[index].kind == .word else { continue }
      guard let (run, type, score) = announced(text, index) ?? listed(text, index) else { continue }
      found.append(.init(tokens: run.tokens, type: type, score: score, evidence: .context))
      last = run.tokens.upperBound
    }
  }

  private func announced(
    _ text: TokenText,
    _ index: Int
  ) -> (NameRun, PersonalDataType, Double)? {
    let start = index..<index
    guard let run = NameRun(lowercase: text, at: index, atMost: 3) else { return nil }
    let context = NameContext(text, run)
    if let list = NameList.organization(text, first(run)) {
      var firm = run
      firm.tokens = list
      return (firm, .organization, 0.65)
    }
    if context.hasTitle { return (run, .person, 0.8) }
    if context.announcesPerson, run.words <= 3 { return (run, .person, 0.7) }
    if context.secondBefore.contains(.employmentCue),
      text.isWord(index - 1, "for") || text.isWord(index - 1, "at")
    {
      return (run, .organization, 0.65)
    }
    if context.before.contains(.placePreposition),
      context.secondBefore.contains(.placeVerb)
        || text.hasCue(.placeVerb, start, before: 3, after: 0)
    {
      return (run, .location, 0.6)
    }
    if context.before.contains(.greeting) { return isNamed(run) ? (run, .person, 0.6) : nil }
    if context.before.contains(.kin), !run.any.isDisjoint(with: [.givenName, .surname]) {
      return (run, .person, 0.6)
    }
    if text[index].startsLine, run.words == 2, run.any.isDisjoint(with: [.common, .verb]),
      text[run.tokens.upperBound].flags.contains(.placeVerb)
    {
      return (run, .person, 0.6)
    }
    if context.speaks, run.words <= 2, isNamed(run), text[run.tokens.upperBound + 1].gap != .none {
      return (run, .person, 0.55)
    }
    return nil
  }

  private func first(_ run: NameRun) -> NameRun {
    var first = run
    first.tokens = run.tokens.lowerBound..<(run.tokens.lowerBound + 1)
    first.words = 1
    first.initials = 0
    return first
  }

  private func isNamed(_ run: NameRun) -> Bool {
    !run.any.isDisjoint(with: [.givenName, .surname]) || run.hasUnknown
  }

  /// Given and family name beside each other, or a country.
  private func listed(_ text: TokenText, _ index: Int) -> (NameRun, PersonalDataType, Double)? {
    let token = text[index]
    if token.flags.contains(.country), token.flags.isDisjoint(with: [.common, .phraseStart]) {
      guard var run = NameRun(lowercase: text, at: index, atMost: 1) else { return nil }
      run.tokens = index..<(index + 1)
      return (run, .location, 0.6)
    }
    guard !token.flags.isDisjoint(with: .givenName), !token.flags.contains(.common),
      let run = NameRun(lowercase: text, at: index, atMost: 2), run.words == 2,
      run.any.contains(.surname)
    else { return nil }
    return (run, .person, 0.6)
  }
}

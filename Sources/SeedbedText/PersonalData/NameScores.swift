/// How much a name looks like that of a person.
enum PersonScore {
  static func score(_ run: NameRun, _ text: TokenText, _ context: NameContext) -> Double {
    if context.hasTitle { return 0.95 }
    if !run.any.isDisjoint(with: [.legalForm, .organizationWord]) { return 0 }
    if !run.all.isDisjoint(with: [.country, .region]), run.all.isDisjoint(with: .givenName) {
      return context.announcesPerson ? 0.5 : 0
    }
    if context.announcesPerson, !(run.all.contains(.city) && run.any.isDisjoint(with: .givenName)) {
      return 0.85
    }
    let first = text[run.tokens.lowerBound]
    let given = !run.any.isDisjoint(with: .givenName)
    let firstIsGiven = !first.flags.isDisjoint(with: .givenName)
    let family =
      run.any.contains(.surname)
      || run.tokens.contains { NameEndings.isSurname(text, $0) }
    var score = 0.0
    switch (given, family, run.words) {
    case (true, true, 2...): score = firstIsGiven ? 0.8 : 0.6
    case (true, _, 2...3) where firstIsGiven: score = 0.7
    case (true, _, 1): score = 0.55
    case (false, true, 2...4): score = 0.58
    case (false, true, 1): score = 0.48
    case (false, false, 2...3): score = run.hasUnknown ? 0.42 : 0.25
    case (false, false, 1): score = run.hasUnknown ? 0.4 : 0.15
    default: score = 0.3
    }
    if run.initials > 0, run.words >= 1 { score += 0.25 }
    // A single word in capitals is an acronym or a shout.
    if first.shape == .upper, run.words == 1 { score -= 0.2 }
    if context.startsSentence, run.words == 1, !given, !family { score -= 0.12 }
    if run.all.contains(.common) { score -= 0.3 }
    if !given, run.words == 1, NameEndings.isNoun(text, run.tokens.upperBound - 1) { score -= 0.2 }
    return score + cues(run, text, context)
  }

  private static func cues(_ run: NameRun, _ text: TokenText, _ context: NameContext) -> Double {
    var score = 0.0
    if context.speaks, run.words <= 3 { score += 0.35 }
    if context.isLabelled, context.labelled.contains(.nameCue) { score += 0.4 }
    if context.before.contains(.personCue) || context.before.contains(.kin) { score += 0.25 }
    if context.before.contains(.greeting) { score += 0.3 }
    if text.isWord(run.tokens.lowerBound - 1, "by") { score += 0.2 }
    if context.isLabelled, text.isWord(run.tokens.lowerBound - 2, "by") { score += 0.3 }
    if context.before.contains(.speechVerb) || context.after.contains(.speechVerb) { score += 0.3 }
    if context.before.contains(.placePreposition), run.any.isDisjoint(with: .givenName) {
      score -= 0.1
    }
    if context.before.contains(.placeNoun) { score -= 0.3 }
    if context.secondBefore.contains(.speechVerb) { score += 0.25 }
    if context.isGenitive { score += context.after.contains(.organizationNoun) ? -0.1 : 0.15 }
    if context.isGenitive, context.after.contains(.kin) { score += 0.2 }
    if context.after.contains(.verb) || context.after.contains(.placeVerb) { score += 0.14 }
    if context.isLine, run.words + run.initials >= 2, run.words <= 4 { score += 0.15 }
    // In the middle of a sentence a capital already says that it is a name.
    if !context.startsSentence, !run.all.contains(.common), run.words <= 2 { score += 0.1 }
    if context.startsSentence, run.words == 1, context.after.contains(.verb) { score += 0.12 }
    if text.isWord(run.tokens.upperBound, "and"), text[run.tokens.upperBound + 1].isCapitalized,
      context.startsSentence
    {
      score += 0.22
    }
    return score
  }
}

/// How much a name looks like that of a place.
enum PlaceScore {
  static func score(_ run: NameRun, _ text: TokenText, _ context: NameContext) -> Double {
    if context.hasTitle || context.announcesPerson || context.speaks { return 0 }
    if !run.any.isDisjoint(with: [.legalForm, .organizationWord]) { return 0 }
    var score = 0.0
    let isListed = !run.all.isDisjoint(with: .place)
    if isListed {
      score = run.all.contains(.country) ? 0.78 : 0.7
      if !run.all.isDisjoint(with: [.givenName, .surname]) { score = 0.52 }
    } else if run.tokens.contains(where: { NameEndings.isPlace(text, $0) }) {
      score = 0.35
    } else if !run.any.isDisjoint(with: .place), run.words <= 3 {
      score = 0.35
    } else if !run.any.isDisjoint(with: .givenName), run.words <= 2 {
      score = 0.1
    } else {
      score = 0.2
    }
    if context.before.contains(.placePreposition), !text.isWord(run.tokens.lowerBound - 1, "around")
    {
      score += preposition(text, run.tokens.lowerBound - 1)
      if context.secondBefore.contains(.placeVerb) || isAfterMoving(text, run) { score += 0.35 }
    }
    if context.before.contains(.placeNoun) { score += 0.45 }
    if context.after.contains(.placeNoun) { score += 0.3 }
    if text[run.tokens.upperBound].kind == .number, text.isWord(run.tokens.lowerBound - 1, "in") {
      score += 0.2
    }
    // A town behind the street, or a country behind the town.
    if text[run.tokens.lowerBound - 1].isMark(","), isPlaceBefore(text, run.tokens.lowerBound - 2) {
      score += 0.35
    }
    if run.any.contains(.common), !isListed { score -= 0.1 }
    return score
  }

  private static func preposition(_ text: TokenText, _ index: Int) -> Double {
    if text.isWord(index, "in") { return 0.35 }
    if text.isWord(index, "from") { return 0.25 }
    if text.isWord(index, "to") || text.isWord(index, "near") { return 0.2 }
    return 0.1
  }

  /// "moved here from", "coming to".
  private static func isAfterMoving(_ text: TokenText, _ run: NameRun) -> Bool {
    text.hasCue(.placeVerb, run.tokens.lowerBound..<run.tokens.lowerBound, before: 4, after: 0)
  }

  private static func isPlaceBefore(_ text: TokenText, _ index: Int) -> Bool {
    let before = index..<(index + 1)
    if text.hasCue([.placeVerb, .addressCue], before, before: 14, after: 0),
      (max(0, index - 8)..<max(1, index)).contains(where: { text[$0].kind == .number })
    {
      return true
    }
    return text[index].kind == .number && text[index - 1].kind == .word
      || !text[index].flags.isDisjoint(with: [.city, .country, .region])
  }
}

/// How much a name looks like that of a company or institution.
enum OrganizationScore {
  static func score(_ run: NameRun, _ text: TokenText, _ context: NameContext) -> Double {
    if context.hasTitle { return 0 }
    let last = text[run.tokens.upperBound - 1]
    if run.words > 1, last.flags.contains(.legalForm) || run.any.contains(.legalForm) {
      return 0.92
    }
    if !run.all.isDisjoint(with: .knownOrganization) { return 0.85 }
    if run.any.contains(.knownOrganization), run.words <= 4 { return 0.7 }
    if run.words > 1, last.flags.contains(.organizationWord) { return 0.78 }
    if run.words > 1, run.any.contains(.organizationWord) { return 0.6 }
    if context.announcesPerson || context.speaks { return 0 }
    var score = 0.0
    let unlisted = run.any.isDisjoint(with: [.female, .male, .surname, .city, .country, .region])
    if unlisted { score += 0.2 }
    if run.tokens.contains(where: { text[$0].shape == .mixed && text[$0].count > 3 }), unlisted {
      score += 0.3
    }
    if run.words == 1, last.shape == .upper, (2...6).contains(last.count), unlisted,
      !context.startsSentence
    {
      score += 0.2
    }
    if context.secondBefore.contains(.employmentCue), isEmployment(text, run.tokens.lowerBound - 1)
    {
      score += 0.65
    } else if context.before.contains(.employmentCue), unlisted {
      score += 0.42
    } else if text.isWord(run.tokens.lowerBound - 1, "at") {
      score += 0.25
    }
    if context.after.contains(.organizationNoun) { score += 0.45 }
    if context.secondBefore.contains(.addressCue), text.isWord(run.tokens.lowerBound - 1, "of"),
      unlisted
    {
      score += 0.5
    }
    if isDescribed(text, run.tokens.upperBound) { score += 0.55 }
    if context.isLine, run.words == 1, unlisted, isAddress(text, run.tokens.upperBound) {
      score += 0.4
    }
    if run.words >= 3, unlisted, !context.startsSentence { score += 0.2 }
    if run.words == 2, run.any.contains(.common), unlisted { score += 0.1 }
    return score
  }

  /// Whether the next line is an address, so that this one is its head.
  private static func isAddress(_ text: TokenText, _ index: Int) -> Bool {
    text[index].startsLine && index < text.count
      && (text[index].kind == .number || text[index].flags.contains(.unit))
  }

  /// "is a German bank", "is the provider".
  private static func isDescribed(_ text: TokenText, _ index: Int) -> Bool {
    guard text.isWord(index, "is") || text.isWord(index, "was") else { return false }
    let nouns: [StaticString] = [
      "company", "bank", "firm", "multinational", "provider", "startup", "manufacturer", "retailer",
      "corporation", "subsidiary", "organization", "organisation", "nonprofit", "airline",
      "insurer",
    ]
    for place in (index + 2)..<(index + 7) {
      if text[place].isMark(".") { return false }
      if nouns.contains(where: { text.isWord(place, $0) }) { return true }
    }
    return false
  }

  private static func isEmployment(_ text: TokenText, _ index: Int) -> Bool {
    text.isWord(index, "for") || text.isWord(index, "at") || text.isWord(index, "with")
      || text.isWord(index, "by") || text.isWord(index, "is")
  }
}

/// Names of persons, places and organisations, by lists, endings and the words beside them.
///
/// Each run of capitalised words gets a score as each of the three; the best one above a floor wins. A
/// text without capitals is searched only where the words before it announce a name.
struct NameRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    if text.isLowercase {
      LowercaseNames().find(in: text, &found)
      return
    }
    var names: [Name] = []
    var last = 0
    for index in text.capitals where index >= last {
      guard let run = NameRun(text, at: index) else { continue }
      last = run.tokens.upperBound
      if let list = NameList.organization(text, run) {
        names.append(Name(tokens: list, type: .organization, score: 0.7, isListed: false))
        last = list.upperBound
      } else if let name = name(run, text) {
        names.append(name)
      }
    }
    spread(&names, text)
    for name in names where name.score >= 0.5 {
      found.append(
        .init(
          tokens: name.tokens,
          type: name.type,
          score: min(name.score, 0.84),
          evidence: name.isListed ? .list : .context
        )
      )
      if name.type == .location, let code = postalCode(text, name.tokens) { found.append(code) }
    }
  }

  private struct Name {
    var tokens: Range<Int>
    var type: PersonalDataType
    var score: Double
    var isListed: Bool
  }

  private func name(_ run: NameRun, _ text: TokenText) -> Name? {
    if text.isUppercase,
      run.any.isDisjoint(with: [.givenName, .city, .country]) || run.any.contains(.common)
    {
      return nil
    }
    let context = NameContext(text, run)
    let scores: [(type: PersonalDataType, score: Double)] = [
      (.organization, OrganizationScore.score(run, text, context)),
      (.location, PlaceScore.score(run, text, context)),
      (.person, PersonScore.score(run, text, context)),
    ]
    guard let best = scores.max(by: { $0.score < $1.score }) else { return nil }
    return Name(
      tokens: run.tokens,
      type: best.type,
      score: best.score,
      isListed: !run.any.isDisjoint(with: [.givenName, .city, .country, .knownOrganization])
    )
  }

  /// In "A, B and C Ltd" one sure company makes the unknown names beside it companies too.
  private func spread(_ names: inout [Name], _ text: TokenText) {
    var start = 0
    while start < names.count {
      var end = start + 1
      while end < names.count, isJoined(text, names[end - 1].tokens, names[end].tokens) { end += 1 }
      if end - start > 1,
        names[start..<end].contains(where: { $0.type == .organization && $0.score >= 0.69 })
      {
        for index in start..<end where !names[index].isListed && names[index].score < 0.69 {
          names[index].type = .organization
          names[index].score = 0.6
        }
      }
      start = end
    }
  }

  private func isJoined(_ text: TokenText, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let joint = left.upperBound
    guard right.lowerBound == joint + 1, !text[right.lowerBound].startsLine else { return false }
    return text[joint].isMark(",") || text.isWord(joint, "and") || text[joint].isMark("&")
  }

  /// The number behind a town: "in Bjert 6091".
  private func postalCode(_ text: TokenText, _ place: Range<Int>) -> PersonalDataCandidate? {
    let index = place.upperBound
    let number = text[index]
    guard number.kind == .number, number.gap == .blank, (3...6).contains(number.count),
      text[place.lowerBound - 1].flags.contains(.placePreposition)
        || text[place.lowerBound - 1].isMark(",")
    else { return nil }
    var end = index + 1
    if text[end].isMark("-"), text[end].gap == .none, text[end + 1].kind == .number,
      text[end + 1].gap == .none
    {
      end += 2
    } else if number.count == 3, text[end].kind == .number, text[end].count == 2 {
      end += 1
    } else if let year = text.value(index), number.count == 4, (1900...2100).contains(year) {
      return nil
    }
    guard !text.isGluedAfter(end) else { return nil }
    return .init(tokens: index..<end, type: .zipCode, score: 0.7, evidence: .context)
  }
}

/// `Henderson, Hicks and Brown`: names of partners that make the name of a firm.
enum NameList {
  static func organization(_ text: TokenText, _ run: NameRun) -> Range<Int>? {
    guard run.words == 1, run.initials == 0, run.all.isDisjoint(with: [.place, .common]) else {
      return nil
    }
    var end = run.tokens.upperBound
    var parts = 1
    while text[end].isMark(","), parts < 4, isPart(text, end + 1) {
      end += 2
      parts += 1
    }
    guard text.isWord(end, "and") || text[end].isMark("&"), text[end].gap == .blank,
      isPart(text, end + 1)
    else { return nil }
    let close = end + 2
    let isFirm = parts >= 2 && hasSurname(text, run.tokens.lowerBound..<close)
    let isFamily =
      text.isWord(end + 1, "sons") || text.isWord(end + 1, "brothers")
      || text.isWord(end + 1, "partners")
    return isFirm || isFamily ? run.tokens.lowerBound..<close : nil
  }

  private static func isPart(_ text: TokenText, _ index: Int) -> Bool {
    let token = text[index]
    let isName =
      token.shape != .lower || text.isLowercase && token.flags.isDisjoint(with: .function)
    return token.kind == .word && isName && token.gap == .blank && !text[index + 1].isCapitalized
      && token.flags.isDisjoint(with: [.place, .month, .weekday])
  }

  /// Given names in a row are persons; family names in a row are a firm.
  private static func hasSurname(_ text: TokenText, _ range: Range<Int>) -> Bool {
    let words = range.filter { text[$0].kind == .word && !text.isWord($0, "and") }
    let given = words.count {
      !text[$0].flags.isDisjoint(with: .givenName) && !text[$0].flags.contains(.surname)
    }
    let family = words.count {
      text[$0].flags.contains(.surname) || NameEndings.isSurname(text, $0)
    }
    return given == 0 && (family > 0 || words.count >= 3)
  }
}

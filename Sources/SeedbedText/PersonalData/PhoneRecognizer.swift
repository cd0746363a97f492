/// Telephone numbers, international and as they are written in many countries.
///
/// What looks like one in form alone (a single run of digits, two groups) needs a word about
/// telephones nearby, or a line of its own.
struct PhoneRecognizer: PersonalDataRecognizer {
  private struct Number {
    var range: Range<Int>
    var digits = 0
    var groups: [Int] = []
    var separators: [UInt8] = []
    var isInternational = false
    var hasBrackets = false
    var hasExtension = false
  }

  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    for index in text.numbers where index >= last {
      guard text[index].kind == .number, let number = read(text, index, last) else { continue }
      let score = score(text, number)
      guard score > 0 else { continue }
      let evidence: PersonalDataFinding.Evidence =
        score > 0.79 && score < 0.81 ? .context : .pattern
      found.append(
        .init(tokens: number.range, type: .phoneNumber, score: score, evidence: evidence)
      )
      last = number.range.upperBound
    }
  }

  private func read(_ text: TokenText, _ index: Int, _ last: Int) -> Number? {
    var start = index
    var number = Number(range: index..<index)
    if index > last, text[index - 1].isMark("("), text[index].gap == .none {
      start = index - 1
      number.hasBrackets = true
    }
    if start > last, text[start - 1].isMark("+"), text[start].gap != .line {
      start -= 1
      number.isInternational = true
    }
    if !number.isInternational, !number.hasBrackets, text.isGluedBefore(index) { return nil }
    var place = index
    var end = index
    while place < text.count, number.digits <= 15 {
      let token = text[place]
      if place > index, token.gap == .line || token.gap == .paragraph { break }
      if token.kind == .number {
        guard place == index || end == place - 1 || end == place || token.gap == .blank else {
          break
        }
        if token.gap == .blank, place > index, end == place { number.separators.append(0x20) }
        number.groups.append(token.count)
        number.digits += token.count
        end = place + 1
        place += 1
      } else if token.kind == .code {
        guard let code = extensionCode(text, place) else { return nil }
        number.groups.append(code)
        number.digits += code
        number.hasExtension = true
        end = place + 1
        break
      } else if token.isMark("("), text[place + 1].kind == .number, text[place + 2].isMark(")") {
        number.hasBrackets = true
        place += 1
      } else if token.isMark(")"), number.hasBrackets, token.gap == .none {
        place += 1
        end = max(end, place)
        if text[place].kind == .number { continue }
        guard text[place].isMark("-") else { break }
      } else if token.gap == .none, "-./".utf8.contains(token.first), text[place + 1].gap == .none,
        text[place + 1].kind != .mark || text[place + 1].isMark("(")
      {
        number.separators.append(token.first)
        place += 1
      } else {
        break
      }
    }
    number.range = start..<end
    guard number.digits >= 7, number.digits <= 16, !text.isGluedAfter(end) else { return nil }
    return number
  }

  /// The digits before and behind the `x` of an extension: `3560x4587`.
  private func extensionCode(_ text: TokenText, _ index: Int) -> Int? {
    let bytes = text.bytes[text[index].start..<text[index].end]
    let letters = bytes.count { !ByteClass.isDigit($0) }
    guard letters == 1, bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else {
      return nil
    }
    return bytes.prefix { ByteClass.isDigit($0) }.count
  }

  private func score(_ text: TokenText, _ number: Number) -> Double {
    let groups = number.groups
    if looksLikeOther(text, number) { return 0 }
    if number.isInternational { return 0.95 }
    if number.hasExtension { return 0.93 }
    let hasCue = text.hasCue(.phoneCue, number.range, before: 8, after: 2)
    let isAlone =
      text[number.range.lowerBound].startsLine && text.endsLine(number.range.upperBound - 1)
    if number.hasBrackets { return hasCue ? 0.95 : 0.88 }
    let isUniform = Set(number.separators).count == 1
    if groups.count >= 3, isUniform, groups.allSatisfy({ (2...4).contains($0) }) {
      return hasCue ? 0.95 : 0.78
    }
    if groups.count >= 3, isUniform, text.digits(firstNumber(text, number)).first == 0x30 {
      return hasCue ? 0.95 : 0.75
    }
    if hasCue || isAlone { return 0.8 }
    // Two groups without a word about telephones: only the usual three and four.
    if groups == [3, 4], number.separators == [UInt8(ascii: "-")] { return 0.6 }
    return 0
  }

  private func firstNumber(_ text: TokenText, _ number: Number) -> Int {
    number.range.first { text[$0].kind == .number } ?? number.range.lowerBound
  }

  /// Dates, amounts and addresses of networks have groups too.
  private func looksLikeOther(_ text: TokenText, _ number: Number) -> Bool {
    let first = firstNumber(text, number)
    guard let value = text.value(first) ?? (text[first].count > 9 ? Int.max : nil) else {
      return true
    }
    let groups = number.groups
    if groups.count >= 3, groups[0] == 4, (1900...2100).contains(value), groups[1] <= 2 {
      return true
    }
    if groups.count >= 3, groups[0] <= 2, groups[1] <= 2, groups[2] == 4, value <= 31,
      number.separators.first != 0x20
    {
      return true
    }
    let before = text[number.range.lowerBound - 1]
    if before.kind == .mark,
      before.first == 0xC2 || before.first == 0xE2 || "$#".utf8.contains(before.first),
      text[number.range.lowerBound].gap == .none
    {
      return true
    }
    // Thousands with separators, and money behind them.
    let isThousands =
      groups.count >= 3 && groups[0] <= 3 && groups.dropFirst().allSatisfy({ $0 == 3 })
      && number.separators.first != UInt8(ascii: "-") && !number.isInternational
      && !number.hasBrackets
    return isThousands && !text.hasCue(.phoneCue, number.range) && groups[0] < 3
  }
}

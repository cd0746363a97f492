/// Dates in digits and with months in words, times, weekdays, and years that the words round them
/// show to be such.
struct DateTimeRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    for index in text.numbers where index >= last && !text.isGluedBefore(index) {
      guard text[index].kind == .number || text[index].kind == .code else { continue }
      if let (range, score) = dated(text, index, last) {
        found.append(.init(tokens: range, type: .dateTime, score: score, evidence: .pattern))
        last = range.upperBound
      } else if isYear(text, index) {
        found.append(
          .init(tokens: index..<(index + 1), type: .dateTime, score: 0.65, evidence: .context)
        )
      }
    }
    for index in text.triggers {
      let token = text[index]
      if token.flags.contains(.weekday), token.shape != .lower || text.isLowercase {
        let isName =
          token.shape == .capital && text[index + 1].shape == .capital
          && text[index + 1].flags.isEmpty && !text[index + 1].isMark(",")
        found.append(
          .init(
            tokens: index..<(index + 1),
            type: .dateTime,
            score: isName ? 0.55 : 0.85,
            evidence: .pattern
          )
        )
      } else if token.flags.contains(.month), token.shape != .lower || text.isLowercase {
        if let range = monthFirst(text, index) {
          found.append(.init(tokens: range, type: .dateTime, score: 0.9, evidence: .pattern))
        }
      }
    }
  }

  private func dated(_ text: TokenText, _ index: Int, _ last: Int) -> (Range<Int>, Double)? {
    if let end = numericDate(text, index) {
      let time = text[end].gap == .blank || text.isWord(end, "t") ? clock(text, end) : nil
      return (index..<(time ?? end), 0.92)
    }
    if let end = isoWithTime(text, index) { return (index..<end, 0.92) }
    if let end = dayFirst(text, index) { return (index..<end, 0.9) }
    if let end = clock(text, index) { return (index..<end, 0.75) }
    return nil
  }

  /// Three numbers with one separator, of which one can be the year.
  private func numericDate(_ text: TokenText, _ index: Int) -> Int? {
    let separator = text[index + 1]
    guard separator.kind == .mark, separator.gap == .none, "/-.".utf8.contains(separator.first),
      text[index + 3].kind == .mark, text[index + 3].first == separator.first,
      text[index + 3].gap == .none, text[index + 2].gap == .none, text[index + 4].gap == .none,
      let first = text.value(index), let second = text.value(index + 2),
      let third = text.value(index + 4), !text.isGluedAfter(index + 5)
    else { return nil }
    let lengths = (text[index].count, text[index + 2].count, text[index + 4].count)
    let isYearFirst =
      lengths.0 == 4 && (1000...2999).contains(first) && (1...12).contains(second)
      && (1...31).contains(third)
    let isYearLast =
      (lengths.2 == 4 && (1000...2999).contains(third)
        || lengths.2 == 2 && separator.first != UInt8(ascii: ".")
        || lengths.2 == 2 && lengths.1 == 2)
      && lengths.0 <= 2 && lengths.1 <= 2 && (1...31).contains(first) && (1...31).contains(second)
      && min(first, second) <= 12
    return isYearFirst || isYearLast ? index + 5 : nil
  }

  /// `2024-05-01T12:30:00Z`: the day and the hour are one token.
  private func isoWithTime(_ text: TokenText, _ index: Int) -> Int? {
    guard text[index].count == 4, text[index + 1].isMark("-"), text[index + 3].isMark("-"),
      let year = text.value(index), (1000...2999).contains(year), text[index + 4].kind == .code,
      (4...5).contains(text[index + 4].count), text[index + 5].isMark(":")
    else { return nil }
    var end = index + 5
    while end < text.count, end < index + 14, text[end].gap == .none,
      text[end].kind != .word, text[end].kind != .mark || ":.+-".utf8.contains(text[end].first)
    {
      end += 1
    }
    while text[end - 1].kind == .mark { end -= 1 }
    return end
  }

  /// `12 May 2021`, `3rd of June`, `12. Mai`.
  private func dayFirst(_ text: TokenText, _ index: Int) -> Int? {
    let bytes = text.bytes[text[index].start..<text[index].end]
    let digits = bytes.prefix { ByteClass.isDigit($0) }
    guard (1...2).contains(digits.count), bytes.count - digits.count <= 2 else { return nil }
    let day = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard (1...31).contains(day) else { return nil }
    var place = index + 1
    if text[place].isMark("."), text[place].gap == .none { place += 1 }
    if text.isWord(place, "of") || text.isWord(place, "de") { place += 1 }
    guard text[place].flags.contains(.month), text[place].gap == .blank || text[place].gap == .none,
      text[place].shape != .lower || text[place].count > 3
    else { return nil }
    place += 1
    if text[place].isMark("."), text[place].gap == .none, text[place + 1].kind == .number {
      place += 1
    }
    if text[place].isMark(","), text[place + 1].count == 4 { place += 1 }
    if text.isWord(place, "de") { place += 1 }
    if let year = text.value(place), (1000...2999).contains(year), !text[place].startsLine {
      return place + 1
    }
    return text[place - 1].kind == .mark || text.isWord(place - 1, "de") ? place - 1 : place
  }

  /// `May 12, 2021`, `May 2021`, `Sept. 3rd`.
  private func monthFirst(_ text: TokenText, _ index: Int) -> Range<Int>? {
    var place = index + 1
    if text[place].isMark("."), text[place].gap == .none { place += 1 }
    let token = text[place]
    guard token.kind == .number || token.kind == .code, token.gap == .blank else { return nil }
    if let year = text.value(place), token.count == 4 {
      return (1000...2999).contains(year) ? index..<(place + 1) : nil
    }
    let digits = text.bytes[token.start..<token.end].prefix { ByteClass.isDigit($0) }
    let day = digits.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 1000 }
    guard (1...2).contains(digits.count), (1...31).contains(day), token.count <= 4 else {
      return nil
    }
    place += 1
    let year = text[place].isMark(",") ? place + 1 : place
    if let value = text.value(year), text[year].count == 4, (1000...2999).contains(value),
      !text[year].startsLine
    {
      return index..<(year + 1)
    }
    return index..<place
  }

  /// `12:30`, `12:30:45`, `3 pm`.
  private func clock(_ text: TokenText, _ index: Int) -> Int? {
    guard let hour = text.value(index), hour <= 24, text[index].count <= 2 else {
      // `3pm` is one token.
      let token = text[index]
      guard token.kind == .code, (3...4).contains(token.count) else { return nil }
      let bytes = text.bytes[token.start..<token.end]
      let isHalf =
        bytes.suffix(2).elementsEqual("am".utf8) || bytes.suffix(2).elementsEqual("pm".utf8)
      return isHalf && bytes.dropLast(2).allSatisfy(ByteClass.isDigit) ? index + 1 : nil
    }
    var end = index + 1
    var parts = 1
    while parts < 3, text[end].isMark(":"), text[end].gap == .none, text[end + 1].count == 2,
      text[end + 1].gap == .none, let value = text.value(end + 1), value < 60
    {
      end += 2
      parts += 1
    }
    let isHalf = text.isWord(end, "am") || text.isWord(end, "pm")
    guard parts > 1 || isHalf, !text.isGluedAfter(end) || isHalf else { return nil }
    return isHalf && !text[end].startsLine ? end + 1 : end
  }

  /// A number of four digits that the words beside it show to be a year.
  private func isYear(_ text: TokenText, _ index: Int) -> Bool {
    guard text[index].count == 4, let year = text.value(index), (1800...2100).contains(year),
      !text.isGluedAfter(index + 1)
    else { return false }
    let before = text[index - 1], after = text[index + 1]
    if before.flags.contains(.yearCue), !text[index].startsLine { return true }
    if text.isWord(index - 1, "a") || text.isWord(index - 1, "the") {
      return after.kind == .word && after.gap == .blank
    }
    return before.isMark("(") && (after.isMark(")") || after.isMark("-"))
  }
}

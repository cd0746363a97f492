/// IPv4 and IPv6 addresses, and hardware addresses of network cards.
struct NetworkRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    for index in text.numbers where text[index].kind == .number {
      guard text[index].count <= 3, text[index + 1].isMark("."), !text.isGluedBefore(index),
        let end = version4(text, index)
      else { continue }
      found.append(
        .init(tokens: index..<end, type: .ipAddress, score: 0.95, evidence: .pattern)
      )
    }
    var last = 0
    for sign in text.signs where sign >= last && text[sign].first == UInt8(ascii: ":") {
      guard let range = colonGroups(text, sign, from: last) else { continue }
      last = range.upperBound
      if isHardware(text, range, UInt8(ascii: ":")) {
        found.append(.init(tokens: range, type: .macAddress, score: 0.95, evidence: .pattern))
      } else if isVersion6(text, range) {
        found.append(.init(tokens: range, type: .ipAddress, score: 0.95, evidence: .pattern))
      }
    }
    for index in text.numbers {
      let start = text[index].count == 2 && text[index].kind != .mark ? index : nil
      guard let start, text[start + 1].isMark("-"), text[start + 2].count == 2 else { continue }
      let range = start..<min(start + 11, text.count)
      if range.count == 11, isHardware(text, range, UInt8(ascii: "-")) {
        found.append(.init(tokens: range, type: .macAddress, score: 0.9, evidence: .pattern))
      }
    }
  }

  /// The end of four numbers up to 255 with dots, and a mask behind a slash.
  private func version4(_ text: TokenText, _ index: Int) -> Int? {
    guard !text.isWord(index - 1, "version"), !text.isWord(index - 1, "v") else { return nil }
    for part in 0..<4 {
      let place = index + 2 * part
      guard let value = text.value(place), value <= 255, part == 0 || text[place].gap == .none,
        text[place].count == 1 || text[place].first != UInt8(ascii: "0")
      else { return nil }
      if part < 3 {
        guard text[place + 1].isMark("."), text[place + 1].gap == .none else { return nil }
      }
    }
    let end = index + 7
    let isLonger =
      text[end].isMark(".") && text[end].gap == .none && text[end + 1].gap == .none
      && text[end + 1].kind != .mark
    return isLonger || (text[end].kind != .mark && text[end].gap == .none) ? nil : end
  }

  /// The run of hexadecimal groups and colons round a colon.
  private func colonGroups(_ text: TokenText, _ sign: Int, from last: Int) -> Range<Int>? {
    var start = sign
    if sign > last, text[sign].gap == .none, isHexadecimal(text, sign - 1) { start = sign - 1 }
    guard start == 0 || text[start].gap != .none || text[start - 1].kind == .mark else {
      return nil
    }
    var end = sign
    while end < text.count, end - start < 20, end == start || text[end].gap == .none {
      guard text[end].isMark(":") || isHexadecimal(text, end) else { break }
      end += 1
    }
    // The dotted end of an address that embeds one of version 4.
    if end > start, text[end].isMark("."), text[end].gap == .none,
      let closed = version4(text, end - 1)
    {
      return start..<closed
    }
    if end < text.count, text[end].kind != .mark, text[end].gap == .none { return nil }
    while end > start + 1, text[end - 1].isMark(":"), !text[end - 2].isMark(":") { end -= 1 }
    return end - start >= 3 ? start..<end : nil
  }

  private func isHexadecimal(_ text: TokenText, _ index: Int) -> Bool {
    let token = text[index]
    guard token.kind != .mark, token.count <= 4 else { return false }
    return text.bytes[token.start..<token.end].allSatisfy {
      ByteClass.isDigit($0) || ($0 | 0x20) &- 0x61 < 6
    }
  }

  private func isHardware(_ text: TokenText, _ range: Range<Int>, _ separator: UInt8) -> Bool {
    guard range.count == 11, !text.isGluedAfter(range.upperBound) else { return false }
    var letters = false
    for (place, index) in range.enumerated() {
      if place > 0, text[index].gap != .none { return false }
      if place % 2 == 0 {
        guard text[index].count == 2, isHexadecimal(text, index) else { return false }
        if text[index].kind != .number { letters = true }
      } else {
        guard text[index].kind == .mark, text[index].first == separator else { return false }
      }
    }
    return letters || separator == UInt8(ascii: ":")
  }

  /// Eight groups, or fewer with one pair of colons.
  private func isVersion6(_ text: TokenText, _ range: Range<Int>) -> Bool {
    var groups = 0, pairs = 0, digits = 0
    for index in range {
      if text[index].isMark(":") {
        if index > range.lowerBound, text[index - 1].isMark(":") { pairs += 1 }
      } else if text[index].kind != .mark {
        groups += 1
        if text[index].kind != .word { digits += 1 }
      }
    }
    let dots = range.count { text[$0].isMark(".") }
    if dots == 3 { groups -= 2 }
    return pairs == 0 ? groups == 8 : pairs == 1 && groups < 8 && groups >= 2 && digits > 0
  }
}

/// E-mail addresses: a local part, `@`, and labels with dots.
struct EmailRecognizer: PersonalDataRecognizer {
  private static let longestLocalPart = 40

  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    for sign in text.signs where text[sign].first == UInt8(ascii: "@") {
      guard text[sign].gap == .none, let end = domainEnd(text, sign + 1) else { continue }
      let start = localStart(text, sign, last)
      guard start < sign else { continue }
      found.append(
        .init(tokens: start..<end, type: .emailAddress, score: 0.97, evidence: .pattern)
      )
      last = end
    }
  }

  private func localStart(_ text: TokenText, _ sign: Int, _ last: Int) -> Int {
    let first = max(last, sign - Self.longestLocalPart)
    var start = sign
    var index = sign
    while index > first, text[index].gap == .none {
      let token = text[index - 1]
      if token.kind == .mark {
        guard "._%+-'".utf8.contains(token.first) else { break }
      } else {
        start = index - 1
      }
      index -= 1
    }
    // An apostrophe before the first letter opens a quotation.
    return start
  }

  /// The end of a domain of two labels at least, of which the last has letters only.
  private func domainEnd(_ text: TokenText, _ start: Int) -> Int? {
    var index = start
    var end: Int?
    var labels = 0
    while index < text.count, text[index].kind != .mark, text[index].gap == .none {
      labels += 1
      if labels > 1, text[index].kind == .word, text[index].count >= 2 { end = index + 1 }
      var next = index + 1
      while text[next].isMark("-"), text[next].gap == .none, text[next + 1].gap == .none,
        text[next + 1].kind != .mark
      {
        next += 2
      }
      guard text[next].isMark("."), text[next].gap == .none else { break }
      index = next + 1
    }
    return end
  }
}

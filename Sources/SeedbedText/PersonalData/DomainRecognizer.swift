/// URLs with their scheme, and bare domains of known endings.
struct DomainRecognizer: PersonalDataRecognizer {
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    for index in text.triggers where index >= last {
      guard text[index].flags.contains(.scheme) else { continue }
      let isURL =
        text[index + 1].isMark(":") && text[index + 2].isMark("/") && text[index + 3].isMark("/")
        && text[index + 4].gap == .none
      let isWorldWide =
        text.isWord(index, "www") && text[index + 1].isMark(".")
        && text[index + 1].gap == .none && text[index + 2].gap == .none
      guard isURL || isWorldWide else { continue }
      let end = urlEnd(text, index)
      guard end > index + (isURL ? 4 : 2) else { continue }
      found.append(
        .init(tokens: index..<end, type: .domainName, score: 0.96, evidence: .pattern)
      )
      last = end
    }
    bareDomains(text, &found)
  }

  /// Where the address ends: at a blank or quotation mark, without the sentence's punctuation.
  private func urlEnd(_ text: TokenText, _ start: Int) -> Int {
    var end = start + 1
    var open = 0
    while end < text.count, text[end].gap == .none {
      let token = text[end]
      if token.kind == .mark {
        if token.first >= 0x80 || "<>\"`{}|\\^".utf8.contains(token.first) { break }
        if token.isMark("(") { open += 1 }
        if token.isMark(")") {
          if open == 0 { break }
          open -= 1
        }
      }
      end += 1
    }
    while end > start + 1, text[end - 1].kind == .mark,
      ".,;:!?'])".utf8.contains(text[end - 1].first)
    {
      end -= 1
    }
    return end
  }

  private func bareDomains(_ text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    for index in text.endings where index >= last {
      let token = text[index]
      let isWordlike = token.flags.contains(.wordlikeDomain)
      guard token.shape == .lower, !(text[index + 1].isMark("@") && text[index + 1].gap == .none)
      else { continue }
      // Another label behind makes that one the ending.
      if text[index + 1].isMark("."), text[index + 1].gap == .none, text[index + 2].gap == .none,
        text[index + 2].flags.contains(.topLevelDomain)
      {
        continue
      }
      if text[index + 1].gap == .none, text[index + 1].kind != .mark { continue }
      var start = index - 2
      var labels = 1
      while start >= 2, labels < 8, text[start].kind != .mark, text[start].gap == .none,
        text[start - 1].isMark(".") || text[start - 1].isMark("-"), text[start - 1].gap == .none,
        text[start - 2].kind != .mark
      {
        start -= 2
        labels += 1
      }
      let label = text[start]
      guard start >= 0, label.kind != .mark, label.kind != .number, label.count >= 2,
        !(isWordlike && label.flags.contains(.common)),
        start == 0 || label.gap != .none || !text[start - 1].isMark("@")
      else { continue }
      let range = start..<pathEnd(text, index + 1)
      last = range.upperBound
      found.append(
        .init(
          tokens: range,
          type: .domainName,
          score: isWordlike ? 0.6 : 0.85,
          evidence: .pattern
        )
      )
    }
  }

  private func pathEnd(_ text: TokenText, _ end: Int) -> Int {
    text[end].isMark("/") && text[end].gap == .none ? urlEnd(text, end) : end
  }
}

/// Keys and passwords: prefixes that services give their keys, tokens, private keys, and what stands
/// behind `password=`.
struct SecretRecognizer: PersonalDataRecognizer {
  /// A prefix with the fewest symbols that follow it.
  private static let prefixes: [(prefix: StaticString, count: Int)] = [
    ("AKIA", 16), ("ASIA", 16), ("ghp_", 30), ("gho_", 30), ("ghs_", 30), ("ghu_", 30),
    ("ghr_", 30), ("github_pat_", 22), ("sk-", 20), ("sk_live_", 16), ("sk_test_", 16),
    ("pk_live_", 16), ("pk_test_", 16), ("rk_live_", 16), ("xoxb-", 10), ("xoxp-", 10),
    ("xoxa-", 10), ("xoxr-", 10), ("xoxs-", 10), ("AIza", 30), ("ya29.", 20), ("glpat-", 18),
    ("npm_", 30), ("SG.", 40), ("hf_", 30), ("pypi-", 40), ("dop_v1_", 40), ("shpat_", 28),
    ("EAACEdEose0cBA", 10), ("whsec_", 24),
  ]

  /// The most tokens of a value, so that a text of keys alone takes linear time.
  private static let mostTokens = 200

  func find(in text: TokenText, _ found: inout [PersonalDataCandidate]) {
    var last = 0
    for index in text.secrets where index >= last {
      let range = key(text, index) ?? webToken(text, index) ?? privateKey(text, index)
      guard let range else { continue }
      found.append(.init(tokens: range, type: .secret, score: 0.97, evidence: .pattern))
      last = range.upperBound
    }
    last = 0
    for index in text.triggers where index >= last && text[index].flags.contains(.secretCue) {
      guard let range = assigned(text, index) else { continue }
      found.append(.init(tokens: range, type: .secret, score: 0.85, evidence: .context))
      last = range.upperBound
    }
  }

  private func key(_ text: TokenText, _ index: Int) -> Range<Int>? {
    let start = text[index].start
    if index > 0, text[index].gap == .none, text[index - 1].kind != .mark { return nil }
    for (prefix, count) in Self.prefixes {
      let length = prefix.utf8CodeUnitCount
      guard start + length + count <= text.bytes.count,
        prefix.withUTF8Buffer({ $0.elementsEqual(text.bytes[start..<(start + length)]) })
      else { continue }
      let end = valueEnd(text, index)
      // A key has digits; words joined by hyphens have none.
      if text[end - 1].end - start >= length + count,
        (index..<end).contains(where: { text[$0].kind == .code || text[$0].kind == .number })
      {
        return index..<end
      }
    }
    return nil
  }

  /// The end of a run of letters, digits and the signs of base 64.
  private func valueEnd(_ text: TokenText, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, end - start < Self.mostTokens, text[end].gap == .none {
      if text[end].kind == .mark, !"_-.+/=".utf8.contains(text[end].first) { break }
      end += 1
    }
    while end > start + 1, text[end - 1].isMark(".") || text[end - 1].isMark("-") { end -= 1 }
    return end
  }

  /// A JSON web token (RFC 7519): three parts, of which two begin as an object does in base 64.
  private func webToken(_ text: TokenText, _ index: Int) -> Range<Int>? {
    let bytes = text.bytes
    let start = text[index].start
    guard start + 20 <= bytes.count, bytes[start] == UInt8(ascii: "e"),
      bytes[start + 1] == UInt8(ascii: "y"), bytes[start + 2] == UInt8(ascii: "J")
    else { return nil }
    let end = valueEnd(text, index)
    let dots = (index..<end).filter { text[$0].isMark(".") }
    guard dots.count == 2, let first = dots.first, text[first + 1].start + 2 < bytes.count,
      bytes[text[first + 1].start] == UInt8(ascii: "e"),
      bytes[text[first + 1].start + 1] == UInt8(ascii: "y")
    else { return nil }
    return index..<end
  }

  /// From `-----BEGIN … PRIVATE KEY-----` to the line that ends it, or the end of the text.
  private func privateKey(_ text: TokenText, _ index: Int) -> Range<Int>? {
    guard text.isWord(index, "begin"), index >= 5,
      (index - 5..<index).allSatisfy({
        text[$0].isMark("-")
      })
    else { return nil }
    guard (index + 1...index + 4).contains(where: { text.isWord($0, "private") }) else {
      return nil
    }
    var end = index + 1
    while end < text.count {
      if text.isWord(end, "end"), text[end - 1].isMark("-") {
        while end < text.count, !text[end].startsLine, !text[end].isMark("-") { end += 1 }
        while end < text.count, text[end].isMark("-"), !text[end].startsLine { end += 1 }
        break
      }
      end += 1
    }
    return (index - 5)..<end
  }

  /// The value behind `password:`, `token = "…"` or `password is`.
  private func assigned(_ text: TokenText, _ index: Int) -> Range<Int>? {
    var place = index + 1
    if text[place].isMark("\"") || text[place].isMark("'") { place += 1 }
    let isAssigned = text[place].isMark(":") || text[place].isMark("=")
    let isSaid = text.isWord(place, "is") || text.isWord(place, "ist") || text.isWord(place, "es")
    let isBearer = text.isWord(index, "bearer") && text[place].gap == .blank
    guard isAssigned || isSaid || isBearer, !text[place].startsLine else { return nil }
    if !isBearer { place += 1 }
    while text[place].isMark("\"") || text[place].isMark("'") || text[place].isMark("`")
      || text[place].isMark("=")
    {
      place += 1
    }
    guard place < text.count, !text[place].startsLine else { return nil }
    var end = place
    var letters = 0, digits = 0, signs = 0
    while end < text.count, end - place < Self.mostTokens, end == place || text[end].gap == .none {
      let token = text[end]
      if token.kind == .mark {
        if "\"'`,;<>(){}".utf8.contains(token.first) || token.first >= 0x80 { break }
        signs += 1
      } else if token.kind == .number {
        digits += token.count
      } else {
        letters += token.count
        if token.kind == .code { digits += 1 }
        if token.shape == .mixed { signs += 1 }
      }
      end += 1
    }
    while end > place,
      text[end - 1].isMark(".") || text[end - 1].isMark("!")
        || text[end - 1].isMark("?")
    {
      end -= 1
      signs -= 1
    }
    guard end > place else { return nil }
    let length = text[end - 1].end - text[place].start
    // Words of prose follow "the password is" too; a secret mixes letters with digits or signs.
    let isMixed = letters > 0 && digits + signs > 0 || digits >= 4
    let isLong =
      isAssigned && text[place].kind != .mark && length >= 6
      && !text[place].flags.contains(.common)
    guard length >= 4, isMixed || isLong, isMixed || isAssigned else { return nil }
    return isBearer && length < 12 ? nil : place..<end
  }
}

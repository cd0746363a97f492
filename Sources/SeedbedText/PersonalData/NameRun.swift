/// Words that together may be a name: of a person, a place, an organisation.
struct NameRun {
  var tokens: Range<Int>
  /// How many words it has, without particles and marks.
  var words = 0
  /// How many of them are single letters.
  var initials = 0
  /// The flags that any of its words has, and those that all of them have.
  var any: WordFlags = []
  var all: WordFlags = WordFlags(rawValue: .max)
  /// Whether any of its words is in no list at all.
  var hasUnknown = false

  /// Reads the run of capitalised words that begins at a token; nil when it cannot be a name.
  init?(_ text: TokenText, at start: Int) {
    tokens = start..<start
    var end = start
    var close = start
    while end < text.count, end - start < 9 {
      let token = text[end]
      if end > start, token.startsLine { break }
      if token.kind == .word || token.kind == .code {
        if Self.isPart(text, end, isFirst: end == start) {
          add(token)
          end += 1
          close = end
          continue
        }
        // Small words join a name when a capitalised word follows.
        guard end > start, token.flags.contains(.particle), token.gap == .blank,
          Self.particlesLead(text, end)
        else { break }
        end += 1
        continue
      }
      guard token.kind == .mark, token.gap == .none, end > start else { break }
      let next = text[end + 1]
      if token.isMark("."), text[end - 1].count == 1, text[end - 1].shape != .lower {
        end += 1
        close = end
        continue
      }
      if token.isMark("-"), next.shape == .lower, next.kind == .word, next.gap == .none,
        next.flags.isEmpty, next.count > 1
      {
        end += 2
        close = end
        continue
      }
      let isJoint =
        token.isMark("-") || token.isMark("'") || token.first == 0xE2 || token.isMark("&")
      guard isJoint, next.gap == .none, next.kind == .word,
        next.shape != .lower,
        !text.isWord(end + 1, "s")
      else { break }
      end += 1
    }
    // A dot at the end belongs to an initial only inside the name.
    if close > start, text[close - 1].isMark("."), close - start > 2 || words < 2 { close -= 1 }
    guard close > start, words > 0 else { return nil }
    tokens = start..<close
  }

  /// A run in a text without capitals: the words up to a function word or mark.
  init?(lowercase text: TokenText, at start: Int, atMost most: Int) {
    tokens = start..<start
    var end = start
    var close = start
    while end < text.count, words < most, end == start || !text[end].startsLine {
      let token = text[end]
      let isKnown = !token.flags.isDisjoint(with: [.female, .male, .surname, .city, .country])
      if token.kind == .word,
        isKnown || token.flags.isDisjoint(with: [.common, .function, .verb])
          || words > 0 && token.count == 1
      {
        if token.flags.contains(.particle), !isKnown, !Self.particlesLead(text, end) { break }
        add(token)
        end += 1
        close = end
      } else if token.kind == .mark, token.gap == .none, end > start,
        token.isMark("-") || token.isMark("'") || token.isMark(".") && text[end - 1].count == 1,
        text[end + 1].kind == .word, !text.isWord(end + 1, "s")
      {
        end += 1
      } else {
        break
      }
    }
    guard close > start else { return nil }
    tokens = start..<close
  }

  private mutating func add(_ token: TextToken) {
    if token.count == 1, token.first < 0x80 {
      initials += 1
      return
    }
    words += 1
    any.formUnion(token.flags)
    all.formIntersection(token.flags)
    if token.flags.isDisjoint(
      with: [.female, .male, .surname, .city, .country, .region, .nationality, .common]
    ) {
      hasUnknown = true
    }
  }

  private static func isPart(_ text: TokenText, _ index: Int, isFirst: Bool) -> Bool {
    let token = text[index]
    guard token.kind == .word, token.shape != .lower, !isContraction(text, index) else {
      return false
    }
    // An initial in the middle, with its dot or without.
    if !isFirst, token.count == 1, token.shape != .lower, token.gap == .blank {
      let next = text[index + 1].isMark(".") ? index + 2 : index + 1
      if text[next].isCapitalized, text[next].count > 1, !text[next].startsLine { return true }
    }
    if token.flags.contains(.honorific), token.flags.isDisjoint(with: [.surname, .male, .female]) {
      return false
    }
    if !token.flags.isDisjoint(with: [.month, .weekday]), token.flags.isDisjoint(with: .givenName) {
      return false
    }
    if token.flags.contains(.nationality), token.flags.isDisjoint(with: [.surname, .country]) {
      return false
    }
    if token.flags.contains(.function), token.shape != .upper || token.count == 1 {
      return !isFirst && !text.startsSentence(index) && token.count > 1
        && text[index + 1].isCapitalized && text[index + 1].gap == .blank
    }
    if isFirst {
      if token.count == 1 { return text[index + 1].isMark(".") && text[index + 2].isCapitalized }
      // At the start of a sentence the capital of an everyday word says nothing.
      if text.startsSentence(index), token.flags.contains(.common) {
        let next = text[index + 1]
        if next.isCapitalized, !next.flags.isDisjoint(with: [.legalForm, .organizationWord]) {
          return true
        }
        guard !token.flags.isDisjoint(with: .givenName) else { return false }
        return text[index + 1].isCapitalized && text[index + 1].gap == .blank
      }
    }
    return true
  }

  /// `Don't`, `We'll`.
  private static func isContraction(_ text: TokenText, _ index: Int) -> Bool {
    let mark = text[index + 1]
    guard mark.isMark("'") || mark.first == 0xE2, mark.gap == .none, text[index + 2].gap == .none
    else { return false }
    let words: [StaticString] = ["t", "ll", "re", "ve", "d", "m"]
    return words.contains { text.isWord(index + 2, $0) }
  }

  private static func particlesLead(_ text: TokenText, _ index: Int) -> Bool {
    for next in index..<min(index + 4, text.count) {
      if text[next].startsLine { return false }
      if text[next].flags.contains(.particle), text[next].shape == .lower { continue }
      return text[next].isCapitalized && !text[next].flags.contains(.common)
        || text.isLowercase && text[next].kind == .word
          && text[next].flags.isDisjoint(with: [.common, .function])
    }
    return false
  }
}

import SeedbedKernels

/// A text cut into tokens, with what the lexicon knows about its words.
struct TokenText {
  let bytes: [UInt8]
  private(set) var tokens: [TextToken] = []
  /// Which tokens hold a digit.
  private(set) var numbers: [Int] = []
  /// Which tokens are capitalised words.
  private(set) var capitals: [Int] = []
  /// Which tokens have a flag of `WordFlags.triggers`.
  private(set) var triggers: [Int] = []
  /// Which tokens may begin a key or token of a service.
  private(set) var secrets: [Int] = []
  /// Which tokens are the ending of a domain behind a dot.
  private(set) var endings: [Int] = []
  /// Which tokens are `@` or `:`.
  private(set) var signs: [Int] = []
  /// Whether a text with letters has no capital at all, so that names cannot be told by theirs.
  private(set) var isLowercase = false
  /// Whether nearly all words are in capitals, so that they say nothing.
  private(set) var isUppercase = false

  init(_ text: String, lexicon: NameLexicon) {
    bytes = Array(text.utf8)
    tokens.reserveCapacity(bytes.count / 4 + 8)
    cut(lexicon)
    markPhrases(lexicon)
    var words = 0, uppers = 0, longUppers = 0
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .number, .code: numbers.append(index)
      case .mark:
        if token.first == UInt8(ascii: "@") || token.first == UInt8(ascii: ":") {
          signs.append(index)
        }
      case .word:
        words += 1
        if token.shape != .lower {
          capitals.append(index)
          uppers += 1
          if token.shape == .upper { longUppers += 1 }
        }
      }
      if !token.flags.isDisjoint(with: .triggers) { triggers.append(index) }
      guard token.kind != .mark else { continue }
      if token.count >= 15 || token.flags.contains(.secretPrefix) || Self.mayBeKey(token) {
        secrets.append(index)
      }
      if token.gap == .none, index > 1,
        !token.flags.isDisjoint(with: [.topLevelDomain, .wordlikeDomain]),
        tokens[index - 1].isMark("."), tokens[index - 1].gap == .none
      {
        endings.append(index)
      }
    }
    isLowercase = words > 2 && uppers == 0
    isUppercase = words > 3 && longUppers * 10 > words * 7
  }

  /// The token at an index; a mark that is no sign outside the text.
  subscript(_ index: Int) -> TextToken {
    index >= 0 && index < tokens.count ? tokens[index] : Self.border
  }

  var count: Int { tokens.count }

  /// The digits of a number.
  func digits(_ index: Int) -> ArraySlice<UInt8> { bytes[tokens[index].start..<tokens[index].end] }

  /// The value of a number of at most nine digits.
  func value(_ index: Int) -> Int? {
    guard self[index].kind == .number, self[index].count <= 9 else { return nil }
    return digits(index).reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Whether a token is a word of this lower-case ASCII form.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let token = self[index]
    guard token.kind == .word, token.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<buffer.count where bytes[token.start + offset] | 0x20 != buffer[offset] {
        return false
      }
      return true
    }
  }

  /// Whether a new sentence begins with the token.
  func startsSentence(_ index: Int) -> Bool {
    if index == 0 || self[index].startsLine { return true }
    var before = self[index - 1]
    if before.kind == .mark, before.first == UInt8(ascii: "\"") || before.first == 0xE2 {
      if index == 1 { return true }
      before = self[index - 2]
      return before.kind == .mark && before.first != UInt8(ascii: ",")
    }
    return before.isMark(".") || before.isMark("!") || before.isMark("?") || before.isMark(":")
  }

  /// Whether a token is the last of its line.
  func endsLine(_ index: Int) -> Bool { index + 1 >= tokens.count || tokens[index + 1].startsLine }

  /// Keys that begin with `AI` in capitals and go on in both cases.
  private static func mayBeKey(_ token: TextToken) -> Bool {
    token.first == UInt8(ascii: "A") && token.shape == .mixed && token.count >= 4
  }

  private static let border = TextToken(
    start: 0,
    end: 0,
    hash: 0,
    flags: [],
    kind: .mark,
    shape: .lower,
    gap: .paragraph,
    first: 0
  )

  // MARK: - Cutting

  private mutating func cut(_ lexicon: NameLexicon) {
    var index = 0
    var gap = TextToken.Gap.paragraph
    var lines = 0
    while index < bytes.count {
      let byte = bytes[index]
      if ByteClass.isSpace(byte) {
        if byte == 0x0A { lines += 1 }
        if gap == .none { gap = .blank }
        index += 1
        continue
      }
      if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        if gap == .none { gap = .blank }
        index += 2
        continue
      }
      if lines > 0, gap != .paragraph { gap = lines > 1 ? .paragraph : .line }
      let token = Self.token(bytes, index, gap, lexicon)
      tokens.append(token)
      index = token.end
      gap = .none
      lines = 0
    }
  }

  private static func token(
    _ bytes: [UInt8],
    _ start: Int,
    _ gap: TextToken.Gap,
    _ lexicon: NameLexicon
  ) -> TextToken {
    var index = start
    var hash = NameLexicon.seed
    var letters = 0, capitals = 0, digits = 0
    var startsCapital = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if ByteClass.isLetter(byte) {
          if byte < 0x60 {
            capitals += 1
            if index == start { startsCapital = true }
          }
          letters += 1
          hash = NameLexicon.step(hash, byte | 0x20)
        } else if ByteClass.isDigit(byte) {
          digits += 1
          hash = NameLexicon.step(hash, byte)
        } else {
          break
        }
        index += 1
        continue
      }
      let length = scalarLength(bytes, index)
      if isMark(bytes, index) { break }
      if length == 2 {
        let lower = LetterFold.lowered(byte, bytes[index + 1])
        if lower.lead != byte || lower.second != bytes[index + 1] {
          capitals += 1
          if index == start { startsCapital = true }
        }
        hash = NameLexicon.step(NameLexicon.step(hash, lower.lead), lower.second)
      } else {
        for offset in 0..<length { hash = NameLexicon.step(hash, bytes[index + offset]) }
      }
      letters += 1
      index += length
    }
    if index == start {
      let end = start + (bytes[start] < 0x80 ? 1 : scalarLength(bytes, start))
      return TextToken(
        start: start,
        end: end,
        hash: 0,
        flags: [],
        kind: .mark,
        shape: .lower,
        gap: gap,
        first: bytes[start]
      )
    }
    let kind: TextToken.Kind = digits == 0 ? .word : letters == 0 ? .number : .code
    let shape: TextToken.Shape =
      capitals == 0
      ? .lower : startsCapital && capitals == 1 ? .capital : capitals == letters ? .upper : .mixed
    return TextToken(
      start: start,
      end: index,
      hash: hash,
      flags: kind == .number ? [] : lexicon.flags(hash),
      kind: kind,
      shape: shape,
      gap: gap,
      first: bytes[start]
    )
  }

  /// How many bytes the scalar takes; what is cut off counts as it is, as a `String` is never cut.
  private static func scalarLength(_ bytes: [UInt8], _ index: Int) -> Int {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return min(length, bytes.count - index)
  }

  /// Whether a scalar beyond ASCII is punctuation, a symbol or a picture.
  private static func isMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    let lead = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    return switch lead {
    case 0xC2: second != 0xAA && second != 0xBA && second != 0xB5
    case 0xC3: second == 0x97 || second == 0xB7
    case 0xE2: second == 0x80 || second == 0x82 || second >= 0x9C || second == 0x86
    case 0xE3: second == 0x80
    case 0xEF: second == 0xBC || second == 0xB8
    case 0xF0: second == 0x9F
    default: false
    }
  }

  private mutating func markPhrases(_ lexicon: NameLexicon) {
    for index in tokens.indices where tokens[index].flags.contains(.phraseStart) {
      var hash = tokens[index].hash
      for end in (index + 1)..<min(index + 4, max(tokens.count, index + 1)) {
        guard tokens[end].kind == .word, tokens[end].gap == .blank else { break }
        hash = NameLexicon.joined(hash, tokens[end].hash)
        let flags = lexicon.flags(hash)
        guard !flags.isEmpty else { continue }
        for part in index...end {
          tokens[part].flags.formUnion(flags)
          tokens[part].flags.remove(.common)
        }
      }
    }
  }
}

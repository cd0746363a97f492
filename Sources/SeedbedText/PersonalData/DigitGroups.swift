/// Numbers that follow each other with one separator between two of them: `4111 1111 1111 1111`.
struct DigitGroups {
  private static let most = 8

  /// The tokens of the numbers.
  private(set) var tokens: [Int] = []
  /// How many digits each has.
  private(set) var lengths: [Int] = []
  /// The byte between two of them; a blank for several.
  private(set) var separators: [UInt8] = []

  /// Reads at most eight groups from a number on.
  init(_ text: TokenText, from index: Int, separators allowed: StaticString) {
    var index = index
    tokens.append(index)
    lengths.append(text[index].count)
    while tokens.count < Self.most {
      let next = text[index + 1]
      if next.kind == .number, next.gap == .blank, Self.contains(allowed, 0x20) {
        separators.append(0x20)
        index += 1
      } else if next.kind == .mark, next.gap == .none, Self.contains(allowed, next.first),
        text[index + 2].kind == .number, text[index + 2].gap == .none
      {
        separators.append(next.first)
        index += 2
      } else {
        break
      }
      tokens.append(index)
      lengths.append(text[index].count)
    }
  }

  /// Whether the first groups have these lengths with one and the same separator between them.
  func begins(with shape: [Int]) -> Bool {
    guard lengths.count >= shape.count, lengths[..<shape.count].elementsEqual(shape) else {
      return false
    }
    return separators.prefix(shape.count - 1).allSatisfy { $0 == separators[0] }
  }

  /// The token behind a number of groups.
  func end(_ count: Int) -> Int { tokens[count - 1] + 1 }

  /// The digits of the first groups, without separators.
  func digits(_ text: TokenText, _ count: Int) -> [UInt8] {
    tokens[..<count].flatMap { text.digits($0) }
  }

  private static func contains(_ allowed: StaticString, _ byte: UInt8) -> Bool {
    allowed.withUTF8Buffer { $0.contains(byte) }
  }
}

extension TokenText {
  /// Whether a number or code touches a word before it, or the end of a longer number.
  func isGluedBefore(_ index: Int) -> Bool {
    guard index > 0, self[index].gap == .none else { return false }
    let before = self[index - 1]
    guard before.kind == .mark else { return true }
    guard before.gap == .none, index > 1 else { return before.first == UInt8(ascii: "#") }
    let isJoint = "-./_:@\\+=&".utf8.contains(before.first)
    return isJoint && (self[index - 2].kind == .number || self[index - 2].kind == .code)
  }

  /// Whether what ends before a token touches a word, or the rest of a longer number.
  func isGluedAfter(_ end: Int) -> Bool {
    guard end < count, self[end].gap == .none else { return false }
    let after = self[end]
    guard after.kind == .mark else { return true }
    guard "-./_:@\\+".utf8.contains(after.first), self[end + 1].gap == .none else { return false }
    return self[end + 1].kind == .number || self[end + 1].kind == .code
  }

  /// Whether one of the words stands among the six tokens before or the three behind a range.
  func isNear(_ range: Range<Int>, _ words: [StaticString]) -> Bool {
    let start = max(0, range.lowerBound - 6)
    for index in start..<max(start, min(count, range.upperBound + 3))
    where !range.contains(index) {
      for word in words where isWord(index, word) { return true }
    }
    return false
  }

  /// Whether a word with one of the flags stands near before a range, or right behind it.
  func hasCue(_ flags: WordFlags, _ range: Range<Int>, before: Int = 8, after: Int = 3) -> Bool {
    let start = max(0, range.lowerBound - before)
    for index in start..<max(start, min(count, range.upperBound + after))
    where !range.contains(index) && !self[index].flags.isDisjoint(with: flags) {
      return true
    }
    return false
  }
}

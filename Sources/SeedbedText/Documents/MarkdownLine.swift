/// What one line of Markdown can be by itself.
struct MarkdownLine {
  let bytes: Range<Int>
  /// The first byte that is no space.
  let content: Int
  /// The last byte that is no space, plus one.
  let end: Int
  /// Columns before the content; a tab goes to the next multiple of four.
  let indent: Int

  init(_ text: Span<UInt8>, _ bytes: Range<Int>) {
    var content = bytes.lowerBound, indent = 0
    while content < bytes.upperBound, BlockCut.isSpace(text[content]) {
      indent = text[content] == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
      content += 1
    }
    var end = bytes.upperBound
    while end > content, BlockCut.isSpace(text[end - 1]) { end -= 1 }
    self.bytes = bytes
    self.content = content
    self.end = end
    self.indent = indent
  }

  var isBlank: Bool { content == end }
  var length: Int { end - content }

  /// How often the first mark is repeated at the start of the content.
  func run(_ text: Span<UInt8>) -> Int {
    guard !isBlank else { return 0 }
    var index = content
    while index < end, text[index] == text[content] { index += 1 }
    return index - content
  }

  /// The level of `## Heading`, or nil.
  func headingLevel(_ text: Span<UInt8>) -> Int? {
    guard indent < 4, !isBlank, text[content] == UInt8(ascii: "#") else { return nil }
    let level = run(text)
    guard level <= 6, content + level == end || BlockCut.isSpace(text[content + level]) else {
      return nil
    }
    return level
  }

  /// The level of a heading that this line underlines: all `=` or all `-`.
  func underlineLevel(_ text: Span<UInt8>) -> Int? {
    guard indent < 4, length >= 2, run(text) == length else { return nil }
    switch text[content] {
    case UInt8(ascii: "="): return 1
    case UInt8(ascii: "-"): return 2
    default: return nil
    }
  }

  /// Whether the line is a rule: three or more of one of `-`, `*`, `_`, with spaces between.
  func isRule(_ text: Span<UInt8>) -> Bool {
    guard indent < 4, length >= 3, "-*_".utf8.contains(text[content]) else { return false }
    var count = 0
    for index in content..<end where !BlockCut.isSpace(text[index]) {
      guard text[index] == text[content] else { return false }
      count += 1
    }
    return count >= 3
  }

  /// Whether the line is a row of cells' rules, as in `|---|:--|`.
  func isTableRule(_ text: Span<UInt8>) -> Bool {
    guard !isBlank else { return false }
    var hasPipe = false, hasDash = false
    for index in content..<end {
      switch text[index] {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), 0x20, 0x09: continue
      default: return false
      }
    }
    return hasPipe && hasDash
  }

  /// Whether the line has a cell border.
  func hasPipe(_ text: Span<UInt8>) -> Bool {
    for index in content..<end where text[index] == UInt8(ascii: "|") { return true }
    return false
  }

  /// Whether the line opens an item of a list; `first` tells that it may interrupt a paragraph.
  func item(_ text: Span<UInt8>) -> (isItem: Bool, first: Bool) {
    guard !isBlank else { return (false, false) }
    var index = content
    let isNumber = text[index] >= 0x30 && text[index] <= 0x39
    if isNumber {
      while index < end, index - content < 9, text[index] >= 0x30, text[index] <= 0x39 {
        index += 1
      }
      guard index < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")") else {
        return (false, false)
      }
    } else if !"-*+".utf8.contains(text[index]) {
      return (false, false)
    }
    guard index + 1 < end, BlockCut.isSpace(text[index + 1]) else { return (false, false) }
    return (true, !isNumber || (index == content + 1 && text[content] == UInt8(ascii: "1")))
  }

  /// The mark and length of a code fence, or nil.
  func fence(_ text: Span<UInt8>) -> (mark: UInt8, length: Int)? {
    guard !isBlank, text[content] == UInt8(ascii: "`") || text[content] == UInt8(ascii: "~") else {
      return nil
    }
    let length = run(text)
    guard length >= 3 else { return nil }
    // Three backticks and one more later in the line are code within a sentence.
    if text[content] == UInt8(ascii: "`") {
      for index in (content + length)..<end where text[index] == UInt8(ascii: "`") { return nil }
    }
    return (text[content], length)
  }

  /// Whether a comment begins here that goes on over the next lines.
  func opensComment(_ text: Span<UInt8>) -> Bool {
    indent < 4 && length >= 4 && text.starts(with: "<!--", at: content) && !endsComment(text)
  }

  /// Whether a comment ends in the line.
  func endsComment(_ text: Span<UInt8>) -> Bool {
    var index = content
    while index + 3 <= end {
      if text.starts(with: "-->", at: index) { return true }
      index += 1
    }
    return false
  }

  /// Whether the line is a link's definition (`[name]: address`) or nothing but a comment.
  func isHidden(_ text: Span<UInt8>) -> Bool {
    guard indent < 4, length > 3 else { return false }
    if text[content] == UInt8(ascii: "[") {
      var index = content + 1
      while index < end, text[index] != UInt8(ascii: "]") { index += 1 }
      return index + 1 < end && text[index + 1] == UInt8(ascii: ":")
    }
    return length >= 7 && text.starts(with: "<!--", at: content)
      && text.starts(with: "-->", at: end - 3)
  }
}

extension Span<UInt8> {
  /// Whether some ASCII words stand at an offset.
  func starts(with words: StaticString, at offset: Int) -> Bool {
    let length = words.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    for index in 0..<length where self[offset + index] != words.utf8Start[index] { return false }
    return true
  }
}

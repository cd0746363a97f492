/// Finds where markup ends, in linear time also where nothing is ever closed.
struct HTMLTagScanner {
  /// What stands at a `<`.
  enum Found {
    /// Nothing: it is a character.
    case none
    /// A comment or a declaration, up to an offset.
    case skipped(Int)
    /// A tag with its lower-case name, up to an offset.
    case tag(name: String, closes: Bool, end: Int)
  }

  /// Set once an attribute's quotation ran into the end: from then on quotation marks are not trusted.
  private var ignoresQuotes = false
  private var noComment = false
  private var noClose = false
  /// The longest name of a tag that is read; longer ones are unknown anyway.
  private static let longestName = 32

  /// What stands at a `<`.
  mutating func scan(_ text: Span<UInt8>, at start: Int) -> Found {
    switch text.byte(start + 1) {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      if text.starts(with: "<!--", at: start), !noComment {
        if let end = Self.find("-->", in: text, from: start + 4) { return .skipped(end + 3) }
        noComment = true
      }
      return close(text, from: start + 2).map { .skipped($0) } ?? .none
    case UInt8(ascii: "/"):
      guard Self.isLetter(text.byte(start + 2)) else { return .none }
      return tag(text, nameAt: start + 2, closes: true)
    case let byte where Self.isLetter(byte):
      return tag(text, nameAt: start + 1, closes: false)
    default: return .none
    }
  }

  /// Where the content of a tag that nobody reads ends; the end of the text where it is never closed.
  mutating func endOfHidden(_ text: Span<UInt8>, from start: Int, name: String) -> Int {
    var index = start
    let name = Array(name.utf8)
    while let next = Self.find("</", in: text, from: index) {
      var matched = 0
      while matched < name.count, text.byte(next + 2 + matched) | 0x20 == name[matched] {
        matched += 1
      }
      if matched == name.count, !Self.isLetter(text.byte(next + 2 + matched)) {
        return close(text, from: next + 2 + matched) ?? text.count
      }
      index = next + 2
    }
    return text.count
  }

  private mutating func tag(_ text: Span<UInt8>, nameAt start: Int, closes: Bool) -> Found {
    var end = start
    while end < text.count, end - start < Self.longestName, Self.isNameByte(text[end]) { end += 1 }
    guard let close = close(text, from: end) else { return .none }
    return .tag(name: text.string(start..<end).lowercased(), closes: closes, end: close)
  }

  /// The offset after the `>` that closes a tag; nil where there is none.
  private mutating func close(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard !noClose else { return nil }
    if !ignoresQuotes {
      var index = start
      while index < text.count {
        switch text[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let quote = text[index]
          // Only after `=` does a mark open a value; elsewhere it is a slip of the pen.
          guard text.byte(index - 1) == UInt8(ascii: "=") else { break }
          index += 1
          while index < text.count, text[index] != quote { index += 1 }
        default: break
        }
        index += 1
      }
      ignoresQuotes = true
    }
    for index in start..<text.count where text[index] == UInt8(ascii: ">") { return index + 1 }
    noClose = true
    return nil
  }

  private static func find(_ words: StaticString, in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + words.utf8CodeUnitCount <= text.count {
      if text[index] == words.utf8Start[0], text.starts(with: words, at: index) { return index }
      index += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-")
  }
}

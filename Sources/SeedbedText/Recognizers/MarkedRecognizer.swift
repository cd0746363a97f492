/// Finds what has a mark at both ends: code, placeholders and quotations.
enum MarkedRecognizer {
  /// The longest placeholder in bytes; a longer stretch in braces is not a slot.
  private static let longestSlot = 64
  /// The longest quotation in bytes; beyond it the second mark hardly belongs to the first.
  private static let longestQuotation = 400

  static func match(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    switch bytes[index] {
    case UInt8(ascii: "`"): code(bytes, index)
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "$"):
      placeholder(bytes, index)
    case UInt8(ascii: "%"): formatField(bytes, index)
    default: quotation(bytes, index)
    }
  }

  /// `code` and ```blocks```: from a run of backticks to the next run of the same length.
  private static func code(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    var width = 1
    while ByteClass.at(bytes, index + width) == UInt8(ascii: "`") { width += 1 }
    var at = index + width
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "`") else {
        at += 1
        continue
      }
      var run = 1
      while ByteClass.at(bytes, at + run) == UInt8(ascii: "`") { run += 1 }
      if run == width { return ProtectedRange(range: index..<(at + run), kind: .code) }
      at += run
    }
    return nil
  }

  /// `{{Order Number}}`, `{name}`, `${name}`, `[NAME]`, `<name>`.
  private static func placeholder(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    let first = bytes[index]
    if first == UInt8(ascii: "$") {
      guard ByteClass.at(bytes, index + 1) == UInt8(ascii: "{"),
        let inner = placeholder(bytes, index + 1)
      else { return nil }
      return ProtectedRange(range: index..<inner.range.upperBound, kind: .placeholder)
    }
    if ByteClass.matches(bytes, index, "{{") {
      return slot(bytes, index, from: index + 2, to: UInt8(ascii: "}"), twice: true) { $0 >= 0x20 }
    }
    switch first {
    case UInt8(ascii: "{"):
      return slot(bytes, index, from: index + 1, to: UInt8(ascii: "}")) {
        ByteClass.isAlphanumeric($0) || " _-.".utf8.contains($0)
      }
    case UInt8(ascii: "["):
      return slot(bytes, index, from: index + 1, to: UInt8(ascii: "]")) {
        (ByteClass.isAlphanumeric($0) && !($0 &- 0x61 < 26)) || "_- ".utf8.contains($0)
      }
    default:
      guard
        ByteClass.isLetter(ByteClass.at(bytes, index + 1))
          || ByteClass.at(bytes, index + 1) == UInt8(ascii: "/")
      else { return nil }
      return slot(bytes, index, from: index + 1, to: UInt8(ascii: ">")) {
        !ByteClass.isSpace($0) && $0 != UInt8(ascii: "<")
      }
    }
  }

  private static func slot(
    _ bytes: Span<UInt8>,
    _ start: Int,
    from: Int,
    to close: UInt8,
    twice: Bool = false,
    _ isInside: (UInt8) -> Bool
  ) -> ProtectedRange? {
    var at = from
    while at < bytes.count, at - from <= longestSlot {
      if bytes[at] == close {
        let end = at + (twice ? 2 : 1)
        guard at > from, !twice || ByteClass.at(bytes, at + 1) == close else { return nil }
        return ProtectedRange(range: start..<end, kind: .placeholder)
      }
      guard isInside(bytes[at]) else { return nil }
      at += 1
    }
    return nil
  }

  /// `%s`, `%d` and `%1$s`, not the per cent sign of a number.
  private static func formatField(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    guard !ByteClass.isDigit(ByteClass.at(bytes, index - 1)) else { return nil }
    var at = ByteClass.digitsEnd(bytes, index + 1)
    if at > index + 1, ByteClass.at(bytes, at) == UInt8(ascii: "$") { at += 1 }
    guard "sdf@".utf8.contains(ByteClass.at(bytes, at)),
      !ByteClass.isAlphanumeric(ByteClass.at(bytes, at + 1))
    else { return nil }
    return ProtectedRange(range: index..<(at + 1), kind: .placeholder)
  }

  // MARK: - Quotations

  private static func quotation(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    if bytes[index] == UInt8(ascii: "\"") {
      return quoted(bytes, index, from: index + 1, "\"")
    }
    if ByteClass.matches(bytes, index, "\u{201C}") {
      return quoted(bytes, index, from: index + 3, "\u{201D}")
    }
    if ByteClass.matches(bytes, index, "\u{201E}") {
      return quoted(bytes, index, from: index + 3, "\u{201C}")
    }
    if ByteClass.matches(bytes, index, "\u{AB}") {
      return quoted(bytes, index, from: index + 2, "\u{BB}")
    }
    // An apostrophe opens a quotation only outside words, and closes it only after one.
    guard bytes[index] == UInt8(ascii: "'"), !ByteClass.followsWord(bytes, index),
      ByteClass.isAlphanumeric(ByteClass.at(bytes, index + 1))
    else { return nil }
    var at = index + 1
    while at < bytes.count, at - index <= longestQuotation, bytes[at] != 0x0A {
      if bytes[at] == UInt8(ascii: "'"), !ByteClass.isSpace(bytes[at - 1]),
        !ByteClass.isAlphanumeric(ByteClass.at(bytes, at + 1)), at > index + 1
      {
        return ProtectedRange(range: index..<(at + 1), kind: .quotation)
      }
      at += 1
    }
    return nil
  }

  private static func quoted(
    _ bytes: Span<UInt8>,
    _ start: Int,
    from: Int,
    _ close: StaticString
  ) -> ProtectedRange? {
    var at = from
    while at < bytes.count, at - from <= longestQuotation {
      if ByteClass.matches(bytes, at, close) {
        guard at > from else { return nil }
        return ProtectedRange(range: start..<(at + close.utf8CodeUnitCount), kind: .quotation)
      }
      if bytes[at] == 0x0A, ByteClass.at(bytes, at + 1) == 0x0A { return nil }
      at += 1
    }
    return nil
  }
}

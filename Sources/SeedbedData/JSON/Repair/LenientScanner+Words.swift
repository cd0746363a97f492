extension LenientScanner {
  /// Steps over white space and comments; a code fence ends the text.
  mutating func skipSpace() throws(Fault) {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/"): try skipComment()
      case UInt8(ascii: "`"):
        if begins("```") { end = at }
        return
      case 0xC2, 0xE2, 0xEF:
        guard let count = unusualSpace() else { return }
        repairs.insert(.spaces)
        at += count
      default: return
      }
    }
  }

  private mutating func skipLine() {
    repairs.insert(.comments)
    while at < end, bytes[at] != 0x0A { at += 1 }
  }

  private mutating func skipComment() throws(Fault) {
    if begins("//") { return skipLine() }
    guard begins("/*") else { throw fault("expected a value, a comma or a bracket") }
    repairs.insert(.comments)
    at += 2
    while at < end {
      if begins("*/") {
        at += 2
        return
      }
      at += 1
    }
  }

  /// The length of a space, mark or line end outside of ASCII; nil when there is none here.
  private func unusualSpace() -> Int? {
    ["\u{A0}", "\u{FEFF}", "\u{200B}", "\u{2028}", "\u{2029}", "\u{2009}", "\u{202F}"]
      .first { begins($0) }?.utf8CodeUnitCount
  }

  func begins(_ words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard at + count <= end else { return false }
    for offset in 0..<count where bytes[at + offset] != words.utf8Start[offset] { return false }
    return true
  }

  /// Reads `true`, `false` or `null`, also as Python writes them.
  mutating func word() throws(Fault) -> JSONValue? {
    let start = at
    while at < end, Self.isWordByte(bytes[at]) { at += 1 }
    guard at - start <= 8 else {
      at = start
      throw fault("a value without quotes")
    }
    let word = string(start..<at)
    switch word {
    case "true": return true
    case "false": return false
    case "null": return .some(.null)
    case "True", "TRUE", "False", "FALSE", "None", "NULL", "Null":
      repairs.insert(.words)
      return word.hasPrefix("T") ? true : word.hasPrefix("F") ? false : .some(.null)
    default:
      let beginnings = ["true", "false", "null", "True", "False", "None"]
      if at == end, beginnings.contains(where: { $0.hasPrefix(word) }) {
        markCut()
        return nil
      }
      at = start
      throw fault("a value without quotes")
    }
  }

  /// Reads a number; one at the end of the text may have lost digits and counts as cut off.
  mutating func number() throws(Fault) -> JSONValue? {
    let start = at
    while at < end, Self.isNumberByte(bytes[at]) { at += 1 }
    guard at < end else {
      markCut()
      return nil
    }
    let literal = string(start..<at)
    if let number = JSONNumber(literal: literal) { return .number(number) }
    let isNegative = literal.hasPrefix("-")
    var digits = literal.hasPrefix("+") || isNegative ? String(literal.dropFirst()) : literal
    if digits.hasPrefix(".") { digits = "0" + digits }
    if digits.hasSuffix(".") { digits += "0" }
    guard let number = JSONNumber(literal: isNegative ? "-" + digits : digits) else {
      at = start
      throw fault("a number that cannot be read")
    }
    repairs.insert(.numbers)
    return .number(number)
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

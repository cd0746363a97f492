/// Finds e-mail addresses, URLs, phone numbers, mentions and hashtags.
enum AddressRecognizer {
  /// What begins at the first byte of a word or number.
  static func match(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    let byte = bytes[index]
    if ByteClass.isAlphanumeric(byte) {
      if let found = url(bytes, index) ?? email(bytes, index) { return found }
    }
    return ByteClass.isLetter(byte) ? nil : phone(bytes, index)
  }

  /// `@name` and `#tag`; `#` and digits is the number of an order or ticket.
  static func tag(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    guard !ByteClass.followsWord(bytes, index) else { return nil }
    var end = index + 1
    var hasLetter = false
    while end < bytes.count {
      let byte = bytes[end]
      guard
        ByteClass.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
          || (byte == UInt8(ascii: "-") && ByteClass.isDigit(ByteClass.at(bytes, end + 1)))
      else { break }
      // Quotation marks and dashes end a tag; other letters are part of it.
      if byte == 0xE2 || byte == 0xC2 { break }
      if !ByteClass.isDigit(byte) { hasLetter = true }
      end += 1
    }
    guard end > index + 1 else { return nil }
    let isMention = bytes[index] == UInt8(ascii: "@")
    let kind: ProtectedRange.Kind = isMention ? .mention : hasLetter ? .hashtag : .identifier
    return ProtectedRange(range: index..<end, kind: kind)
  }

  // MARK: - URLs and e-mail

  private static func url(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    let isURL =
      ["https://", "http://", "ftp://", "www.", "mailto:", "HTTPS://", "HTTP://", "WWW."]
      .contains { (prefix: StaticString) in ByteClass.matches(bytes, index, prefix) }
    guard isURL || bareDomain(bytes, index) else { return nil }
    var end = index
    while end < bytes.count, !ByteClass.isSpace(bytes[end]),
      !"<>\"`{}|\\^".utf8.contains(bytes[end])
    {
      end += 1
    }
    end = trimmed(bytes, index, end)
    return end > index + 4 ? ProtectedRange(range: index..<end, kind: .url) : nil
  }

  /// The end without the punctuation of the sentence round it.
  private static func trimmed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start {
      let last = bytes[end - 1]
      if ".,;:!?'".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
        // A closing bracket stays when its partner is inside.
        let open = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
        var hasPartner = false
        for index in start..<end where bytes[index] == open { hasPartner = true }
        if hasPartner { break }
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// `example.com` and `shop.example.co.uk/path`, for endings that are no words.
  private static func bareDomain(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var at = index
    while true {
      let start = at
      while at < bytes.count, ByteClass.isAlphanumeric(bytes[at]) || bytes[at] == UInt8(ascii: "-")
      {
        at += 1
      }
      guard at > start, ByteClass.at(bytes, at) == UInt8(ascii: ".") else { return false }
      for ending: StaticString in [
        "com", "org", "net", "io", "edu", "gov", "co.uk", "es", "de", "fr",
      ]
      where ByteClass.matches(bytes, at + 1, ending) {
        let after = ByteClass.at(bytes, at + 1 + ending.utf8CodeUnitCount)
        if !ByteClass.isAlphanumeric(after), after < 0x80, after != UInt8(ascii: "@") {
          return true
        }
      }
      at += 1
    }
  }

  private static func email(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    var at = index
    while at < bytes.count, isLocal(bytes[at]), at - index <= 64 { at += 1 }
    guard at > index, ByteClass.at(bytes, at) == UInt8(ascii: "@") else { return nil }
    let domain = at + 1
    var end = domain
    var dots = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "."), ByteClass.isAlphanumeric(ByteClass.at(bytes, end + 1)) {
        dots += 1
      } else if !ByteClass.isAlphanumeric(byte), byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    guard dots > 0, end > domain + 2 else { return nil }
    return ProtectedRange(range: index..<end, kind: .email)
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || "._%+-".utf8.contains(byte)
  }

  // MARK: - Phone numbers

  /// `+34 612 345 678`, `(555) 123-4567`, `555-123-4567`: digits in groups, with a plus, brackets or
  /// the lengths of a phone number.
  private static func phone(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    guard !ByteClass.followsWord(bytes, index) else { return nil }
    let first = bytes[index]
    guard first != UInt8(ascii: "-") else { return nil }
    var at = index + (first == UInt8(ascii: "+") ? 1 : 0)
    var end = at
    var digits = 0
    var groups: [Int] = []
    var separators: [UInt8] = []
    while at < bytes.count, digits <= 15 {
      let byte = bytes[at]
      if ByteClass.isDigit(byte) {
        let close = ByteClass.digitsEnd(bytes, at)
        groups.append(close - at)
        digits += close - at
        at = close
        end = close
      } else if byte == UInt8(ascii: "("), at == index || digits < 4 {
        at += 1
      } else if byte == UInt8(ascii: ")"), digits > 0 {
        at += 1
        if ByteClass.at(bytes, at) == 0x20 { at += 1 }
      } else if " -.".utf8.contains(byte), at == end, digits > 0,
        ByteClass.isDigit(ByteClass.at(bytes, at + 1)) || ByteClass.at(bytes, at + 1) == 0x28
      {
        separators.append(byte)
        at += 1
      } else {
        break
      }
    }
    guard digits >= 7, digits <= 15, !ByteClass.isLetter(ByteClass.at(bytes, end)) else {
      return nil
    }
    let isMarked = first == UInt8(ascii: "+") || first == UInt8(ascii: "(")
    guard isMarked || looksLikePhone(groups, separators) else { return nil }
    return ProtectedRange(range: index..<end, kind: .phone)
  }

  /// Groups of two to four digits with one kind of separator: not a date, amount or version.
  private static func looksLikePhone(_ groups: [Int], _ separators: [UInt8]) -> Bool {
    guard groups.count >= 3 || (groups.count == 2 && groups == [3, 4]) else { return false }
    guard groups.allSatisfy({ $0 >= 2 && $0 <= 4 }), Set(separators).count == 1 else {
      return false
    }
    let isDate = groups.count == 3 && (groups[0] == 4 || groups[2] == 4) && groups[1] == 2
    return !isDate
  }
}

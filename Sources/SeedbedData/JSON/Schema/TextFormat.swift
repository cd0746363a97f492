/// The forms of a string that the keyword `format` names.
enum TextFormat: String, Sendable, CaseIterable {
  case date, time, email, uri, uuid, ipv4, ipv6
  case dateTime = "date-time"

  /// The form in words for a message.
  var words: String {
    switch self {
    case .date: "a date such as 2026-01-31"
    case .time: "a time with its zone such as 14:05:00Z"
    case .dateTime: "a date and time with its zone such as 2026-01-31T14:05:00Z"
    case .email: "an e-mail address"
    case .uri: "a URI with its scheme"
    case .uuid: "a UUID"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    }
  }

  /// Whether a text has the form.
  func accepts(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .date: return Self.isDate(bytes[...])
    case .time: return Self.isTime(bytes[...])
    case .dateTime:
      guard bytes.count > 11, bytes[10] | 0x20 == UInt8(ascii: "t") else { return false }
      return Self.isDate(bytes[..<10]) && Self.isTime(bytes[11...])
    case .email: return Self.isEmail(bytes)
    case .uri: return Self.isURI(bytes)
    case .uuid: return Self.isUUID(bytes)
    case .ipv4: return Self.isIPv4(bytes[...])
    case .ipv6: return Self.isIPv6(bytes[...])
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The value of exactly two or four digits; nil for anything else.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
  }

  /// `full-date` of RFC 3339, with the days that the month has.
  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]),
      let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// `full-time` of RFC 3339; a leap second is allowed.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard
      let zone = bytes.firstIndex(where: {
        $0 | 0x20 == UInt8(ascii: "z") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
      })
    else { return false }
    let offset = bytes[zone...]
    if bytes[zone] | 0x20 == UInt8(ascii: "z") {
      guard offset.count == 1 else { return false }
    } else {
      guard isClock(offset.dropFirst(), parts: 2, seconds: 59) else { return false }
    }
    let clock = bytes[..<zone].split(
      separator: UInt8(ascii: "."),
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard isClock(clock[0], parts: 3, seconds: 60) else { return false }
    return clock.count == 1 || !clock[1].isEmpty && clock[1].allSatisfy(isDigit)
  }

  private static func isClock(_ bytes: ArraySlice<UInt8>, parts count: Int, seconds: Int) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == count, parts.allSatisfy({ $0.count == 2 }) else { return false }
    let numbers = parts.compactMap { number($0) }
    guard numbers.count == count else { return false }
    return numbers[0] < 24 && numbers[1] < 60 && (count < 3 || numbers[2] <= seconds)
  }

  /// One `@` between a local part without spaces and a host of dotted labels.
  private static func isEmail(_ bytes: [UInt8]) -> Bool {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), (1...64).contains(at) else {
      return false
    }
    let local = bytes[..<at]
    let allowed = Array("!#$%&'*+/=?^_`{|}~.-".utf8)
    guard
      local.allSatisfy({ isLetter($0) || isDigit($0) || $0 >= 0x80 || allowed.contains($0) }),
      local.first != UInt8(ascii: "."), local.last != UInt8(ascii: "."),
      !zip(local, local.dropFirst()).contains(where: { $0 == $1 && $0 == UInt8(ascii: ".") })
    else { return false }
    let labels = bytes[(at + 1)...].split(
      separator: UInt8(ascii: "."),
      omittingEmptySubsequences: false
    )
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy { isLetter($0) || isDigit($0) || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
    }
  }

  /// A scheme, a colon, and the characters of RFC 3986 with whole percent escapes.
  private static func isURI(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, isLetter(bytes[0]),
      bytes[..<colon].allSatisfy({
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: ".")
      })
    else { return false }
    let allowed = Array("-._~:/?#[]@!$&'()*+,;=".utf8)
    var at = colon + 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "%") {
        guard at + 2 < bytes.count, isHex(bytes[at + 1]), isHex(bytes[at + 2]) else {
          return false
        }
        at += 2
      } else if !isLetter(byte), !isDigit(byte), !allowed.contains(byte) {
        return false
      }
      at += 1
    }
    return true
  }

  private static func isUUID(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(isHex) }
  }

  private static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard (1...3).contains(part.count), let value = number(part) else { return false }
        return value < 256 && (part.count == 1 || part.first != UInt8(ascii: "0"))
      }
  }

  private static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
    var groups = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (3...9).contains(groups.count) else { return false }
    var needed = 8
    if let last = groups.last, last.contains(UInt8(ascii: ".")) {
      guard isIPv4(last) else { return false }
      groups.removeLast()
      needed = 6
    }
    // `::` at an end leaves two empty groups there, in the middle one.
    if groups.count > 1, groups[0].isEmpty {
      guard groups[1].isEmpty else { return false }
      groups.removeFirst()
    }
    if needed == 8, groups.count > 1, groups[groups.count - 1].isEmpty {
      guard groups[groups.count - 2].isEmpty else { return false }
      groups.removeLast()
    }
    let gaps = groups.count { $0.isEmpty }
    guard gaps <= 1, groups.allSatisfy({ $0.count <= 4 && $0.allSatisfy(isHex) }) else {
      return false
    }
    return gaps == 1 ? groups.count <= needed : groups.count == needed
  }
}

/// A number as digits, so that no value is rounded.
public struct DecimalDigits: Sendable, Hashable {
  /// The digits before the decimal sign.
  public var whole: String
  /// The digits after it; empty without one.
  public var fraction: String
  /// Whether the digits were written in groups.
  public var isGrouped: Bool

  /// Makes a number.
  ///
  /// - Parameters:
  ///   - whole: The digits before the decimal sign.
  ///   - fraction: The digits after it.
  ///   - isGrouped: Whether the digits were written in groups.
  public init(whole: String, fraction: String = "", isGrouped: Bool = false) {
    self.whole = whole
    self.fraction = fraction
    self.isGrouped = isGrouped
  }
}

/// Reads numbers in figures and writes them another way, by language.
public enum NumberNotation {
  /// The languages in which numbers are written, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// Reads a number; nil where a sign may part groups or a fraction (1.234), and for what is no number.
  ///
  /// - Parameters:
  ///   - bytes: A text.
  ///   - range: Where the number is, from its first to its last digit.
  ///   - language: The language of the text, an ISO 639-1 code.
  /// - Returns: What was read, or nil.
  public static func read(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    language: String
  ) -> DecimalDigits? {
    guard !range.isEmpty, range.upperBound <= bytes.count, range.count <= 40 else { return nil }
    var groups: [String] = []
    var signs: [UInt8] = []
    var group: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if ByteClass.isDigit(bytes[place]) {
        group.append(bytes[place])
        place += 1
        continue
      }
      guard let (sign, length) = sign(bytes, place), !group.isEmpty else { return nil }
      groups.append(String(decoding: group, as: UTF8.self))
      group = []
      signs.append(sign)
      place += length
    }
    guard !group.isEmpty else { return nil }
    groups.append(String(decoding: group, as: UTF8.self))
    return number(groups, signs, language)
  }

  /// The ways to write a number in a language.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - language: An ISO 639-1 code of ``languages``.
  /// - Returns: With and without groups; one way where it has no groups.
  public static func forms(of number: DecimalDigits, language: String) -> [String] {
    let decimal = language == "en" ? "." : ","
    let tail = number.fraction.isEmpty ? "" : decimal + number.fraction
    guard number.whole.utf8.count > 3 else { return [number.whole + tail] }
    let separators: [String] =
      switch language {
      case "en": [",", "\u{A0}", ""]
      case "fr": ["\u{202F}", "\u{A0}", ""]
      default: [".", "\u{A0}", ""]
      }
    return separators.map { grouped(number.whole, $0) + tail }
  }

  private static func number(
    _ groups: [String],
    _ signs: [UInt8],
    _ language: String
  ) -> DecimalDigits? {
    let whole = groups[0]
    // What begins with 0 and goes on is a code.
    guard whole.utf8.first != UInt8(ascii: "0") || whole.utf8.count == 1 else { return nil }
    guard let last = signs.last else {
      return DecimalDigits(whole: whole, fraction: "", isGrouped: false)
    }
    let mark: UInt8 = language == "en" ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let others = signs.dropLast()
    let endsInThree = groups[groups.count - 1].utf8.count == 3
    let isFraction: Bool
    if others.isEmpty {
      isFraction = !endsInThree && last != 0x20 && last != UInt8(ascii: "'")
      if endsInThree, last != mark, last != 0x20, last != UInt8(ascii: "'") { return nil }
      if endsInThree, whole == "0" { return nil }
    } else {
      isFraction = !others.contains(last) && last != 0x20 && last != UInt8(ascii: "'")
    }
    let parts = isFraction ? groups.dropLast() : groups[...]
    let grouping = isFraction ? others : signs[...]
    guard Set(grouping).count <= 1, parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      parts.count == 1 || (whole.utf8.count <= 3 && whole != "0")
    else { return nil }
    return DecimalDigits(
      whole: parts.joined(),
      fraction: isFraction ? groups[groups.count - 1] : "",
      isGrouped: parts.count > 1
    )
  }

  /// The sign at a place, spaces of any kind as one, and its length.
  private static func sign(_ bytes: Span<UInt8>, _ place: Int) -> (UInt8, Int)? {
    switch bytes[place] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), 0x20: return (bytes[place], 1)
    case 0xC2 where ByteClass.at(bytes, place + 1) == 0xA0: return (0x20, 2)
    case 0xE2
    where ByteClass.at(bytes, place + 1) == 0x80 && ByteClass.at(bytes, place + 2) == 0xAF:
      return (0x20, 3)
    default: return nil
    }
  }

  private static func grouped(_ digits: String, _ separator: String) -> String {
    guard !separator.isEmpty else { return digits }
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.utf8.count - offset) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}

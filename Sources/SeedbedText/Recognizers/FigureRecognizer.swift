/// Finds numbers, money, percentages, versions and codes.
enum FigureRecognizer {
  /// What begins at a digit, a sign, a bracket or a currency sign.
  static func match(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    if let symbol = currencyEnd(bytes, index) { return moneyAfterSymbol(bytes, index, symbol) }
    let byte = bytes[index]
    let isSigned = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    let start = isSigned ? index + 1 : index
    guard ByteClass.isDigit(ByteClass.at(bytes, start)), !ByteClass.followsWord(bytes, index) else {
      if isSigned, let symbol = currencyEnd(bytes, start), !ByteClass.followsWord(bytes, index) {
        return moneyAfterSymbol(bytes, index, symbol)
      }
      return nil
    }
    if !isSigned, let dated = dateOrTime(bytes, index) { return dated }
    if let code = code(bytes, start) {
      return ProtectedRange(range: index..<code.range.upperBound, kind: code.kind)
    }
    let end = numberEnd(bytes, start)
    if let version = versionEnd(bytes, start), version >= end {
      return ProtectedRange(range: index..<version, kind: .version)
    }
    return withUnit(bytes, index..<end)
  }

  private static func dateOrTime(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    if let end = DateRecognizer.figures(bytes, index) ?? DateRecognizer.dayFirst(bytes, index) {
      return ProtectedRange(range: index..<end, kind: .date)
    }
    return DateRecognizer.time(bytes, index).map { ProtectedRange(range: index..<$0, kind: .time) }
  }

  // MARK: - Codes and versions

  /// A run of letters, digits and inner dashes with both letters and digits: `ORD-12345`, `v1.2`.
  ///
  /// A number with an ending (`3rd`, `5GB`, `10k`) is no code.
  static func code(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    var end = index
    var letters = 0
    var digits = 0
    while end < bytes.count {
      let byte = bytes[end]
      if ByteClass.isDigit(byte) {
        digits += 1
      } else if ByteClass.isLetter(byte) {
        letters += 1
      } else if !"-_".utf8.contains(byte)
        || !ByteClass.isAlphanumeric(ByteClass.at(bytes, end + 1))
      {
        break
      }
      end += 1
    }
    guard letters > 0, digits > 0 else { return nil }
    let leading = ByteClass.digitsEnd(bytes, index) - index
    if leading > 0, leading + letters == end - index, letters <= 3 { return nil }
    if (bytes[index] | 0x20) == UInt8(ascii: "v"), let version = versionEnd(bytes, index + 1) {
      return ProtectedRange(range: index..<max(version, end), kind: .version)
    }
    return ProtectedRange(range: index..<end, kind: .identifier)
  }

  /// The end of `1.2.3` and `2.0.1-beta.2`; nil with fewer than two dots, or one after a "v".
  private static func versionEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var end = ByteClass.digitsEnd(bytes, index)
    guard end > index else { return nil }
    var dots = 0
    var groupsOfThree = true  // then it is a large number with dots, as in German
    while ByteClass.at(bytes, end) == UInt8(ascii: "."),
      ByteClass.isDigit(ByteClass.at(bytes, end + 1))
    {
      let close = ByteClass.digitsEnd(bytes, end + 1)
      if close != end + 4 { groupsOfThree = false }
      end = close
      dots += 1
    }
    let afterV = ByteClass.at(bytes, index - 1) | 0x20 == UInt8(ascii: "v")
    guard dots >= (afterV ? 1 : 2), afterV || !groupsOfThree else { return nil }
    if ByteClass.at(bytes, end) == UInt8(ascii: "-"),
      ByteClass.isLetter(ByteClass.at(bytes, end + 1))
    {
      var at = ByteClass.wordEnd(bytes, end + 1)
      while ByteClass.at(bytes, at) == UInt8(ascii: "."),
        ByteClass.isDigit(ByteClass.at(bytes, at + 1))
      {
        at = ByteClass.digitsEnd(bytes, at + 1)
      }
      return at
    }
    return end
  }

  // MARK: - Numbers

  /// The end of a number: groups of three after commas, dots or thin spaces, a fraction, a range.
  static func numberEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = ByteClass.digitsEnd(bytes, index)
    while ".,'/:-".utf8.contains(ByteClass.at(bytes, end)),
      ByteClass.isDigit(ByteClass.at(bytes, end + 1))
    {
      end = ByteClass.digitsEnd(bytes, end + 1)
    }
    // One to three digits, then groups of exactly three: 1 000 000.
    var groups = end - index <= 3
    while groups, ByteClass.at(bytes, end) == 0x20 {
      let close = ByteClass.digitsEnd(bytes, end + 1)
      groups = close == end + 4 && !ByteClass.isAlphanumeric(ByteClass.at(bytes, close))
      if groups { end = close }
    }
    return end
  }

  /// The number with the sign, currency or unit that follows it.
  private static func withUnit(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ProtectedRange {
    let end = range.upperBound
    let spaced = ByteClass.at(bytes, end) == 0x20 ? end + 1 : end
    if ByteClass.at(bytes, spaced) == UInt8(ascii: "%") {
      return ProtectedRange(range: range.lowerBound..<(spaced + 1), kind: .percentage)
    }
    if let symbol = currencyEnd(bytes, spaced),
      spaced == end || !ByteClass.isDigit(ByteClass.at(bytes, symbol))
    {
      return ProtectedRange(range: range.lowerBound..<symbol, kind: .money)
    }
    let wordEnd = ByteClass.wordEnd(bytes, spaced)
    if wordEnd > spaced, let kind = unit(bytes, spaced..<wordEnd) {
      return ProtectedRange(range: range.lowerBound..<wordEnd, kind: kind)
    }
    // Letters right after the digits belong to the number: 3rd, 10k, 5GB.
    return ProtectedRange(
      range: range.lowerBound..<ByteClass.wordEnd(bytes, end),
      kind: .number
    )
  }

  /// What a word after a number makes of it; nil for a word that is no unit.
  private static func unit(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ProtectedRange.Kind? {
    for word: StaticString in ["percent", "pct"] where isWord(bytes, range, word) {
      return .percentage
    }
    for word: StaticString in [
      "usd", "eur", "gbp", "chf", "jpy", "dollar", "dollars", "euro", "euros", "pound", "pounds",
      "cents", "bucks", "pesos", "yen",
    ] where isWord(bytes, range, word) {
      return .money
    }
    for word: StaticString in [
      "kg", "km", "cm", "mm", "mg", "ml", "lb", "lbs", "oz", "gb", "mb", "kb", "tb", "ghz", "mhz",
      "kwh", "mph", "ft",
    ] where isWord(bytes, range, word) {
      return .number
    }
    return nil
  }

  private static func isWord(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ word: StaticString
  ) -> Bool {
    guard word.utf8CodeUnitCount == range.count else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<range.count
      where bytes[range.lowerBound + offset] | 0x20 != buffer[offset] { return false }
      return true
    }
  }

  // MARK: - Money

  private static func moneyAfterSymbol(
    _ bytes: Span<UInt8>,
    _ index: Int,
    _ symbol: Int
  ) -> ProtectedRange? {
    let digits = ByteClass.at(bytes, symbol) == 0x20 ? symbol + 1 : symbol
    guard ByteClass.isDigit(ByteClass.at(bytes, digits)) else { return nil }
    let end = numberEnd(bytes, digits)
    return ProtectedRange(range: index..<ByteClass.wordEnd(bytes, end), kind: .money)
  }

  /// The end of a currency sign at an index: $, £, ¥, €, ₹.
  private static func currencyEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    switch ByteClass.at(bytes, index) {
    case UInt8(ascii: "$"): return index + 1
    case 0xC2:
      let next = ByteClass.at(bytes, index + 1)
      return next == 0xA3 || next == 0xA5 ? index + 2 : nil
    case 0xE2:
      let next = ByteClass.at(bytes, index + 2)
      return ByteClass.at(bytes, index + 1) == 0x82 && (next == 0xAC || next == 0xB9)
        ? index + 3 : nil
    default: return nil
    }
  }
}

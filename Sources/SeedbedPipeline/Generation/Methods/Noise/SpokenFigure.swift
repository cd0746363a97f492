import SeedbedText

/// A number, percentage or amount as it is said.
struct SpokenFigure {
  private let bytes: [UInt8]
  private let language: String
  private var index = 0

  /// Longer numbers without groups are read digit by digit, as codes are.
  private static let longestPlain = 4
  private static let longestNumber = 9

  private init(_ figure: String, _ language: String) {
    bytes = Array(figure.utf8)
    self.language = language
  }

  /// The words for a figure; nil where it is none that is read in one way.
  static func words(_ figure: String, language: String) -> String? {
    var reader = Self(figure, language)
    return reader.read()
  }

  private mutating func read() -> String? {
    let sign = readSign()
    let symbol = readCurrency()
    if symbol != nil { skipSpace() }
    guard let number = readNumber() else { return nil }
    skipSpace()
    let unit = symbol ?? readCurrency()
    if let unit {
      guard index == bytes.count else { return nil }
      return sign + amount(number, unit)
    }
    let rest = bytes[index...]
    if rest.elementsEqual("%".utf8) {
      guard let speech = SpeechWords.for(language: language) else { return nil }
      return sign + counting(plain(number)) + " " + speech.percent
    }
    guard rest.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
    let word = String(decoding: rest, as: UTF8.self).lowercased()
    if let currency = Currency.code(word) { return sign + amount(number, currency) }
    if word.isEmpty { return sign + plain(number) }
    if language == "en", ["st", "nd", "rd", "th"].contains(word) {
      guard number.fraction.isEmpty, let value = number.value else { return nil }
      return SpokenNumbers.englishOrdinal(value).map { sign + $0 }
    }
    return sign + counting(plain(number)) + " " + word
  }

  // MARK: - Reading

  private struct Number {
    /// The digits before the decimal mark.
    var digits: [UInt8]
    var fraction: [UInt8]
    var isGrouped: Bool

    var value: Int? {
      digits.count <= SpokenFigure.longestNumber
        ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
  }

  private mutating func readSign() -> String {
    guard let first = bytes.first, let words = SpeechWords.for(language: language) else {
      return ""
    }
    switch first {
    case UInt8(ascii: "+"):
      index = 1
      return words.plus + " "
    case UInt8(ascii: "-"):
      index = 1
      return language == "es" ? "menos " : language == "fr" ? "moins " : "minus "
    default: return ""
    }
  }

  private mutating func readCurrency() -> Currency? {
    for (symbol, currency) in Currency.symbols where bytes[index...].starts(with: symbol.utf8) {
      index += symbol.utf8.count
      return currency
    }
    return nil
  }

  private mutating func skipSpace() {
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
  }

  /// Digits in groups of three, and a fraction, by the marks of the language.
  private mutating func readNumber() -> Number? {
    var groups = [readDigits()]
    var marks: [UInt8] = []
    guard !groups[0].isEmpty else { return nil }
    while index + 1 < bytes.count, ".,' ".utf8.contains(bytes[index]), isDigit(index + 1) {
      marks.append(bytes[index])
      index += 1
      groups.append(readDigits())
    }
    let decimal = language == "en" ? UInt8(ascii: ".") : UInt8(ascii: ",")
    var fraction: [UInt8] = []
    if let last = marks.last {
      let isOnly = marks.count == 1 && groups[1].count != 3 && ".,".utf8.contains(last)
      if last == decimal || isOnly {
        fraction = groups.removeLast()
        marks.removeLast()
      }
    }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), marks.allSatisfy({ $0 != decimal }),
      groups.count == 1 || groups[0].count <= 3
    else { return nil }
    return Number(
      digits: Array(groups.joined()),
      fraction: fraction,
      isGrouped: groups.count > 1
    )
  }

  private mutating func readDigits() -> [UInt8] {
    let start = index
    while index < bytes.count, isDigit(index) { index += 1 }
    return Array(bytes[start..<index])
  }

  private func isDigit(_ index: Int) -> Bool { bytes[index] &- 0x30 < 10 }

  // MARK: - Saying

  private func plain(_ number: Number) -> String {
    var words = whole(number, isCode: !number.isGrouped && number.fraction.isEmpty)
    if !number.fraction.isEmpty, let mark = SpokenNumbers.decimalMark(language: language) {
      words += " " + mark + " " + spelled(number.fraction)
    }
    return words
  }

  private func whole(_ number: Number, isCode: Bool) -> String {
    let isLong = isCode && number.digits.count > Self.longestPlain
    if isLong || (number.digits.first == 0x30 && number.digits.count > 1) {
      return spelled(number.digits)
    }
    return number.value.flatMap { SpokenNumbers.cardinal($0, language: language) }
      ?? spelled(number.digits)
  }

  private func spelled(_ digits: [UInt8]) -> String {
    SpokenNumbers.spelled(digits, language: language) ?? String(decoding: digits, as: UTF8.self)
  }

  private func amount(_ number: Number, _ currency: Currency) -> String {
    let cents =
      number.fraction.count == 2 ? number.fraction.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
    guard number.fraction.isEmpty || number.fraction.count == 2 else {
      return plain(number) + " " + currency.name(language, isOne: false)
    }
    let words =
      counting(whole(number, isCode: false)) + " "
      + currency.name(language, isOne: number.value == 1)
    guard cents > 0, let small = SpokenNumbers.cardinal(cents, language: language) else {
      return words
    }
    return switch language {
    case "en": words + " and " + small + (cents == 1 ? " cent" : " cents")
    case "es": words + " con " + small
    default: words + " " + small
    }
  }

  /// A number before a noun: "veintiún", "ein".
  private func counting(_ words: String) -> String {
    switch language {
    case "es" where words.hasSuffix("veintiuno"): words.dropLast("uno".count) + "ún"
    case "es" where words.hasSuffix("uno"): String(words.dropLast())
    case "de" where words == "eins": "ein"
    default: words
    }
  }
}

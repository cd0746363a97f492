import SeedbedText

/// An amount of money or a percentage, taken apart.
struct WrittenAmount {
  private enum Unit {
    case percent
    case currency(Currency)
  }

  /// How a currency is written by language: its sign, and its name for one and for more.
  struct Currency {
    let sign: String
    let code: String?
    let one: String
    let more: String
  }

  private let number: DecimalDigits
  private let unit: Unit
  /// Whether nothing follows that the unit's name could not stand before: "$20 bill", "5 million".
  private let isFree: Bool

  /// Takes a figure apart; nil where there is more in it than a number and a unit.
  init?(_ bytes: Span<UInt8>, _ figure: ProtectedRange, _ language: String, _ words: [FoldedWord]) {
    var (start, end) = (figure.range.lowerBound, figure.range.upperBound)
    func isDigit(_ index: Int) -> Bool { bytes[index] &- 0x30 < 10 }
    while start < end, !isDigit(start) { start += 1 }
    while end > start, !isDigit(end - 1) { end -= 1 }
    guard start < end,
      let number = NumberNotation.read(bytes, start..<end, language: language)
    else { return nil }
    let before = Self.text(bytes, figure.range.lowerBound..<start)
    let after = Self.text(bytes, end..<figure.range.upperBound)
    guard before.isEmpty || after.isEmpty, let unit = Self.unit(before + after, language) else {
      return nil
    }
    self.number = number
    self.unit = unit
    isFree = Self.isFree(figure.range.upperBound, bytes, words, language)
  }

  /// The ways to write the amount.
  func forms(_ language: String) -> [String] {
    let numbers = NumberNotation.forms(of: number, language: language)
    let isOne = number.whole == "1" && number.fraction.isEmpty
    var forms: [String] = []
    for digits in numbers {
      switch unit {
      case .percent: forms += Self.percents(digits, language)
      case .currency(let currency):
        forms.append(language == "en" ? currency.sign + digits : "\(digits) \(currency.sign)")
        if let code = currency.code { forms.append("\(digits) \(code)") }
        if isFree { forms.append("\(digits) \(isOne ? currency.one : currency.more)") }
      }
    }
    return forms
  }

  private static func percents(_ digits: String, _ language: String) -> [String] {
    switch language {
    case "es": [digits + " %", digits + "%", digits + " por ciento"]
    case "fr": [digits + " %", digits + "%", digits + " pour cent"]
    case "de": [digits + " %", digits + "%", digits + " Prozent"]
    default: [digits + "%", digits + " percent", digits + " %"]
    }
  }

  private static func unit(_ text: String, _ language: String) -> Unit? {
    switch text.filter({ $0 != " " }).lowercased() {
    case "%", "percent", "pct": .percent
    case "€", "eur", "euro", "euros":
      .currency(
        Currency(sign: "€", code: "EUR", one: euro(1, language), more: euro(2, language))
      )
    case "£", "pound", "pounds":
      language == "en"
        ? .currency(Currency(sign: "£", code: nil, one: "pound", more: "pounds")) : nil
    case "$", "dollar", "dollars":
      language == "en"
        ? .currency(Currency(sign: "$", code: nil, one: "dollar", more: "dollars")) : nil
    default: nil
    }
  }

  private static func euro(_ count: Int, _ language: String) -> String {
    language == "de" ? "Euro" : count == 1 ? "euro" : "euros"
  }

  private static func isFree(
    _ end: Int,
    _ bytes: Span<UInt8>,
    _ words: [FoldedWord],
    _ language: String
  ) -> Bool {
    // The first word after the figure, by halving.
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < end { low = middle + 1 } else { high = middle }
    }
    guard low < words.count, words[low].gap == .space else { return true }
    let next = words[low]
    guard end < bytes.count, bytes[end] == 0x20 else { return end == bytes.count }
    return CourtesyLists.for(language: language)?.words.has(next.key, CourtesyWords.common) ?? false
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    for index in range { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

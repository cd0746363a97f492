import SeedbedText

/// The one spelling of a figure under which equal figures are equal.
struct FigureForm {
  /// The sign before the fraction where a single one could be either, as in 1.000.
  let decimalSign: UInt8

  init(language: String) {
    decimalSign = UInt8(ascii: ["de", "es", "fr", "it", "pt"].contains(language) ? "," : ".")
  }

  /// The spelling of a recognised figure.
  func spelling(_ figure: String, _ kind: ProtectedRange.Kind) -> String {
    switch kind {
    case .date: Self.date(figure)
    case .time: Self.time(figure)
    case .phone: "tel:" + figure.filter { $0.isASCII && $0.isNumber }
    case .version: figure.lowercased().hasPrefix("v") ? String(figure.dropFirst()) : figure
    default: amount(figure)
    }
  }

  // MARK: - Amounts

  private func amount(_ figure: String) -> String {
    let lower = figure.lowercased()
    guard let first = lower.firstIndex(where: \.isNumber),
      let last = lower.lastIndex(where: \.isNumber)
    else { return lower }
    let isNegative = lower[..<first].contains("-")
    var unit = (lower[..<first] + lower[lower.index(after: last)...])
      .filter { !$0.isWhitespace && $0 != "-" && $0 != "+" }
    guard var value = numeral(lower[first...last]) else {
      return lower.filter { !$0.isWhitespace }
    }
    switch unit {
    case "k" where !value.contains("."):
      value += "000"
      unit = ""
    case "st", "nd", "rd", "th": return "#" + value
    default: unit = AmountUnits.sign(String(unit))
    }
    return (isNegative ? "-" : "") + value + unit
  }

  /// The digits of a number without group signs, with a point before the fraction; nil for what is
  /// no single number ("3/4", "10-20").
  private func numeral(_ text: Substring) -> String? {
    let bytes = Array(text.utf8)
    let points = bytes.count { $0 == UInt8(ascii: ".") }
    let commas = bytes.count { $0 == UInt8(ascii: ",") }
    let last = bytes.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let decimal = last.flatMap { isDecimal(bytes, $0, points: points, commas: commas) ? $0 : nil }
    var whole: [UInt8] = [], fraction: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let decimal, index > decimal { fraction.append(byte) } else { whole.append(byte) }
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), 0x20: continue
      default: return nil
      }
    }
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    if !fraction.isEmpty { whole += [UInt8(ascii: ".")] + fraction }
    return String(decoding: whole, as: UTF8.self)
  }

  /// Whether the last point or comma is followed by a fraction and not by a group of three.
  private func isDecimal(_ bytes: [UInt8], _ place: Int, points: Int, commas: Int) -> Bool {
    if points > 0, commas > 0 { return true }
    if points + commas > 1 { return false }
    let isGroup = bytes.count - place == 4 && place <= 3 && bytes[0] != UInt8(ascii: "0")
    return !isGroup || bytes[place] == decimalSign
  }

  // MARK: - Dates and times

  /// The numbers of a date in their order; sorted where the month is a word, as then the order does
  /// not matter.
  private static func date(_ figure: String) -> String {
    var parts: [String] = []
    var hasWord = false
    for token in figure.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let digits = token.prefix { $0.isNumber }
      if !digits.isEmpty {
        parts.append(String(digits.drop { $0 == "0" }))
        if digits.count < token.count, token.contains("t"), token.last?.isNumber == true {
          parts.append(String(token.dropFirst(digits.count)))
        }
      } else if token != "of", token != "de" {
        hasWord = true
        parts.append(String(token.prefix(3)))
      }
    }
    return "date:" + (hasWord ? parts.sorted() : parts).joined(separator: "-")
  }

  private static func time(_ figure: String) -> String {
    let plain = figure.lowercased().filter { $0 != " " && $0 != "." }
    return "time:" + (plain.hasPrefix("0") ? plain.dropFirst() : plain[...])
  }
}

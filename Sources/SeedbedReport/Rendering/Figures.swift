import SeedbedData

/// Numbers as people read them, the same on every machine.
enum Figures {
  /// A whole number with commas between thousands.
  static func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number with a fixed number of decimals, 0…6.
  static func decimal(_ number: Double, _ places: Int = 3, signed: Bool = false) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return number.description }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    var text = String(scaled / scale)
    if places > 0 {
      let fraction = String(scaled % scale)
      text += "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
    }
    if scaled != 0, number < 0 { return "−" + text }
    return signed && scaled != 0 ? "+" + text : text
  }

  /// A share in per cent with one decimal; a dash where there is no whole.
  static func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : decimal(100 * Double(part) / Double(whole), 1) + " %"
  }

  /// A number and its noun: `1 row`, `2 rows`.
  static func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}

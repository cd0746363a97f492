import SeedbedKernels

/// Other numbers and sums of money: as long, as round, in the same groups and with the same unit.
enum NumberValues {
  /// Another number that counts or measures.
  ///
  /// None and one stay, as words round them agree with them; so do ratios and ranges.
  static func other(
    than value: String,
    _ language: String,
    _ random: inout CounterRandom
  ) -> String? {
    guard let form = NumberForm(value) else {
      return NumberWords.other(than: value, language, &random)
    }
    if let ordinal = ordinal(value, form, &random) { return ordinal }
    guard let drawn = drawn(form, &random) else { return nil }
    if value.utf8.contains(UInt8(ascii: "%")), isShare(form), !isShare(NumberForm(drawn)) {
      return nil
    }
    return drawn
  }

  /// Another sum of money in the same currency.
  static func amount(_ value: String, _ random: inout CounterRandom) -> String? {
    NumberForm(value).flatMap { drawn($0, &random) }
  }

  private static func isShare(_ form: NumberForm?) -> Bool {
    guard let form else { return false }
    let value = number(form.wholeDigits)
    return value < 100 || value == 100 && form.fractionDigits.allSatisfy { $0 == 0x30 }
  }

  private static func number(_ digits: [UInt8]) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  /// From half to twice the value, with as many digits and as many zeros at the end.
  private static func drawn(_ form: NumberForm, _ random: inout CounterRandom) -> String? {
    let digits = form.wholeDigits
    // A leading zero is a code's, unless it is all there is before the fraction.
    if digits.count > 1, digits[0] == 0x30 { return nil }
    let value = number(digits)
    if form.fraction.isEmpty, value <= 1 { return nil }
    let fraction = fraction(form.fractionDigits, isAll: value == 0, &random)
    let zeros = value == 0 ? 0 : digits.reversed().prefix { $0 == 0x30 }.count
    var step = 1
    for _ in 0..<zeros { step *= 10 }
    let units = value / step
    // One digit has few neighbours: all of them but none and one will do.
    let least = units < 10 ? (zeros == 0 && form.fraction.isEmpty ? 2 : 1) : (units + 1) / 2
    var most = units < 10 ? 9 : units * 2
    var ceiling = 1
    for _ in 0..<(digits.count - zeros) { ceiling *= 10 }
    most = min(most, ceiling - 1)
    let floor = max(least, digits.count - zeros > 1 ? ceiling / 10 : 0)
    guard value > 0 else { return form.filled(digits, fraction) }
    guard most > floor else { return nil }
    for _ in 0..<16 {
      let other = floor + random.index(below: most - floor + 1)
      // Another zero at the end would make it rounder than it was.
      if other == units || other % 10 == 0 { continue }
      let text = Array(String(other * step).utf8)
      guard text.count == digits.count else { continue }
      return form.filled(text, fraction)
    }
    return nil
  }

  /// Prices end in 99, 95, 50 or nothing; such endings stay.
  private static func fraction(
    _ digits: [UInt8],
    isAll: Bool,
    _ random: inout CounterRandom
  ) -> [UInt8] {
    let text = String(decoding: digits, as: UTF8.self)
    if digits.isEmpty || !isAll && ["00", "0", "50", "5", "95", "99", "9"].contains(text) {
      return digits
    }
    return digits.enumerated().map { place, digit in
      // Zeros in front say how small it is.
      if isAll, digit == 0x30, digits[..<place].allSatisfy({ $0 == 0x30 }) { return digit }
      return 0x31 + UInt8(random.index(below: 9))
    }
  }

  /// `2nd`, `3rd`, `21st`: the ending follows the number.
  private static func ordinal(
    _ value: String,
    _ form: NumberForm,
    _ random: inout CounterRandom
  ) -> String? {
    guard ["st", "nd", "rd", "th"].contains(form.tail.lowercased()), form.fraction.isEmpty else {
      return nil
    }
    let old = number(form.wholeDigits)
    let most = old <= 10 ? 10 : old <= 31 ? 31 : min(old, 1_000_000) * 2
    var other = 2 + random.index(below: most - 1)
    if other == old { other = other == most ? 2 : other + 1 }
    return String(other) + ending(other)
  }

  static func ending(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}

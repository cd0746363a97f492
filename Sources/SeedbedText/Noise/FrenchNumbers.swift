/// French number words of France, without hyphens.
enum FrenchNumbers {
  static func words(_ number: Int) -> String {
    switch number {
    case 0..<17: return small[number]
    case 17..<20: return "dix " + small[number - 10]
    case 20..<70: return tens[number / 10] + tail(number % 10)
    case 70..<80: return number == 71 ? "soixante et onze" : "soixante " + words(number - 60)
    case 80: return "quatre vingts"
    case 81..<100: return "quatre vingt " + words(number - 80)
    case 100..<1000: return hundreds(number)
    case 1000..<2000: return "mille" + rest(number % 1000)
    case 2000..<1_000_000: return counted(number / 1000) + " mille" + rest(number % 1000)
    default:
      let millions = number / 1_000_000
      return words(millions) + (millions == 1 ? " million" : " millions")
        + rest(number % 1_000_000)
    }
  }

  private static func hundreds(_ number: Int) -> String {
    let (count, left) = (number / 100, number % 100)
    if count == 1 { return "cent" + rest(left) }
    return small[count] + (left == 0 ? " cents" : " cent" + rest(left))
  }

  /// Before "mille" the plural s of "vingts" and "cents" is dropped.
  private static func counted(_ number: Int) -> String {
    let words = words(number)
    return words.hasSuffix("vingts") || words.hasSuffix("cents") ? String(words.dropLast()) : words
  }

  private static func tail(_ digit: Int) -> String {
    digit == 0 ? "" : digit == 1 ? " et un" : " " + small[digit]
  }

  private static func rest(_ number: Int) -> String { number == 0 ? "" : " " + words(number) }

  private static let small = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
  ]
  private static let tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"]
}

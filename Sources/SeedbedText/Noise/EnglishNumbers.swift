/// English number words.
enum EnglishNumbers {
  static func words(_ number: Int) -> String {
    switch number {
    case 0..<20: return small[number]
    case 20..<100: return tens[number / 10] + rest(number % 10)
    case 100..<1000: return small[number / 100] + " hundred" + rest(number % 100)
    case 1000..<1_000_000: return words(number / 1000) + " thousand" + rest(number % 1000)
    default: return words(number / 1_000_000) + " million" + rest(number % 1_000_000)
    }
  }

  /// The ordinal of a cardinal number: only the last word changes.
  static func ordinal(_ cardinal: String) -> String {
    var words = cardinal.split(separator: " ").map(String.init)
    guard let last = words.popLast() else { return cardinal }
    words.append(ordinals[last] ?? (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th"))
    return words.joined(separator: " ")
  }

  private static func rest(_ number: Int) -> String { number == 0 ? "" : " " + words(number) }

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let ordinals = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
  ]
}

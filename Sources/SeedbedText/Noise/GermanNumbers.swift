/// German number words: what is below a million is one word.
enum GermanNumbers {
  static func words(_ number: Int) -> String {
    switch number {
    case 0..<1_000_000: return word(number)
    case 1_000_000..<2_000_000: return "eine million" + rest(number % 1_000_000)
    default: return word(number / 1_000_000) + " millionen" + rest(number % 1_000_000)
    }
  }

  private static func word(_ number: Int) -> String {
    switch number {
    case 0..<20: return small[number]
    case 20..<100:
      let unit = number % 10
      return (unit == 0 ? "" : counted(unit) + "und") + tens[number / 10]
    case 100..<1000: return counted(number / 100) + "hundert" + tail(number % 100)
    default: return counted(number / 1000) + "tausend" + tail(number % 1000)
    }
  }

  /// The form before another part of the word: "eins" loses its s.
  private static func counted(_ number: Int) -> String {
    let word = word(number)
    return word.hasSuffix("eins") ? String(word.dropLast()) : word
  }

  private static func tail(_ number: Int) -> String { number == 0 ? "" : word(number) }

  private static func rest(_ number: Int) -> String { number == 0 ? "" : " " + word(number) }

  private static let small = [
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
    "neunzehn",
  ]
  private static let tens = [
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
    "neunzig",
  ]
}

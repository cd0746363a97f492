/// Spanish number words, masculine and without a noun after them.
enum SpanishNumbers {
  static func words(_ number: Int) -> String {
    switch number {
    case 0..<30: return small[number]
    case 30..<100: return tens[number / 10] + (number % 10 == 0 ? "" : " y " + small[number % 10])
    case 100: return "cien"
    case 101..<1000: return hundreds[number / 100] + rest(number % 100)
    case 1000..<2000: return "mil" + rest(number % 1000)
    case 2000..<1_000_000: return counted(number / 1000) + " mil" + rest(number % 1000)
    case 1_000_000..<2_000_000: return "un millón" + rest(number % 1_000_000)
    default: return counted(number / 1_000_000) + " millones" + rest(number % 1_000_000)
    }
  }

  /// The form before "mil" and "millones": veintiún, treinta y un.
  private static func counted(_ number: Int) -> String {
    let words = words(number)
    if words.hasSuffix("veintiuno") { return words.dropLast("uno".count) + "ún" }
    return words.hasSuffix("uno") ? String(words.dropLast()) : words
  }

  private static func rest(_ number: Int) -> String { number == 0 ? "" : " " + words(number) }

  private static let small = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
    "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let tens = [
    "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]
  private static let hundreds = [
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos",
    "setecientos", "ochocientos", "novecientos",
  ]
}

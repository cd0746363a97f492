/// What currencies are called.
struct Currency {
  private let english: (one: String, many: String)
  private let spanish: (one: String, many: String)
  private let french: (one: String, many: String)
  private let german: String

  func name(_ language: String, isOne: Bool) -> String {
    switch language {
    case "es": isOne ? spanish.one : spanish.many
    case "fr": isOne ? french.one : french.many
    case "de": german
    default: isOne ? english.one : english.many
    }
  }

  static func code(_ word: String) -> Currency? {
    switch word {
    case "usd", "dollar", "dollars", "bucks": dollar
    case "eur", "euro", "euros": euro
    case "gbp", "pound", "pounds": pound
    case "jpy", "yen": yen
    default: nil
    }
  }

  static let symbols: [(symbol: String, currency: Currency)] = [
    ("$", dollar), ("€", euro), ("£", pound), ("¥", yen),
  ]

  private static let dollar = Self(
    english: ("dollar", "dollars"),
    spanish: ("dólar", "dólares"),
    french: ("dollar", "dollars"),
    german: "dollar"
  )
  private static let euro = Self(
    english: ("euro", "euros"),
    spanish: ("euro", "euros"),
    french: ("euro", "euros"),
    german: "euro"
  )
  private static let pound = Self(
    english: ("pound", "pounds"),
    spanish: ("libra", "libras"),
    french: ("livre", "livres"),
    german: "pfund"
  )
  private static let yen = Self(
    english: ("yen", "yen"),
    spanish: ("yen", "yenes"),
    french: ("yen", "yens"),
    german: "yen"
  )
}

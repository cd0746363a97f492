/// One sign for each unit of an amount, however it is written.
enum AmountUnits {
  /// The sign for each word that may stand for it.
  static let words: [(word: String, sign: String)] = [
    ("dollar", "usd"), ("dollars", "usd"), ("usd", "usd"), ("bucks", "usd"),
    ("euro", "eur"), ("euros", "eur"), ("eur", "eur"),
    ("pound", "gbp"), ("pounds", "gbp"), ("gbp", "gbp"),
    ("yen", "jpy"), ("jpy", "jpy"), ("percent", "%"), ("pct", "%"),
  ]

  /// The sign of a unit in lower case; the unit itself when it has no other spelling.
  static func sign(_ unit: String) -> String {
    switch unit {
    case "$": "usd"
    case "€": "eur"
    case "£": "gbp"
    case "¥": "jpy"
    case "₹": "inr"
    default: words.first { $0.word == unit }?.sign ?? unit
    }
  }
}

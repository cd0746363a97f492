/// The characters that Unicode noise puts into a text.
enum UnicodeTables {
  /// For each ASCII letter those of other scripts that look like it.
  static let lookAlikes: [[String]] = {
    var table = Array(repeating: [String](), count: 128)
    for (letter, others) in pairs {
      table[Int(letter.value)] = others.unicodeScalars.map(String.init)
    }
    return table
  }()

  /// Characters without width, the common ones first.
  static let zeroWidth = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}"]

  /// Marks that sit on or under a Latin letter.
  static let combining = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}",
    "\u{30A}", "\u{30C}", "\u{323}", "\u{327}", "\u{331}", "\u{332}",
  ]

  /// Marks of direction that change nothing between letters of one direction.
  static let directions = ["\u{200E}", "\u{200F}", "\u{61C}"]

  /// Marks round a run of one direction; the second closes what the first opens.
  static let isolates = [
    ("\u{2066}", "\u{2069}"), ("\u{2067}", "\u{2069}"), ("\u{2068}", "\u{2069}"),
    ("\u{202A}", "\u{202C}"),
  ]

  /// Cyrillic and Greek letters that look like Latin ones.
  private static let pairs: [(Unicode.Scalar, String)] = [
    ("a", "аα"), ("b", "Ь"), ("c", "сϲ"), ("d", "ԁ"), ("e", "е"), ("h", "һ"), ("i", "іι"),
    ("j", "јϳ"), ("k", "кκ"), ("l", "ӏ"), ("m", "м"), ("o", "оοσ"), ("p", "рρ"), ("q", "ԛ"),
    ("s", "ѕ"), ("t", "тτ"), ("u", "υ"), ("v", "νѵ"), ("w", "ԝω"), ("x", "хχ"), ("y", "уγ"),
    ("A", "АΑ"), ("B", "ВΒ"), ("C", "СϹ"), ("E", "ЕΕ"), ("H", "НΗ"), ("I", "ІΙ"), ("J", "Ј"),
    ("K", "КΚ"), ("M", "МΜ"), ("N", "Ν"), ("O", "ОΟ"), ("P", "РΡ"), ("S", "Ѕ"), ("T", "ТΤ"),
    ("V", "Ѵ"), ("X", "ХΧ"), ("Y", "ΥҮ"), ("Z", "Ζ"),
  ]
}

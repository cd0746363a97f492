/// A way to write a letter so that people still read it and a program may not.
enum Disguise: String, CaseIterable {
  case leetspeak, homoglyphs
  case zeroWidth = "zero_width"

  /// The substitutes for each byte of ASCII, of which the draw chooses; empty where there is none.
  var table: [[String]] {
    switch self {
    case .leetspeak: Self.digits
    case .homoglyphs: Self.lookAlikes
    case .zeroWidth: Self.invisible
    }
  }

  /// Whether the substitute comes before the letter, which stays.
  var isInserted: Bool { self == .zeroWidth }

  private static let digits = table([
    "a": ["4", "@"], "b": ["8"], "e": ["3"], "g": ["9"], "i": ["1"], "o": ["0"], "s": ["5", "$"],
    "t": ["7"], "z": ["2"],
  ]) { letter, table in table[letter - 32] = table[letter] }

  /// Cyrillic and Greek letters that look like Latin ones in most typefaces.
  private static let lookAlikes = table([
    "A": ["\u{410}", "\u{391}"], "B": ["\u{412}", "\u{392}"], "C": ["\u{421}"],
    "E": ["\u{415}", "\u{395}"], "H": ["\u{41D}", "\u{397}"], "I": ["\u{406}", "\u{399}"],
    "J": ["\u{408}"], "K": ["\u{41A}", "\u{39A}"], "M": ["\u{41C}", "\u{39C}"], "N": ["\u{39D}"],
    "O": ["\u{41E}", "\u{39F}"], "P": ["\u{420}", "\u{3A1}"], "S": ["\u{405}"],
    "T": ["\u{422}", "\u{3A4}"], "W": ["\u{51C}"], "X": ["\u{425}", "\u{3A7}"],
    "Y": ["\u{4AE}", "\u{3A5}"], "Z": ["\u{396}"], "a": ["\u{430}"], "c": ["\u{441}"],
    "d": ["\u{501}"], "e": ["\u{435}"], "h": ["\u{4BB}"], "i": ["\u{456}"], "j": ["\u{458}"],
    "l": ["\u{4CF}"], "o": ["\u{43E}", "\u{3BF}"], "p": ["\u{440}"], "q": ["\u{51B}"],
    "s": ["\u{455}"], "v": ["\u{475}", "\u{3BD}"], "w": ["\u{51D}"], "x": ["\u{445}"],
    "y": ["\u{443}"],
  ])

  /// Zero-width space, non-joiner, joiner and word joiner.
  private static let invisible = table(
    Dictionary(
      uniqueKeysWithValues: "abcdefghijklmnopqrstuvwxyz".map {
        ($0, ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}"])
      }
    )
  ) { letter, table in table[letter - 32] = table[letter] }

  /// Puts substitutes at the places of their letters.
  private static func table(
    _ substitutes: [Character: [String]],
    _ alsoFor: (Int, inout [[String]]) -> Void = { _, _ in }
  ) -> [[String]] {
    var table = [[String]](repeating: [], count: 128)
    for (letter, others) in substitutes {
      guard let place = letter.asciiValue.map(Int.init) else { continue }
      table[place] = others
      alsoFor(place, &table)
    }
    return table
  }
}

import SeedbedKernels
import SeedbedPipeline

/// Makes texts that are hard to handle, each from a number.
struct UnicodeFuzz {
  private var random: CounterRandom
  private var scalars = String.UnicodeScalarView()

  /// The seed of a number: a text with marks, a language, a label and a rate.
  static func seed(_ number: Int) -> Seed {
    var fuzz = UnicodeFuzz(
      random: CounterRandom(seed: 20, sample: UInt64(number), operation: 1, draw: 0)
    )
    return fuzz.seed(isLong: number % 2_000 == 1_999)
  }

  private init(random: CounterRandom) { self.random = random }

  private mutating func seed(isLong: Bool) -> Seed {
    let pieces = isLong ? 2_000 : random.index(below: 14)
    for _ in 0..<pieces { appendPiece() }
    let text = String(scalars)
    return Seed(
      reading: text,
      language: ["en", "en", "es", "fr", "de", "ja", "xx", nil][random.index(below: 8)],
      label: random.chance(0.5) ? "card_arrival" : nil,
      marks: marks(of: text),
      rate: random.chance(0.3) ? random.unit() * 40 : nil
    )
  }

  /// Up to three marks at borders of scalars, which may touch, lie in each other or be empty.
  private mutating func marks(of text: String) -> [Seed.Mark] {
    guard random.chance(0.6) else { return [] }
    var borders = [0]
    for scalar in text.unicodeScalars {
      borders.append(borders[borders.count - 1] + UTF8.width(scalar))
    }
    return (0..<(1 + random.index(below: 3))).map { _ in
      let first = borders[random.index(below: borders.count)]
      let second = borders[random.index(below: borders.count)]
      return Seed.Mark(min(first, second)..<max(first, second), label: "part")
    }
  }

  private mutating func appendPiece() {
    switch random.index(below: 16) {
    case 0...4: appendWord(Self.words)
    case 5: appendWord(Self.figures)
    case 6: appendWord(Self.hard)
    case 7: for _ in 0...random.index(below: 6) { appendAnyScalar() }
    case 8: appendMarks(1 + random.index(below: 20))
    case 9: appendFrom(0x00..<0x20, 3)
    case 10: appendFrom(0x5D0..<0x6D4, 9)
    case 11: append(Self.emoji[random.index(below: Self.emoji.count)])
    case 12: appendFrom(0x80..<0x250, 7)
    case 13: append(Self.separators[random.index(below: Self.separators.count)])
    case 14: appendFrom(0x20..<0x7F, 12)
    default: appendFrom(0x61..<0x7B, 1 + random.index(below: random.chance(0.05) ? 300 : 12))
    }
    if random.chance(0.7) { append(" ") }
  }

  private mutating func append(_ text: String) { scalars.append(contentsOf: text.unicodeScalars) }

  private mutating func appendWord(_ words: [String]) {
    append(words[random.index(below: words.count)])
    if random.chance(0.1) { appendMarks(1) }
    if random.chance(0.2) {
      append([",", ".", "?", "!", "'", "\"", "…", ";"][random.index(below: 8)])
    }
  }

  private mutating func appendMarks(_ count: Int) { appendFrom(0x300..<0x370, count) }

  private mutating func appendFrom(_ range: Range<UInt32>, _ count: Int) {
    for _ in 0..<count {
      let value = range.lowerBound + UInt32(random.index(below: range.count))
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
  }

  /// A scalar of any plane, assigned or not.
  private mutating func appendAnyScalar() {
    let top: UInt32 = random.chance(0.5) ? 0x1_0000 : 0x11_0000
    if let scalar = Unicode.Scalar(UInt32(random.index(below: Int(top)))) { scalars.append(scalar) }
  }

  private static let words = [
    "please", "I", "don't", "can’t", "it's", "not", "never", "CARD", "Card", "card", "cards",
    "transfer", "transferred", "going", "to", "the", "an", "apple", "because", "you", "are", "is",
    "waiting", "for", "my", "new", "money", "account", "help", "asap", "Hello", "thanks", "no",
    "tarjeta", "también", "¿dónde", "está", "niño", "l'été", "aujourd'hui", "qu'il", "geht's",
    "Straße", "größer", "nicht", "kein", "happy", "angry", "better", "best", "children", "won't",
    "gonna", "two", "hundred", "first", "London", "Anna", "Müller", "Monday", "March", "I'm",
  ]

  private static let figures = [
    "12", "3.50", "1,234.56", "$20", "20 €", "2024-03-01", "03/04/2025", "10:30", "5pm", "50%",
    "v2.1.0", "a@b.co", "https://x.example/a?b=1", "+49 30 1234567", "#tag", "@name", "AB-1234",
    "{{slot}}", "`code`", "\"quoted text\"", "«cité»", "“so”", "1e9", "0", "007", "1st", "3 kg",
  ]

  private static let hard = [
    "ﬁne", "İstanbul", "ıssız", "ΣΊΣΥΦΟΣ", "ǅ", "Å", "A\u{30A}", "ß", "ẞ", "क्षत्रिय", "한국어", "각",
    "ไทย", "日本語", "私の", "\u{200B}x", "x\u{200D}y", "a\u{AD}b", "\u{202E}abc\u{202C}", "\u{FEFF}",
    "ᄀᄀ각ᆨᆨ", "e\u{301}\u{328}", "ﷺ", "𝒳", "𐍈", "\u{1F3FB}", "\u{FE0F}", "\u{20E3}", "''", "--",
  ]

  private static let emoji = [
    "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "🇩🇪🇫🇷", "🇩", "1️⃣", "❤️", "😀", "👨🏿‍🦰", "\u{200D}", "🧑‍",
  ]

  private static let separators = [
    "\r\n", "\n", "\t", "\u{A0}", "\u{2028}", "\u{3000}", "  ", "\u{85}", "\r", " \u{301}", ". ",
    ", ",
  ]
}

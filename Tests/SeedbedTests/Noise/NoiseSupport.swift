import SeedbedData
import SeedbedKernels
import SeedbedPipeline

/// Names and texts for the tests of noise.
enum NoiseSupport {
  /// The methods that change a few places of a text, as many as the rate says.
  static let scattered = [
    "misspelling", "keyboard", "characters", "ocr", "whitespace", "word_split", "word_merge",
    "unicode_homoglyphs", "unicode_zero_width", "unicode_full_width", "unicode_combining",
    "unicode_bidi_marks",
  ]

  /// Every noise method.
  static let all = scattered + ["casing", "punctuation", "speech", "mobile"]

  /// The parts that random texts are put together from: scripts, marks, joiners, signs, controls.
  private static let pieces = [
    "word", "Because", "DON'T", "don’t", "received", "it's", "naïve", "Straße", "señor", "über",
    "карта", "مرحبا", "שלום", "カード", "银行", "한국어", "नमस्ते", "ไทย", "12.50", "$5", "3rd", "a@b.example",
    "\u{301}", "\u{300}\u{323}", "\u{200D}", "\u{200B}", "\u{FEFF}", "👩‍👩‍👧", "🇩🇪", "1️⃣", "\u{0}",
    "\u{1}",
    "\r\n", "\n", "\t", "\u{A0}", "  ", ",", ".", "?!", "…", "¿", "“", "”", "'", "''", "&", "%",
    "-",
    "\u{202E}", "\u{2066}", "ﬁ", "Ａ", "İ", "ß", "not", "never", "no", "you", "please", "\u{10FFFF}",
  ]

  /// A random text of up to some parts, with or without spaces between them.
  static func randomText(_ random: inout CounterRandom, parts: Int = 16) -> String {
    var text = ""
    for _ in 0..<random.index(below: parts) {
      if random.chance(0.1) {
        text.unicodeScalars.append(randomScalar(&random))
      } else {
        text += pieces[random.index(below: pieces.count)]
      }
      if random.chance(0.6) { text += " " }
    }
    return text
  }

  private static func randomScalar(_ random: inout CounterRandom) -> Unicode.Scalar {
    let plane = random.chance(0.7) ? 0x3000 : 0x11_0000
    return Unicode.Scalar(UInt32(random.index(below: plane))) ?? "\u{FFFD}"
  }

  static func random(_ name: String, sample: Int, draw: Int = 0) -> CounterRandom {
    CounterRandom(
      seed: 7,
      sample: UInt64(sample),
      operation: hash64(name),
      draw: UInt64(draw)
    )
  }

  /// A sentence of common words, another for each number.
  static func sentence(_ number: Int, words: Int) -> String {
    let vocabulary = [
      "yesterday", "customer", "payment", "receive", "account", "window", "garden", "believe",
      "together", "different", "morning", "question", "tomorrow", "picture", "colour", "station",
      "letter", "family", "problem", "summer",
    ]
    var random = CounterRandom(seed: 3, sample: UInt64(number), operation: 1, draw: 0)
    return (0..<words).map { _ in vocabulary[random.index(below: vocabulary.count)] }
      .joined(separator: " ")
  }

  /// The varied text, read as the program reads it; nil where there is nothing to change.
  static func varied(
    _ name: String,
    _ text: String,
    language: String? = "en",
    companions: [String] = [],
    draw: Int = 0
  ) throws -> String? {
    let seed = Seed(reading: text, language: language, companions: companions)
    var random = random(name, sample: 0, draw: draw)
    return try variation(GenerationSupport.registry.transform(named: name), seed, &random)?.text
  }

  /// The different texts that many draws give, read as the program reads them.
  static func results(
    _ name: String,
    _ text: String,
    language: String? = "en",
    draws: Int = 200
  ) throws -> Set<String> {
    var texts: Set<String> = []
    for draw in 0..<draws {
      if let text = try varied(name, text, language: language, draw: draw) { texts.insert(text) }
    }
    return texts
  }

  static func variation(
    _ method: some TransformMethod,
    _ seed: Seed,
    _ random: inout CounterRandom
  ) -> Variation? {
    method.variation(of: seed, random: &random)
  }
}

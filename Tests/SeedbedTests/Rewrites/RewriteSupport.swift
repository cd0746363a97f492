import FoundationEssentials
import SeedbedData
import SeedbedKernels
import SeedbedPipeline

/// What the tests of rewriting methods share.
enum RewriteSupport {
  /// The methods that say the same in another form.
  static let rewrites = [
    "contractions", "abbreviations", "number_format", "date_format", "passive", "clause_order",
    "question_form", "register", "fillers", "courtesy", "greeting", "sign_off", "format_list",
    "format_table", "format_json", "format_email", "format_chat", "format_form", "format_prose",
  ]
  /// The methods that turn the label round.
  static let counterfactuals = ["negation", "antonym", "polarity"]

  static func variation(
    _ name: String,
    _ seed: Seed,
    sample: Int = 0,
    draw: Int = 0
  ) throws -> Variation? {
    var random = CounterRandom(
      seed: 7,
      sample: UInt64(sample),
      operation: hash64(name),
      draw: UInt64(draw)
    )
    return try GenerationSupport.registry.transform(named: name).variation(
      of: seed,
      random: &random
    )
  }

  /// The different texts that many draws give for a text read as the program reads it.
  static func texts(
    _ name: String,
    _ text: String,
    language: String? = "en",
    label: String? = nil,
    marks: [Seed.Mark] = [],
    companions: [String] = [],
    draws: Int = 120
  ) throws -> Set<String> {
    let seed = Seed(
      reading: text,
      language: language,
      label: label,
      marks: marks,
      companions: companions
    )
    var texts: Set<String> = []
    for draw in 0..<draws {
      if let variation = try variation(name, seed, draw: draw) { texts.insert(variation.text) }
    }
    return texts
  }

  /// Texts that are hard to handle, of every script and of none.
  static func wildText(_ random: inout CounterRandom) -> String {
    let pieces = [
      "I", "don't", "he's", " ", " ", " ", "  ", ",", ", ", ".", ". ", "!", "?", "\n", "\r\n", "\t",
      "not", "if", "because", "They blocked", "my card", "3 cards", "$1,234.50", "5%", "5 pm",
      "2024-05-03", "13/05/2024", "May 3, 2024", "\u{0}", "\u{301}", "e\u{301}", "👩‍👩‍👧‍👦", "🇩🇪",
      "\u{200D}",
      "¿", "¡", "ñ", "ß", "É", "’", "“quoted text”", "\"", "\\", "{{name}}", "`x`", "- ", "1. ",
      "•",
      "私の", "مرحبا", "не", "|", "-", "no", "ne", "pas", "c'est", "nicht", "kein", "ist gut", "good",
      "All", "Some", "always", "I want to", "¿Cómo puedo", "\u{A0}", "\u{202F}", "ﬁ", "İ",
      "a\u{300}",
      "please", "u", "asap.", "etc.", "v1.2.3", "@me", "#tag", "https://a.example/x?y=1",
    ]
    var text = ""
    for _ in 0..<random.index(below: 24) {
      text += pieces[random.index(below: pieces.count)]
      if random.chance(0.5) { text += " " }
    }
    return text
  }
}

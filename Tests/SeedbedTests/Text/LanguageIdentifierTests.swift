import FoundationEssentials
import SeedbedText
import Testing

@Suite("Language identification")
struct LanguageIdentifierTests {
  @Test(
    "tells the language of a plain sentence",
    arguments: [
      ("I would like to return the shoes that I bought yesterday.", "en"),
      ("Necesito ayuda con mi pedido, todavía no ha llegado.", "es"),
      ("Je voudrais annuler ma commande s'il vous plaît.", "fr"),
      ("Wo ist mein Paket? Ich warte schon seit zwei Wochen.", "de"),
    ]
  )
  func sentences(_ text: String, _ code: String) {
    let guess = LanguageIdentifier(languages: ["en", "es", "fr", "de"]).identify(text)
    #expect(guess.code == code)
    #expect(guess.score > 0.5)
  }

  @Test(
    "says unknown when nothing in the text shows its language",
    arguments: [
      "", " ", "ok", "no", "refund pls", "12345", "😀👍", "ORD-5512", "x", "!!!", "me", "card",
      "https", "$20", "\u{0}", "a",
    ]
  )
  func unknown(_ text: String) {
    let guess = LanguageIdentifier(languages: ["en", "es", "fr", "de"]).identify(text)
    #expect(guess == LanguageGuess(code: nil, score: 0))
  }

  @Test(
    "one telling word is evidence enough",
    arguments: [
      ("hola", "es"), ("gracias", "es"), ("thanks", "en"), ("bonjour", "fr"), ("danke", "de"),
    ]
  )
  func tellingWords(_ text: String, _ code: String) {
    let guess = LanguageIdentifier(languages: ["en", "es", "fr", "de"]).identify(text)
    #expect(guess.code == code)
    #expect(guess.score > 0 && guess.score <= 0.8)
  }

  @Test(
    "a text in a language outside the project is unknown",
    arguments: [
      "Necesito ayuda con mi pedido, todavía no ha llegado.",
      "Je voudrais annuler ma commande s'il vous plaît.",
      "Где мой заказ? Я жду уже две недели.", "これは日本語の文です。", "这是一个中文句子。",
    ]
  )
  func outside(_ text: String) {
    #expect(LanguageIdentifier(languages: ["en"]).identify(text).code == nil)
  }

  @Test(
    "the script decides where only one language is written in it",
    arguments: [
      ("да", ["ru", "en"], "ru"), ("こんにちは", ["ja", "zh"], "ja"), ("订单", ["zh", "en"], "zh"),
      ("注文", ["ja"], "ja"), ("Γειά σου", [], "el"), ("안녕하세요", [], "ko"), ("สวัสดี", [], "th"),
      ("مرحبا", ["ar"], "ar"), ("नमस्ते", ["hi"], "hi"),
    ]
  )
  func scripts(_ text: String, _ languages: [String], _ code: String) {
    #expect(LanguageIdentifier(languages: languages).identify(text).code == code)
  }

  @Test("bytes that are not UTF-8 are unknown, and do not crash")
  func invalidBytes() {
    let identifier = LanguageIdentifier(languages: [])
    let texts: [[UInt8]] = [
      [0xFF, 0xFE, 0x41], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98],
      Array("hello there my friend ".utf8) + [0x80, 0xC0, 0xAF],
    ]
    for bytes in texts { #expect(identifier.identify(bytes.span).code == nil) }
  }

  @Test("a text longer than the library reads is cut between scalars")
  func longText() {
    let text = String(repeating: "El pedido llegó en mañana señor ñandú. ", count: 3000)
    for shift in 0..<4 {
      let shifted = String(repeating: "a", count: shift) + text
      #expect(LanguageIdentifier(languages: ["es", "en"]).identify(shifted).code == "es")
    }
  }

  @Test("the languages of a collection come most common first")
  func detectLanguages() {
    let english = Array(repeating: "Where is the order that I placed on your site?", count: 60)
    let spanish = Array(repeating: "¿Dónde está el pedido que hice en su tienda?", count: 39)
    let one = ["Je voudrais annuler ma commande s'il vous plaît."]
    let found = LanguageIdentifier.detectLanguages(in: spanish + one + english)
    #expect(found == ["en", "es"])
    #expect(LanguageIdentifier.detectLanguages(in: one) == ["fr"])
    #expect(LanguageIdentifier.detectLanguages(in: ["ok", "12"]) == [])
  }

  @Test(
    "short sentences of Tatoeba are told apart",
    .enabled(if: TextResources.shared != nil, "the shared datasets are not on this machine"),
    arguments: [["en", "es"], ["en", "es", "fr", "de"]]
  )
  func tatoeba(_ languages: [String]) throws {
    let shared = try #require(TextResources.shared)
    let files = ["es": "spa", "fr": "fra", "de": "deu"]
    let identifier = LanguageIdentifier(languages: languages)
    var right = 0
    var wrong = 0
    var total = 0
    for (code, name) in files.sorted(by: { $0.key < $1.key }) where languages.contains(code) {
      let base = shared + "/data/tatoeba-parallel/tatoeba.\(name)-eng."
      for (expected, ending) in [(code, name), ("en", "eng")] {
        let text = try String(contentsOf: URL(filePath: base + ending), encoding: .utf8)
        for line in text.split(separator: "\n") {
          let guess = identifier.identify(String(line)).code
          total += 1
          if guess == expected { right += 1 } else if guess != nil { wrong += 1 }
        }
      }
    }
    #expect(Double(right) / Double(total) > 0.95)
    #expect(Double(wrong) / Double(total) < 0.01)
  }

  @Test("the same text gives the same answer from many tasks at once")
  func threads() async {
    let texts = ["Where is my card?", "¿Dónde está mi tarjeta?", "hola", "ok", "Où est ma carte ?"]
    let identifier = LanguageIdentifier(languages: ["en", "es", "fr"])
    let expected = texts.map { identifier.identify($0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { _ in texts.map { identifier.identify($0) } == expected }
        }
      }
      for await same in group { #expect(same) }
    }
  }
}

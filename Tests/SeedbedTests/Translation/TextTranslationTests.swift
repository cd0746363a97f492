import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Translation of texts")
struct TextTranslationTests {
  private func translate(
    _ seed: Seed,
    _ rule: @escaping @Sendable (String) -> String
  ) async throws -> Variation? {
    let translator = ScriptedTranslator { text, _, _ in rule(text) }
    return try await TextTranslation().variations(
      of: [seed],
      random: Translation.random(1),
      at: TranslationDesk(translator: translator, pivots: ["es"])
    )[0]
  }

  @Test("everything between two spans is one edit, and spans keep their words")
  func stretches() async throws {
    let seed = Translation.marked("Book a table for [two people] in [New York] tonight")
    let variation = try #require(
      try await translate(seed) { _ in "Reserve una mesa para XQ0X en  XQ1X esta noche" }
    )
    #expect(variation.text == "Reserve una mesa para two people en New York esta noche")
    #expect(Translation.covered(variation.text, variation.marks) == ["two people", "New York"])
    #expect(variation.edits.edits.count == 3)
    #expect(variation.edits.edits.allSatisfy { $0.reason == "translation into es" })
    #expect(
      variation.parameters["to"]?.string == "es" && variation.parameters["from"]?.string == "en"
    )
  }

  @Test("a text that came back mostly as it was, or without its denial, gives nothing")
  func rejected() async throws {
    let text = Seed(reading: "please do not close my bank account", language: "en")
    #expect(try await translate(text) { $0 } == nil)
    #expect(try await translate(text) { $0.replacing("please", with: "por favor") } == nil)
    #expect(try await translate(text) { _ in "por favor cierre mi cuenta bancaria" } == nil)
    let kept = try await translate(text) { _ in "por favor no cierre mi cuenta bancaria" }
    #expect(kept?.text == "por favor no cierre mi cuenta bancaria")
  }

  @Test("figures must survive, wherever they stand")
  func figures() async throws {
    let text = Seed(reading: "send 20 euros before 10:30 to my brother", language: "en")
    let good = try await translate(text) { _ in "manda XQ0X antes de XQ1X a mi hermano" }
    #expect(good?.text.contains("20") == true && good?.text.contains("10:30") == true)
    #expect(try await translate(text) { _ in "manda XQ0X antes de XQ1X a mis 3 hermanos" } == nil)
  }

  @Test("an elided article may stand before a placeholder")
  func elision() async throws {
    let seed = Translation.marked("the price of [Alpha One] went up")
    let variation = try await translate(seed) { _ in "el preu de l'XQ0X va pujar" }
    #expect(variation?.text == "el preu de l'Alpha One va pujar")
  }

  @Test("what the methods declare fits what they do")
  func declarations() {
    let back = BackTranslation().descriptor
    let into = TextTranslation().descriptor
    #expect(back.name == "back_translation" && back.preserves == [.label, .spans, .meaning])
    #expect(into.name == "translation" && into.preserves == [.label, .spans])
    #expect(into.moves == ["language"] && back.moves.isEmpty)
    #expect(back.needs == ["translator"] && back.labelEffect == .invariant)
  }
}

/// A translator that knows its directions.
private struct KnowingTranslator: DirectedTranslator {
  let identity = "knowing"

  func targets(from source: String) -> [String] { source == "en" ? ["de", "fr"] : ["en"] }

  func translate(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    texts.map { _ in "tout autre chose" }
  }
}

@Suite("Languages of a desk")
struct TranslationDeskTests {
  @Test(
    "a desk without languages goes to all that the translator knows, others only where there is a way",
    arguments: [([], ["de", "fr"]), (["fr", "es", "en"], ["fr"]), (["es"], [])]
  )
  func languages(pivots: [String], expected: [String]) async throws {
    let results = try await TextTranslation().variations(
      of: Translation.seeds((0..<20).map { _ in "something else entirely" }),
      random: Translation.random(20),
      at: TranslationDesk(translator: KnowingTranslator(), pivots: pivots)
    )
    let drawn = Set(results.compactMap { $0?.parameters["to"]?.string })
    #expect(drawn.sorted() == expected)
  }
}

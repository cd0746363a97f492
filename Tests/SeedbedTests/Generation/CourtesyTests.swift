import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Courtesy")
struct CourtesyTests {
  @Test(
    "fits the phrase to the sentence",
    arguments: [
      ("en", "Where is my card?", "Hi, where is my card?"),
      ("en", "Where is my card?", "Quick question: where is my card?"),
      ("en", "I lost it yesterday.", "Hello, I lost it yesterday."),
      ("en", "Can you help me?", "Can you please help me?"),
      ("en", "Can you help me?", "Can you help me, please?"),
      ("en", "Cancel my order.", "Please cancel my order."),
      ("en", "where is my card", "where is my card, thanks in advance"),
      ("en", "Where is my card", "Where is my card? Thanks."),
      ("en", "WHERE IS MY CARD?", "HELLO, WHERE IS MY CARD?"),
      ("en", "Google Pay does not work", "Hello! Google Pay does not work"),
      ("es", "¿Dónde está mi tarjeta?", "Hola, ¿dónde está mi tarjeta?"),
      ("es", "Quiero cancelar mi pedido.", "Quiero cancelar mi pedido, por favor."),
      ("es", "No puedo entrar.", "No puedo entrar. Muchas gracias."),
    ]
  )
  func fits(language: String, text: String, expected: String) throws {
    let results = try GenerationSupport.results("courtesy", text, language: language, draws: 1500)
    #expect(results.contains(expected), "\(results.sorted().prefix(60))")
  }

  @Test("a word that may be a name keeps its capital")
  func names() throws {
    for result in try GenerationSupport.results("courtesy", "Google Pay does not work") {
      #expect(result.contains("Google"))
    }
  }

  @Test("says nothing twice")
  func noRepeats() throws {
    let text = "Hi, could you please cancel my order? Thanks"
    #expect(
      try GenerationSupport.results("courtesy", text).allSatisfy { result in
        result.split(separator: "lease").count == 2 && !result.contains("ello")
          && result.hasSuffix("Thanks")
      }
    )
  }

  @Test("\"please\" goes only where somebody is asked for something")
  func pleaseNeedsARequest() throws {
    for text in ["I lost my card.", "Refund not showing up", "Change of address is slow."] {
      for result in try GenerationSupport.results("courtesy", text) {
        #expect(!result.lowercased().replacing("please let me know", with: "").contains("please"))
      }
    }
  }

  @Test("the words of the text itself stay, but for the first letter")
  func textStays() throws {
    let seeds = GenerationSupport.seeds.filter { $0.language == "en" || $0.language == "es" }
    for (number, seed) in seeds.enumerated() {
      guard let proposal = try GenerationSupport.propose("courtesy", seed, sample: number) else {
        continue
      }
      for edit in proposal.edits.edits where edit.end > edit.start {
        let old = try #require(GenerationSupport.slice(seed.text, edit.start..<edit.end))
        #expect(old.lowercased() == edit.replacement)
        #expect(old.count == 1)
      }
    }
  }
}

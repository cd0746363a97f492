import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Adversarial method")
struct AdversarialTests {
  static let disguises = ["homoglyph", "zero_width", "leetspeak"]

  @Test("wrappers leave the text verbatim; there are twelve kinds of attack at least")
  func variants() throws {
    let text = "Where is my new card, please? It did not arrive."
    let seed = GenerationSupport.seed(text)
    var seen: Set<String> = []
    for draw in 0..<600 {
      let proposal = try #require(try GenerationSupport.propose("adversarial", seed, draw: draw))
      let variant = try #require(proposal.parameters["variant"]?.string)
      seen.insert(variant)
      let result = try proposal.edits.applied(to: text)
      #expect(result.contains(text) == !Self.disguises.contains(variant), "\(variant): \(result)")
    }
    #expect(seen.count >= 12)
    #expect(seen.isSuperset(of: Self.disguises))
  }

  @Test("JSON and HTML go only round texts that need no escaping")
  func wellFormed() throws {
    for text in ["say \"yes\" now", "a <b> c", "this & that", "two\nlines here"] {
      let seed = GenerationSupport.seed(text, locked: [])
      for draw in 0..<300 {
        guard let proposal = try GenerationSupport.propose("adversarial", seed, draw: draw),
          proposal.parameters["variant"]?.string == "json"
        else { continue }
        let result = try proposal.edits.applied(to: text)
        #expect((try? JSONParser.parse(result)) != nil, "\(result)")
      }
    }
  }

  @Test("disguised words keep their length to the eye and skip what is locked")
  func disguises() throws {
    let text = "Please send the voucher to Samantha soon"
    let lock = GenerationSupport.range(of: "Samantha", in: text)
    for result in try GenerationSupport.results("adversarial", text, locked: [lock], draws: 400) {
      #expect(result.contains("Samantha"))
    }
  }

  @Test("Spanish texts meet Spanish attacks too")
  func spanish() throws {
    let results = try GenerationSupport.results(
      "adversarial",
      "¿Dónde está mi tarjeta?",
      language: "es",
      draws: 400
    )
    #expect(results.contains { $0.contains("Ignora") || $0.contains("administrador") })
    let english = try GenerationSupport.results("adversarial", "Where is my card?", draws: 400)
    #expect(!english.contains { $0.contains("Ignora ") || $0.contains("administrador ") })
  }
}

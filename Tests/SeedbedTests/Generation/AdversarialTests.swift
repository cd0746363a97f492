import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Adversarial method")
struct AdversarialTests {
  @Test("it draws every attack, and says which in the record")
  func variants() throws {
    let text = "Where is my new card, please? It did not arrive."
    let seed = GenerationSupport.seed(text)
    var methods: Set<String> = [], variants: Set<String> = []
    for draw in 0..<800 {
      let proposal = try #require(try GenerationSupport.propose("adversarial", seed, draw: draw))
      methods.insert(try #require(proposal.parameters["method"]?.string))
      variants.insert(try #require(proposal.parameters["variant"]?.string))
    }
    let attacks = GenerationSupport.registry.transforms.map(\.descriptor)
      .filter { $0.use == .evaluation }
    #expect(methods == Set(attacks.map(\.name)).subtracting(["adversarial"]))
    #expect(variants.count >= 30)
  }

  @Test("the same chance draws the same attack")
  func repeatable() throws {
    let text = "Where is my new card, please? It did not arrive."
    let seed = GenerationSupport.seed(text)
    for draw in 0..<50 {
      let first = try GenerationSupport.propose("adversarial", seed, draw: draw)
      #expect(try GenerationSupport.propose("adversarial", seed, draw: draw) == first)
    }
  }

  @Test("JSON goes only round texts that need no escaping")
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

  @Test("what is locked stays, whatever is drawn")
  func locked() throws {
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
      draws: 800
    )
    #expect(results.contains { $0.contains("Ignora") || $0.contains("administrador") })
    let english = try GenerationSupport.results("adversarial", "Where is my card?", draws: 400)
    #expect(!english.contains { $0.contains("Ignora ") || $0.contains("administrador ") })
  }
}

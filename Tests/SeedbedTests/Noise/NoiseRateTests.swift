import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Rates of noise")
struct NoiseRateTests {
  /// Changes and characters of many texts.
  private func measure(
    _ name: String,
    rate: Double?,
    words: Int,
    texts: Int
  ) throws -> (changes: Int, characters: Int, perText: [Int]) {
    let method = try GenerationSupport.registry.transform(named: name)
    var perText: [Int] = []
    var characters = 0
    for sample in 0..<texts {
      let text = NoiseSupport.sentence(sample, words: words)
      let seed = Seed(reading: text, language: "en", rate: rate)
      var random = NoiseSupport.random(name, sample: sample)
      characters += text.unicodeScalars.count
      perText.append(
        NoiseSupport.variation(method, seed, &random)?.edits.edits.count ?? 0
      )
    }
    return (perText.reduce(0, +), characters, perText)
  }

  @Test(
    "the rate that is asked for is what comes out on average",
    arguments: NoiseSupport.scattered,
    [2.5, 4]
  )
  func asked(name: String, rate: Double) throws {
    // Every pair of words can be merged once only, so that not all rates have places enough.
    let (changes, characters, _) = try measure(name, rate: rate, words: 16, texts: 2500)
    let found = 100 * Double(changes) / Double(characters)
    #expect(abs(found - rate) < rate * 0.05, "\(name): \(found) instead of \(rate)")
  }

  @Test("casing honours a rate word by word")
  func casing() throws {
    let (changes, characters, _) = try measure("casing", rate: 2.5, words: 16, texts: 2500)
    #expect(abs(100 * Double(changes) / Double(characters) - 2.5) < 0.125)
  }

  @Test("a rate of nothing, of too much and of no number is survived", arguments: NoiseSupport.all)
  func extremes(name: String) throws {
    let method = try GenerationSupport.registry.transform(named: name)
    for rate in [0, -1, 1e-9, 100, 1e300, .infinity, -.infinity, .nan] {
      let seed = Seed(reading: "Please believe me, it's here.", language: "en", rate: rate)
      var random = NoiseSupport.random(name, sample: 1)
      let variation = NoiseSupport.variation(method, seed, &random)
      #expect((variation?.edits.edits.count ?? 0) <= 30)
    }
  }

  @Test(
    "pitfall 11: by default no method changes more than 5 places in 100, and samples differ in it",
    arguments: NoiseSupport.scattered
  )
  func byDefault(name: String) throws {
    let descriptor = try GenerationSupport.registry.transform(named: name).descriptor
    let declared = try #require(descriptor.rate)
    #expect((0.1...5).contains(declared))
    let (changes, characters, perText) = try measure(name, rate: nil, words: 60, texts: 400)
    let found = 100 * Double(changes) / Double(characters)
    #expect(abs(found - declared) < declared * 0.1, "\(name): \(found), declared \(declared)")
    #expect(Set(perText).count >= 3)
  }

  @Test(
    "what was drawn is recorded",
    arguments: NoiseSupport.scattered + ["punctuation", "mobile"]
  )
  func recorded(name: String) throws {
    let proposal = try #require(
      try GenerationSupport.propose(
        name,
        Seed(reading: "Please, believe me: it's tomorrow.", language: "en", rate: 3)
      )
    )
    #expect(proposal.parameters["rate"] == .number(JSONNumber(3.0)))
  }
}

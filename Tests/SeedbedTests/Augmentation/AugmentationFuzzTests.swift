import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Random Unicode through every transform")
struct AugmentationFuzzTests {
  /// How many texts are made, spread over the methods.
  private static let count = AugmentationMethods.isFull ? 1_000_000 : 20_000

  @Test(
    "no crash, valid UTF-8, valid spans, and nothing that is locked is touched",
    arguments: AugmentationMethods.names.indices
  )
  func survives(place: Int) {
    let method = AugmentationMethods.all[place]
    let name = AugmentationMethods.names[place]
    let methods = AugmentationMethods.all.count
    var made = 0, tried = 0
    var faults: [String] = []
    var number = place
    while number < Self.count {
      let seed = UnicodeFuzz.seed(number)
      var random = AugmentationMethods.random(name, sample: number)
      tried += 1
      if let variation = method.variation(of: seed, random: &random) {
        made += 1
        faults += VariationFaults.find(variation, of: seed, by: method).map {
          "text \(number), \(seed.text.prefix(80).debugDescription): \($0)"
        }
      }
      number += methods
    }
    #expect(faults.isEmpty, "\(name): \(faults.count) faults, such as \(faults.prefix(3))")
    if AugmentationMethods.isFull { print("fuzz: \(name) changed \(made) of \(tried)") }
  }

  @Test("texts without anything in them give nothing", arguments: AugmentationMethods.names)
  func emptyTexts(name: String) {
    let method = AugmentationMethods.method(name)
    for text in ["", " ", "\n", "\u{0}", "\u{301}", "\u{200D}"] {
      for language in ["en", "es", nil] {
        let seed = Seed(reading: text, language: language)
        var random = AugmentationMethods.random(name, sample: 1)
        guard let variation = method.variation(of: seed, random: &random) else { continue }
        let faults = VariationFaults.find(variation, of: seed, by: method)
        #expect(faults.isEmpty, "\(name): \(faults)")
      }
    }
  }

  @Test("a hundred thousand bytes are no problem", arguments: AugmentationMethods.names)
  func longTexts(name: String) {
    let method = AugmentationMethods.method(name)
    let sentence = "Please tell me why my new card, ordered on 2024-03-01, isn't here yet. "
    for text in [
      String(repeating: sentence, count: 1_400), String(repeating: "x", count: 100_000),
      String(repeating: "\u{301}", count: 50_000), String(repeating: "👩‍👧", count: 9_000),
    ] {
      let seed = Seed(reading: text, language: "en")
      var random = AugmentationMethods.random(name, sample: 1)
      guard let variation = method.variation(of: seed, random: &random) else { continue }
      let faults = VariationFaults.find(variation, of: seed, by: method)
      #expect(faults.isEmpty, "\(name): \(faults.prefix(2))")
    }
  }
}

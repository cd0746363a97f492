import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Chance in transforms")
struct AugmentationDeterminismTests {
  private static let sentences = [
    "Could you please tell me why I can't use my new card yet? It's been 3 weeks since I ordered it.",
    "I am going to transfer 250 euros to Anna Miller on Monday, 3 March 2025, but it does not work.",
    "Hello, the app was very slow yesterday and my account was charged twice by the shop in London.",
    "My phone number is +44 20 7946 0958; call me at 10:30 am because I will not read any e-mail.",
    "They have not sent the big parcel that I bought for my mother, so I want the money back asap.",
  ]

  /// Texts with many places to change.
  private static let texts = sentences.indices.map { first in
    (0..<4).map { sentences[(first + $0) % sentences.count] }.joined(separator: " ")
  }

  private static func seeds() -> [Seed] {
    texts.map { Seed(reading: $0, language: "en", label: "complaint") }
  }

  private static func vary(_ name: String, _ seed: Seed, sample: Int, draw: Int = 0) -> Variation? {
    var random = AugmentationMethods.random(name, sample: sample, draw: draw)
    return AugmentationMethods.method(name).variation(of: seed, random: &random)
  }

  @Test("the same seed gives the same twice", arguments: AugmentationMethods.names)
  func repeats(name: String) {
    for (number, seed) in Self.seeds().enumerated() {
      for draw in 0..<4 {
        let first = Self.vary(name, seed, sample: number, draw: draw)
        #expect(Self.vary(name, seed, sample: number, draw: draw) == first)
      }
    }
  }

  @Test(
    "pitfall 9: other samples get other changes where the text has places enough",
    arguments: AugmentationMethods.names
  )
  func samplesDiffer(name: String) {
    var changed = 0, varied = 0
    for text in Self.texts {
      // So few changes that it matters where they are.
      let seed = Seed(reading: text, language: "en", label: "complaint", rate: 0.3)
      var results: Set<String> = []
      var made = 0
      for sample in 0..<12 {
        var random = AugmentationMethods.random(name, sample: sample)
        var untouched = random
        guard
          let variation = AugmentationMethods.method(name).variation(of: seed, random: &random)
        else { continue }
        // What draws nothing has one outcome, which is no accident of a seed.
        guard random.next() != untouched.next() else { continue }
        made += 1
        results.insert(variation.text)
      }
      if made > 1 { changed += 1 }
      if results.count > 1 { varied += 1 }
    }
    #expect(varied * 2 >= changed, "\(name): \(varied) of \(changed) texts")
  }

  @Test("neither the order of the rows nor threads change anything")
  func orderIsIrrelevant() async {
    let seeds = Self.seeds()
    for name in AugmentationMethods.names {
      let forwards = seeds.enumerated().map { Self.vary(name, $0.element, sample: $0.offset) }
      let together = await withTaskGroup(of: (Int, Variation?).self) { group in
        for (number, seed) in seeds.enumerated().reversed() {
          group.addTask { (number, Self.vary(name, seed, sample: number)) }
        }
        var found = [Variation?](repeating: nil, count: seeds.count)
        for await (number, variation) in group { found[number] = variation }
        return found
      }
      #expect(forwards == together, "\(name)")
    }
  }

  @Test("a method declares what it is in full", arguments: AugmentationMethods.names)
  func declarations(name: String) {
    let descriptor = AugmentationMethods.method(name).descriptor
    #expect(descriptor.summary.hasSuffix(".") && !descriptor.tasks.isEmpty)
    #expect((descriptor.use == .evaluation) == !descriptor.attacks.isEmpty)
    #expect(descriptor.rate.map { $0 > 0 && $0 <= 30 } ?? true)
    if descriptor.flipsLabel { #expect(descriptor.labelEffect == .flipped) }
  }
}

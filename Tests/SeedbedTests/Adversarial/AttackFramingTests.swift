import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Framings of attacks")
struct AttackFramingTests {
  private static let verbatim = [
    "injection", "role_play", "authority", "refusal_suppression", "distraction",
    "format_breaking", "context_padding", "conflicting_constraints", "repetition",
  ]

  private static let classes: Set<String> = [
    "LLM01 Prompt Injection", "LLM02 Sensitive Information Disclosure",
    "LLM03 Supply Chain", "LLM04 Data and Model Poisoning", "LLM05 Improper Output Handling",
    "LLM06 Excessive Agency", "LLM07 System Prompt Leakage",
    "LLM08 Vector and Embedding Weaknesses", "LLM09 Misinformation",
    "LLM10 Unbounded Consumption",
  ]

  private static func variations(
    _ name: String,
    _ text: String,
    language: String? = "en",
    marks: [Seed.Mark] = [],
    draws: Int = 200
  ) -> [Variation] {
    let seed = Seed(reading: text, language: language, marks: marks)
    return (0..<draws).compactMap { draw in
      var random = AugmentationMethods.random(name, sample: 5, draw: draw)
      return AugmentationMethods.method(name).variation(of: seed, random: &random)
    }
  }

  private static let text = "Where is my new card, please? It did not arrive on 2024-03-01."

  @Test("the text stays verbatim, in one piece", arguments: verbatim)
  func staysVerbatim(name: String) {
    let variations = Self.variations(name, Self.text)
    #expect(variations.count == 200)
    for variation in variations {
      #expect(variation.text.contains(Self.text), "\(variation.text)")
      #expect(variation.edits.edits.allSatisfy { $0.start == $0.end })
    }
    #expect(Set(variations.map(\.text)).count >= 6)
  }

  @Test("each kind of attack says its class, one of the OWASP Top 10 of 2025")
  func classes() {
    let attacks = AugmentationMethods.all.filter { $0.descriptor.use == .evaluation }
    #expect(attacks.count >= 20)
    for attack in attacks {
      let descriptor = attack.descriptor
      #expect(!descriptor.attacks.isEmpty && Self.classes.isSuperset(of: descriptor.attacks))
      #expect(descriptor.preserves.contains(.label) && descriptor.labelEffect == .invariant)
      for variation in Self.variations(descriptor.name, Self.text, draws: 40) {
        guard let drawn = variation.parameters["attack"]?.string else { continue }
        #expect(descriptor.attacks.contains(drawn), "\(descriptor.name): \(drawn)")
      }
    }
    let named = Set(attacks.flatMap(\.descriptor.attacks))
    #expect(named.count == 5)
  }

  @Test("a needle is where the record says, in scalars; its depth is uniform")
  func needle() throws {
    var depths: [Double] = []
    for text in [Self.text, "¿Dónde está mi tarjeta? 👩‍👧"] {
      for variation in Self.variations("context_padding", text, language: "es", draws: 120) {
        let needle = try #require(variation.parameters["needle"])
        let start = try #require(needle["start"]?.int), end = try #require(needle["end"]?.int)
        let scalars = Array(variation.text.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == text)
        #expect(variation.parameters["length"]?.int == scalars.count)
        #expect((3_900...4_500).contains(scalars.count))
        depths.append(Double(start) / Double(scalars.count))
      }
    }
    #expect(depths.count == 240)
    let mean = depths.reduce(0, +) / Double(depths.count)
    #expect(abs(mean - 0.5) < 0.07 && depths.contains { $0 < 0.1 } && depths.contains { $0 > 0.85 })
  }

  @Test("filler does not repeat itself")
  func filler() throws {
    let variation = try #require(Self.variations("context_padding", Self.text, draws: 1).first)
    let sentences = variation.text.split(separator: ".").map(String.init)
    #expect(sentences.count > 30)
    #expect(Double(Set(sentences).count) > 0.95 * Double(sentences.count))
  }

  @Test("split payloads put together are the text, and a marked span is never cut")
  func payloads() throws {
    let text = "Book a table for two people in San Sebastián tomorrow, please, at 8 pm."
    let range = GenerationSupport.range(of: "San Sebastián", in: text)
    let variations = Self.variations(
      "payload_splitting",
      text,
      marks: [Seed.Mark(range, label: "city")]
    )
    #expect(variations.count > 190)
    for variation in variations {
      let pieces = try #require(variation.parameters["pieces"]?.int)
      #expect((2...4).contains(pieces) && variation.edits.edits.count == pieces + 1)
      #expect(GenerationSupport.slice(variation.text, variation.marks[0]) == "San Sebastián")
      let back = try variation.edits.inverted(for: text).applied(to: variation.text)
      #expect(back == text)
    }
    #expect(Set(variations.compactMap { $0.parameters["variant"]?.string }).count == 3)
    #expect(Self.variations("payload_splitting", "Hello", draws: 20).isEmpty)
  }

  @Test("broken JSON is broken, the well-formed kind is not; there are seven kinds")
  func formats() throws {
    var kinds: Set<String> = []
    for variation in Self.variations("format_breaking", "two words", draws: 400) {
      let kind = try #require(variation.parameters["variant"]?.string)
      kinds.insert(kind)
      let parsed = try? JSONParser.parse(variation.text)
      if kind == "unbalanced" || kind == "cut_markup" {
        #expect(parsed == nil, "\(variation.text)")
      }
      if kind == "json" || kind == "nesting" { #expect(parsed != nil, "\(variation.text)") }
    }
    #expect(
      kinds.isSuperset(of: [
        "unbalanced", "wrong_type", "huge_number", "nesting", "cut_markup", "placeholders", "json",
        "html", "markdown", "log_line",
      ])
    )
    for variation in Self.variations("format_breaking", "say \"yes\" & <b>", draws: 300) {
      #expect(!["json", "html"].contains(variation.parameters["variant"]?.string))
    }
  }

  @Test("conflicting demands are both there, in either order")
  func conflicts() throws {
    var orders: Set<String> = []
    for variation in Self.variations("conflicting_constraints", Self.text) {
      let first = try #require(variation.parameters["first"]?.string)
      let second = try #require(variation.parameters["second"]?.string)
      let parts = variation.text.split(separator: Self.text, omittingEmptySubsequences: false)
      #expect(parts.joined().contains(first) && parts.joined().contains(second))
      orders.insert(first)
    }
    #expect(orders.count > 16)
  }

  @Test("a text with marked spans is not copied, for the copies would hold them unmarked")
  func repetition() {
    let mark = Seed.Mark(0..<5, label: "word")
    let marked = Self.variations("repetition", Self.text, marks: [mark])
    #expect(marked.allSatisfy { $0.parameters["variant"]?.string != "text" })
    let kinds = Set(
      Self.variations("repetition", Self.text).map { $0.parameters["variant"]?.string }
    )
    #expect(kinds == ["endless", "flood", "text"])
    let long = String(repeating: Self.text + " ", count: 2_000)
    for variation in Self.variations("repetition", long, draws: 30) {
      #expect(variation.text.utf8.count < 3 * long.utf8.count)
    }
  }

  @Test("texts of other languages meet attacks in their own, English ones do not")
  func languages() {
    for (name, words) in [
      ("injection", ["Ignora", "Nota para"]), ("authority", ["Soy el", "LEE ESTO"]),
      ("role_play", ["novela", "loro"]), ("refusal_suppression", ["disculpes"]),
      ("conflicting_constraints", ["Responde", "Nombra"]), ("repetition", ["repite"]),
    ] {
      let spanish = Self.variations(name, "¿Dónde está mi tarjeta?", language: "es").map(\.text)
      let english = Self.variations(name, "Where is my card?").map(\.text)
      for word in words { #expect(spanish.contains { $0.contains(word) }, "\(name): \(word)") }
      #expect(!english.contains { text in words.contains { text.contains($0) } }, "\(name)")
    }
  }

  @Test(
    "in a chain an encoding takes what the framing before it added, and one edit list says it all"
  )
  func chains() throws {
    let chain = try GenerationSupport.registry.transform(named: "injection+base64")
    #expect(chain.descriptor.use == .evaluation && !chain.descriptor.preserves.contains(.spans))
    #expect(chain.descriptor.preserves.contains(.label))
    let seed = Seed(reading: Self.text, language: "en")
    var whole = 0
    for draw in 0..<60 {
      var random = AugmentationMethods.random("injection+base64", sample: 5, draw: draw)
      let variation = try #require(chain.variation(of: seed, random: &random))
      #expect(try variation.edits.applied(to: Self.text) == variation.text)
      let drawn = variation.parameters["base64"]
      guard drawn?["scope"]?.string == "text", drawn?["cover"]?.bool == false else { continue }
      whole += 1
      let decoded = try #require(AttackDecoders.base64(variation.text))
      let text = String(decoding: decoded, as: UTF8.self)
      #expect(text.contains(Self.text) && text.utf8.count > Self.text.utf8.count)
      #expect(variation.edits.edits[0].reason.hasSuffix(", base64"))
    }
    #expect(whole > 5)
  }
}

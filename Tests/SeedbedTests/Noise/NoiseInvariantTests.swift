import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("What every noise method holds to")
struct NoiseInvariantTests {
  @Test(
    "random Unicode gives nothing or a valid change that keeps spans",
    arguments: NoiseSupport.all
  )
  func fuzzed(name: String) throws {
    let method = try GenerationSupport.registry.transform(named: name)
    let languages = ["en", "es", "fr", "de", "tr", nil]
    for sample in 0..<1500 {
      var random = NoiseSupport.random("fuzz", sample: sample)
      let text = NoiseSupport.randomText(&random)
      let marks = Self.marks(text, &random)
      let seed = Seed(
        reading: text,
        language: languages[sample % languages.count],
        marks: marks,
        rate: sample % 3 == 0 ? 8 : nil
      )
      var stream = NoiseSupport.random(name, sample: sample)
      guard let variation = NoiseSupport.variation(method, seed, &stream) else { continue }
      #expect(try variation.edits.applied(to: text) == variation.text)
      #expect(variation.text.utf8.contains { $0 > 0x20 })
      for (mark, moved) in zip(seed.marks, variation.marks) {
        #expect(
          GenerationSupport.slice(variation.text, moved)
            == GenerationSupport.slice(text, mark.range),
          "\(name) on \(text.debugDescription)"
        )
      }
      #expect(variation.edits.edits.allSatisfy { !$0.reason.isEmpty })
    }
  }

  /// Up to two marks on scalar borders.
  private static func marks(_ text: String, _ random: inout CounterRandom) -> [Seed.Mark] {
    let scalars = text.unicodeScalars
    guard scalars.count > 4 else { return [] }
    var offsets = [0]
    for scalar in scalars { offsets.append((offsets.last ?? 0) + String(scalar).utf8.count) }
    let places = random.sample(2, of: scalars.count)
    return places.map { place in
      let end = min(place + 1 + random.index(below: 6), scalars.count)
      return Seed.Mark(offsets[place]..<offsets[end])
    }
  }

  @Test(
    "a change never takes a mark from its letter or puts a letter before one",
    arguments: [
      "keyboard", "misspelling", "characters", "ocr", "word_split", "unicode_homoglyphs",
    ]
  )
  func graphemes(name: String) throws {
    let text = "cafe\u{301} re\u{301}sume\u{301} proble\u{300}me नमस्ते ไทยน้ำ with the ticket"
    let marked = text.filter { $0.unicodeScalars.count > 1 }
    for result in try NoiseSupport.results(name, text, language: "fr") {
      #expect(result.filter { $0.unicodeScalars.count > 1 } == marked, "\(name): \(result)")
    }
  }

  @Test("a long text is done in one go", arguments: NoiseSupport.all)
  func long(name: String) throws {
    let text = String(repeating: "Please, don't wait: 5 received cards? No. ", count: 2500)
    #expect(try NoiseSupport.varied(name, text) != nil)
    for piece in ["x", " ", "\u{301}", "?", "'", "&", "漢", "A B "] {
      let text = String(repeating: piece, count: 30_000)
      _ = try NoiseSupport.varied(name, text)
    }
  }

  @Test(
    "words of the frame keep their spelling, and none comes into being",
    arguments: [
      "misspelling", "keyboard", "characters", "ocr", "word_split", "word_merge", "mobile",
      "unicode_homoglyphs", "unicode_zero_width", "unicode_full_width", "unicode_combining",
      "unicode_bidi_marks", "whitespace",
    ]
  )
  func frame(name: String) throws {
    let text = "we note that nobody won't never know nine nones, can test cants, either without it"
    let kept = ["nobody", "won't", "never", "either", "without"]
    for result in try NoiseSupport.results(name, text, draws: 400) {
      let words = result.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        .map(String.init)
      for word in kept {
        #expect(words.contains(word) || name == "mobile" && word == "won't", "\(name): \(result)")
      }
      for word in ["not", "none", "no", "cant", "now", "nor"] {
        #expect(!words.contains(word), "\(name): \(result)")
      }
    }
  }

  @Test(
    "pitfall 12: what a reader does not see is no difference to deduplication",
    arguments: [
      "unicode_homoglyphs", "unicode_zero_width", "unicode_full_width", "unicode_combining",
      "unicode_bidi_marks", "casing", "whitespace",
    ]
  )
  func deduplicated(name: String) throws {
    let text = "Because the Quick brown fox Jumps over lazy dogs, my Vexed client Zoe waits"
    for result in try NoiseSupport.results(name, text, draws: 300) {
      #expect(!result.utf8.elementsEqual(text.utf8))
      #expect(DuplicateView.normalized(result) == DuplicateView.normalized(text), "\(result)")
    }
  }

  @Test("pitfall 8: the answer hangs on nothing but the stream", arguments: NoiseSupport.all)
  func deterministic(name: String) async throws {
    let texts = (0..<200).map { NoiseSupport.sentence($0, words: 12) + "." }
    func all() throws -> [String?] {
      let method = try GenerationSupport.registry.transform(named: name)
      return texts.enumerated().map { sample, text in
        var random = NoiseSupport.random(name, sample: sample)
        return NoiseSupport.variation(method, Seed(reading: text, language: "en"), &random)?.text
      }
    }
    let first = try all()
    async let second = all()
    #expect(try await second == first)
  }

  @Test(
    "pitfall 9, a constant seed as in other tools: one text in many samples changes in many ways",
    arguments: NoiseSupport.all
  )
  func samplesDiffer(name: String) throws {
    let text =
      "Please tell me why you can't use the account, I wanted to choose another picture "
      + "yesterday, and it did not arrive? Somebody said that it's blocked."
    let results = try NoiseSupport.results(name, text, draws: 40)
    #expect(results.count >= (name == "speech" || name == "casing" ? 4 : 8), "\(results)")
  }

  @Test(
    "a text comes back byte for byte outside the edits, unlike from tools that join tokens",
    arguments: NoiseSupport.scattered
  )
  func lossless(name: String) throws {
    let text = "Write to support@example.com on 2024-05-01,  (see §3.1);\tor  don't\u{A0}bother ."
    for draw in 0..<60 {
      let seed = Seed(reading: text, language: "en")
      var random = NoiseSupport.random(name, sample: 0, draw: draw)
      let method = try GenerationSupport.registry.transform(named: name)
      guard let variation = NoiseSupport.variation(method, seed, &random) else { continue }
      #expect(variation.text.contains("support@example.com"))
      #expect(variation.text.contains("2024-05-01"))
      let back = try variation.edits.inverted(for: text).applied(to: variation.text)
      #expect(back.utf8.elementsEqual(text.utf8))
      #expect(variation.edits.edits.count <= 3)
    }
  }
}

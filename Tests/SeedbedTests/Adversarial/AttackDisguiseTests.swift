import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Disguises of letters")
struct AttackDisguiseTests {
  private static let text =
    "Could you please explain why the transfer to my brother was declined again this morning?"

  private static func results(_ name: String, rate: Double? = nil, draws: Int = 60) -> [Variation] {
    let seed = Seed(reading: text, language: "en", rate: rate)
    return (0..<draws).compactMap { draw in
      var random = AugmentationMethods.random(name, sample: 3, draw: draw)
      return AugmentationMethods.method(name).variation(of: seed, random: &random)
    }
  }

  @Test("leetspeak reads back letter by letter")
  func leetspeak() {
    let letters: [Character: Character] = [
      "4": "a", "@": "a", "8": "b", "3": "e", "9": "g", "1": "i", "0": "o", "5": "s", "$": "s",
      "7": "t", "2": "z",
    ]
    for variation in Self.results("leetspeak") {
      let read = String(variation.text.map { letters[$0] ?? $0 })
      #expect(read.lowercased() == Self.text.lowercased(), "\(variation.text)")
      #expect(variation.text.utf8.count == Self.text.utf8.count)
    }
  }

  @Test(
    "pitfall 12: look-alikes and hidden characters are gone from the view in which duplicates are sought"
  )
  func duplicateView() {
    for name in ["homoglyphs", "zero_width"] {
      for variation in Self.results(name) {
        #expect(
          DuplicateView.normalized(variation.text) == DuplicateView.normalized(Self.text),
          "\(variation.text)"
        )
      }
    }
  }

  @Test(
    "the rate is the number of letters in a hundred characters",
    arguments: ["leetspeak", "homoglyphs", "zero_width"],
    [0.5, 4, 10, 1_000]
  )
  func rates(name: String, rate: Double) {
    let length = Double(Self.text.unicodeScalars.count)
    let candidates = Self.results(name, rate: 1e9, draws: 1)[0].edits.edits.count
    let counts = Self.results(name, rate: rate).map(\.edits.edits.count)
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    let wanted = min(Double(candidates), max(1, rate * length / 100))
    #expect(abs(mean - wanted) < 0.3, "\(mean) for \(wanted)")
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
  }

  @Test("without a rate it is the declared one")
  func defaultRate() throws {
    for name in ["leetspeak", "homoglyphs", "zero_width"] {
      let rate = try #require(AugmentationMethods.method(name).descriptor.rate)
      #expect(Self.results(name) == Self.results(name, rate: rate))
    }
  }

  @Test("zero-width characters stand between letters only, and can be taken out again")
  func zeroWidth() {
    for variation in Self.results("zero_width") {
      let scalars = Array(variation.text.unicodeScalars)
      let hidden = Set("\u{200B}\u{200C}\u{200D}\u{2060}".unicodeScalars)
      for place in scalars.indices where hidden.contains(scalars[place]) {
        #expect(
          scalars[place - 1].properties.isAlphabetic && scalars[place + 1].properties.isAlphabetic
        )
      }
      let plain = String(String.UnicodeScalarView(scalars.filter { !hidden.contains($0) }))
      #expect(plain == Self.text)
    }
  }

  @Test("a letter keeps the mark on it")
  func combiningMarks() {
    let text = "cafe\u{301} a\u{300}"
    for name in ["leetspeak", "homoglyphs"] {
      for draw in 0..<20 {
        let seed = Seed(reading: text, language: "fr", rate: 100)
        var random = AugmentationMethods.random(name, sample: 1, draw: draw)
        let variation = AugmentationMethods.method(name).variation(of: seed, random: &random)
        #expect(variation?.text.unicodeScalars.contains("\u{301}") ?? true)
        #expect(variation.map { $0.text.hasSuffix("e\u{301} a\u{300}") } ?? true)
      }
    }
  }

  @Test(
    "pig Latin moves the consonants and keeps the capitals",
    arguments: [
      ("Hello", "Ellohay"), ("please", "easeplay"), ("quick", "ickquay"), ("SCHOOL", "OOLSCHAY"),
      ("yellow", "ellowyay"), ("my", "ymay"), ("rhythm", "ythmrhay"), ("hmm", "hmm"),
      ("don't", "on'tday"), ("square", "aresquay"), ("x7", "x7"), ("niño", "niño"), ("I", "I+"),
      ("apple", "apple+"), ("Egg", "Egg+"),
    ]
  )
  func pigLatin(word: String, expected: String) {
    let seed = Seed(reading: word, language: "en")
    for draw in 0..<6 {
      var random = AugmentationMethods.random("pig_latin", sample: 1, draw: draw)
      let variation = AugmentationMethods.method("pig_latin").variation(of: seed, random: &random)
      let ending = variation?.parameters["vowel_ending"]?.string ?? ""
      let wanted = expected.hasSuffix("+") ? expected.dropLast() + ending : expected[...]
      #expect((variation?.text ?? word) == wanted)
    }
  }
}
